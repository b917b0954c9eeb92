import { Studies } from '../../components/codebook/studies.tsx';
import type { Words } from '../../lib/model/words.ts';
import { addCodebook, deleteCodebook, renameCodebook } from '../../lib/store/codebooks.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import {
  addProject,
  chooseCodebook,
  deleteProject,
  openProject,
  renameProject,
} from '../../lib/store/projects.ts';
import type { Run } from './codebook-page.tsx';
import type { CodebookState } from './codebook-state.ts';

interface StudyChoiceProps {
  words: Words;
  state: CodebookState;
  database: ZhupiDatabase;
  run: Run;
}

/** Joins the choice of study and codebook with the database. */
export function StudyChoice({ words, state, database, run }: StudyChoiceProps) {
  const { codebook: say } = words;
  const { project, codebook } = state;
  return (
    <Studies
      words={words}
      {...state}
      onOpenProject={(id) =>
        void run(
          () => openProject(database, id, new Date()),
          () => '',
        )
      }
      // a new study goes on with the codes the reader has; another codebook is one choice away
      onAddProject={(name) =>
        void run(
          () => addProject(database, name, codebook.id, new Date()),
          () => say.added(name),
        )
      }
      onRenameProject={(name) =>
        void run(
          () => renameProject(database, project.id, name),
          () => say.saved,
        )
      }
      onRemoveProject={() =>
        void run(
          () => deleteProject(database, project.id, new Date()),
          () => say.done.removed,
        )
      }
      onChooseCodebook={(id) =>
        void run(
          () => chooseCodebook(database, project.id, id),
          () => '',
        )
      }
      onAddCodebook={(name) =>
        void run(
          async () => {
            const { id } = await addCodebook(database, name, new Date());
            await chooseCodebook(database, project.id, id);
          },
          () => say.added(name),
        )
      }
      onRenameCodebook={(name) =>
        void run(
          () => renameCodebook(database, codebook.id, name),
          () => say.saved,
        )
      }
      onRemoveCodebook={(id) =>
        void run(
          () => deleteCodebook(database, id, new Date()),
          () => say.done.removed,
        )
      }
    />
  );
}
