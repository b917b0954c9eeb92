import { useId } from 'preact/hooks';
import { CODE_SHAPES, type Code } from '../../lib/model/codebook.ts';
import { TOOLBAR_ACTIONS, type ToolbarKeys } from '../../lib/model/toolbar-keys.ts';
import type { Words } from '../../lib/model/words.ts';
import { DIRECTIONS, type Direction } from './places.ts';
import { Written } from './written.tsx';

/** Keys that a code may have. */
const KEYS = [...'123456789abcdefghijklmnopqrstuvwxyz'];

export type CodeFields = Partial<Pick<Code, 'name' | 'description' | 'color' | 'shape' | 'shortcut'>>;

interface CodeEditorProps {
  words: Words;
  code: Code;
  /** All codes of the codebook. */
  codes: readonly Code[];
  toolbarKeys: ToolbarKeys;
  /** The name takes the focus, ready to be written over. */
  isNaming: boolean;
  onNaming(): void;
  /** Whether a step that way is possible. */
  canMove: Record<Direction, boolean>;
  onEdit(fields: CodeFields): void;
  onStep(direction: Direction): void;
  onAddUnder(): void;
  onMerge(): void;
  onSplit(): void;
  onRemove(): void;
}

/** Everything that one code says of itself, and what can be done with it. A field is saved when it is left. */
export function CodeEditor(props: CodeEditorProps) {
  const { words, code, codes, toolbarKeys, canMove, onEdit, onStep } = props;
  const { codebook, toolbar } = words;
  const hintId = useId();
  const isNameTwice = codes.some(
    ({ id, parentId, name }) => id !== code.id && parentId === code.parentId && name === code.name,
  );
  const holders = new Map(
    codes.flatMap(({ id, name, shortcut }) => (shortcut && id !== code.id ? [[shortcut, name]] : [])),
  );
  const action =
    toolbarKeys.isOn && code.shortcut !== null
      ? TOOLBAR_ACTIONS.find((each) => toolbarKeys.keys[each] === code.shortcut)
      : undefined;
  const moves: Record<Direction, [string, string]> = {
    up: ['↑', codebook.moveUp],
    down: ['↓', codebook.moveDown],
    out: ['←', codebook.moveOut],
    in: ['→', codebook.moveIn],
  };

  return (
    <section class="code-editor" aria-label={code.name}>
      <Written
        label={codebook.name}
        value={code.name}
        isCalled={props.isNaming}
        onCalled={props.onNaming}
        onWritten={(name) => onEdit({ name })}
      />
      {isNameTwice && <p class="notice">{codebook.sameName}</p>}
      <Written
        label={codebook.description}
        value={code.description}
        isLong
        placeholder={codebook.descriptionHelp}
        onWritten={(description) => onEdit({ description })}
      />
      <fieldset class="shapes" style={{ '--code': code.color }}>
        <legend>{codebook.shape}</legend>
        {CODE_SHAPES.map((shape) => (
          <label key={shape} title={codebook.shapes[shape]}>
            <input
              type="radio"
              name="shape"
              class="visually-hidden"
              checked={code.shape === shape}
              aria-label={codebook.shapes[shape]}
              onChange={() => onEdit({ shape })}
            />
            <span class="shape" aria-hidden="true">
              {shape}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <label class="field">
          <span>{codebook.color}</span>
          <input
            type="color"
            value={code.color}
            onChange={({ currentTarget }) => onEdit({ color: currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{codebook.shortcut}</span>
          <select
            value={code.shortcut ?? ''}
            aria-describedby={hintId}
            onChange={({ currentTarget }) => onEdit({ shortcut: currentTarget.value || null })}
          >
            <option value="">{codebook.noShortcut}</option>
            {KEYS.map((key) => {
              const holder = holders.get(key);
              return (
                <option key={key} value={key} disabled={holder !== undefined}>
                  {holder === undefined ? key : codebook.shortcutTaken(key, holder)}
                </option>
              );
            })}
          </select>
        </label>
      </div>
      <p class={action ? 'notice' : 'hint'} id={hintId}>
        {action ? codebook.shortcutOfToolbar(toolbar[action]) : codebook.shortcutHelp}
      </p>
      <fieldset class="moves" aria-label={codebook.label}>
        {DIRECTIONS.map((direction) => {
          const [arrow, label] = moves[direction];
          return (
            <button
              key={direction}
              type="button"
              class="button"
              disabled={!canMove[direction]}
              onClick={() => onStep(direction)}
            >
              <span aria-hidden="true">{arrow}</span> {label}
            </button>
          );
        })}
      </fieldset>
      <div class="buttons">
        <button type="button" class="button" onClick={props.onAddUnder}>
          {codebook.addUnder}
        </button>
        <button type="button" class="button" onClick={props.onMerge}>
          {codebook.merge}
        </button>
        <button type="button" class="button" onClick={props.onSplit}>
          {codebook.split}
        </button>
        <button type="button" class="button" onClick={props.onRemove}>
          {codebook.remove}
        </button>
      </div>
    </section>
  );
}
