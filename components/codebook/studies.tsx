import { useState } from 'preact/hooks';
import type { Codebook, Project } from '../../lib/model/codebook.ts';
import type { Words } from '../../lib/model/words.ts';
import { Dialog } from './dialog.tsx';

interface StudiesProps {
  words: Words;
  projects: readonly Project[];
  codebooks: readonly Codebook[];
  /** The active one. */
  project: Project;
  /** The one that the active project codes with. */
  codebook: Codebook;
  /** Reports of the active project. */
  reports: number;
  /** Codebooks that no project codes with, and what would go with each. */
  unused: readonly { codebook: Codebook; codes: number; annotations: number }[];
  onOpenProject(id: string): void;
  onAddProject(name: string): void;
  onRenameProject(name: string): void;
  onRemoveProject(): void;
  onChooseCodebook(id: string): void;
  onAddCodebook(name: string): void;
  onRenameCodebook(name: string): void;
  onRemoveCodebook(id: string): void;
}

/** What is to be named. */
type Naming = 'add-project' | 'rename-project' | 'add-codebook' | 'rename-codebook';
/** What the reader is asked: a name, or whether something should go (a codebook by its id). */
type Question = Naming | 'remove-project' | { codebookId: string };

/** Which study is open and which codebook it codes with; folded up, for most readers never need it. */
export function Studies(props: StudiesProps) {
  const { words, projects, codebooks, project, codebook: book, reports } = props;
  const { codebook } = words;
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const namings: Record<Naming, [string, string, (name: string) => void]> = {
    'add-project': [codebook.projectName, '', props.onAddProject],
    'rename-project': [codebook.projectName, project.name, props.onRenameProject],
    'add-codebook': [codebook.codebookName, '', props.onAddCodebook],
    'rename-codebook': [codebook.codebookName, book.name, props.onRenameCodebook],
  };
  const naming = typeof question === 'string' && question !== 'remove-project' ? namings[question] : null;
  const leaving =
    typeof question === 'object'
      ? props.unused.find((each) => each.codebook.id === question?.codebookId)
      : null;
  return (
    <details class="studies">
      <summary>
        {codebook.studies} <span class="hint">{project.name}</span>
      </summary>
      <p class="hint">{codebook.projectHelp}</p>
      <div class="study">
        <label class="field">
          <span>{codebook.project}</span>
          <select
            value={project.id}
            onChange={({ currentTarget }) => props.onOpenProject(currentTarget.value)}
          >
            {projects.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => setQuestion('add-project')}>
          {codebook.createProject}
        </button>
        <button type="button" class="button" onClick={() => setQuestion('rename-project')}>
          {codebook.renameProject}
        </button>
        <button
          type="button"
          class="button"
          disabled={projects.length < 2}
          title={projects.length < 2 ? codebook.onlyProject : undefined}
          onClick={() => setQuestion('remove-project')}
        >
          {codebook.removeProject}
        </button>
      </div>
      <div class="study">
        <label class="field">
          <span>{codebook.codebook}</span>
          <select
            value={book.id}
            onChange={({ currentTarget }) => props.onChooseCodebook(currentTarget.value)}
          >
            {codebooks.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => setQuestion('add-codebook')}>
          {codebook.createCodebook}
        </button>
        <button type="button" class="button" onClick={() => setQuestion('rename-codebook')}>
          {codebook.renameCodebook}
        </button>
      </div>
      {props.unused.length > 0 && (
        <>
          <p class="hint">{codebook.unusedCodebooks}</p>
          <ul class="unused">
            {props.unused.map(({ codebook: { id, name } }) => (
              <li key={id}>
                <span>{name}</span>
                <button
                  type="button"
                  class="button quiet"
                  aria-label={codebook.removeTitle(name)}
                  onClick={() => setQuestion({ codebookId: id })}
                >
                  {codebook.removeSure}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {naming && (
        <NameDialog
          words={words}
          title={naming[0]}
          name={naming[1]}
          onClose={close}
          onName={(given) => {
            close();
            naming[2](given);
          }}
        />
      )}
      {leaving && (
        <Dialog
          title={codebook.removeTitle(leaving.codebook.name)}
          cancel={codebook.cancel}
          sure={codebook.removeCodebook}
          isReady
          onClose={close}
          onSure={() => {
            close();
            props.onRemoveCodebook(leaving.codebook.id);
          }}
        >
          <p>{codebook.removeCodebookSays(leaving.codes, leaving.annotations)}</p>
          <p class="hint">{codebook.undoable}</p>
        </Dialog>
      )}
      {question === 'remove-project' && (
        <Dialog
          title={codebook.removeTitle(project.name)}
          cancel={codebook.cancel}
          sure={codebook.removeProject}
          isReady
          onClose={close}
          onSure={() => {
            close();
            props.onRemoveProject();
          }}
        >
          <p>{codebook.removeProjectSays(reports)}</p>
          <p class="hint">{codebook.undoable}</p>
        </Dialog>
      )}
    </details>
  );
}

interface NameDialogProps {
  words: Words;
  title: string;
  name: string;
  onClose(): void;
  onName(name: string): void;
}

function NameDialog({ words: { codebook }, title, name, onClose, onName }: NameDialogProps) {
  const [typed, setTyped] = useState(name);
  return (
    <Dialog
      title={title}
      cancel={codebook.cancel}
      sure={codebook.ok}
      isReady={typed.trim() !== ''}
      onClose={onClose}
      onSure={() => onName(typed.trim())}
    >
      <input
        type="text"
        class="wide"
        maxLength={200}
        aria-label={title}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </Dialog>
  );
}
