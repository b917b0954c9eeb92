/** Editions of the standard that references are written after. */
export const CITATION_STANDARDS = ['GB/T 7714—2025', 'GB/T 7714—2015'] as const;
export type CitationStandard = (typeof CITATION_STANDARDS)[number];
