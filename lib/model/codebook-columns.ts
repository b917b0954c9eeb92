/** Columns of a codebook as a table. */
export const CODEBOOK_COLUMNS = ['name', 'path', 'description', 'colour', 'shape', 'shortcut'] as const;
export type CodebookColumn = (typeof CODEBOOK_COLUMNS)[number];
