import type { Act } from '../../lib/model/history.ts';
import type { Words } from '../../lib/model/words.ts';
import { Icon, type IconName } from '../icon.tsx';

export interface PanelBarProps {
  words: Words;
  libraryUrl: string;
  /** What undo and redo would do on the open report; `null`: there is no report. */
  steps: { undo: Act | null; redo: Act | null } | null;
  onReplay?(way: 'undo' | 'redo'): void;
  onStep?(towards: 'next' | 'previous'): void;
}

/** What is always at hand: from finding to finding, undo and redo, and the way to the library. */
export function PanelBar({ words, libraryUrl, steps, onReplay, onStep }: PanelBarProps) {
  const { panel, codebook } = words;
  const replayName = (way: 'undo' | 'redo') => {
    const act = steps?.[way];
    return act ? codebook[`${way}Of`](codebook.acts[act]) : codebook[way];
  };
  return (
    <header class="bar">
      <strong>{words.name}</strong>
      {steps && (
        <div class="tools" role="group" aria-label={panel.tools}>
          {(['previous', 'next'] as const).map((towards) => (
            <Tool key={towards} icon={towards} name={panel[towards]} onClick={() => onStep?.(towards)} />
          ))}
          {(['undo', 'redo'] as const).map((way) => (
            <Tool
              key={way}
              icon={way}
              name={replayName(way)}
              isOff={steps[way] === null}
              onClick={() => onReplay?.(way)}
            />
          ))}
        </div>
      )}
      <a
        class="button quiet"
        href={libraryUrl}
        target="_blank"
        rel="noreferrer"
        aria-label={panel.openLibrary}
        title={panel.openLibrary}
      >
        <Icon name="library" />
        {panel.library}
      </a>
    </header>
  );
}

interface ToolProps {
  icon: IconName;
  name: string;
  isOff?: boolean;
  onClick(): void;
}

function Tool({ icon, name, isOff = false, onClick }: ToolProps) {
  // a button that is off keeps the focus: undoing to the end must not throw the keyboard out
  return (
    <button
      type="button"
      class="button quiet"
      title={name}
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
