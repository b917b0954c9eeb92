/** The forms in which collected notes leave the browser. */
export const EXPORT_FORMATS = [
  'xlsx',
  'csv',
  'figures',
  'docx',
  'markdown',
  'html',
  'qdpx',
  'jsonld',
  'ris',
  'bibtex',
  'csljson',
  'jsonl',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Which reports are taken. */
export const EXPORT_SCOPES = ['selection', 'project', 'all'] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

/** A file to be saved. */
export interface ExportFile {
  name: string;
  /** MIME type. */
  type: string;
  content: string | Uint8Array<ArrayBuffer> | Blob;
}
