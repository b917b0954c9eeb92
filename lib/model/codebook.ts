/** One category of the reader's codebook (REFI-QDA `Code`). */
export interface Code {
  id: string;
  /** `null`: a top-level code. */
  parentId: string | null;
  name: string;
  /** What the code means and when to apply it (REFI-QDA `Description`); may be ''. */
  description: string;
  /** `#rrggbb`. */
  color: string;
  /** Place among its siblings, from 0. */
  position: number;
}
