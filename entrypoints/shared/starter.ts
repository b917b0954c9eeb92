import { WORDS } from '../../lib/messages/words-for.ts';
import { CODE_SHAPES, STARTER_ID } from '../../lib/model/codebook.ts';
import type { Starter } from '../../lib/store/projects.ts';
import { initialsOf } from '../../lib/text/initials.ts';
import codebook from '../../seeds/codebook.json';
import { currentLanguage } from './language.ts';

/** The codebook and project that a reader begins with, in the language of the interface. */
export async function starter(): Promise<Starter> {
  const language = await currentLanguage();
  const { starterCodebook, starterProject } = WORDS[language].codebook;
  return {
    codebookName: starterCodebook,
    projectName: starterProject,
    codes: codebook.map(({ nameEn, descriptionEn, ...code }, index) => {
      const name = language === 'en' ? nameEn : code.name;
      return {
        ...code,
        name,
        description: language === 'en' ? descriptionEn : code.description,
        codebookId: STARTER_ID,
        initials: initialsOf(name),
        shape: CODE_SHAPES[index % CODE_SHAPES.length] ?? CODE_SHAPES[0],
        shortcut: null,
        used: null,
      };
    }),
  };
}
