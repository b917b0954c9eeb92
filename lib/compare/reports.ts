/** The reports that a group has figures of, by their numbers: one bit each, since most groups are of one report only. */
export class Reports {
  size = 1;
  /** Of a group of one report, that; -1: the bits tell. */
  #only: number;
  #bits: number[] = [];

  constructor(report: number) {
    this.#only = report;
  }

  has(report: number): boolean {
    if (this.#only >= 0) return this.#only === report;
    return ((this.#bits[report >> 5] ?? 0) & (1 << (report & 31))) !== 0;
  }

  add(report: number): void {
    if (this.has(report)) return;
    if (this.#only >= 0) {
      this.#set(this.#only);
      this.#only = -1;
    }
    this.#set(report);
    this.size++;
  }

  /** Takes in those of another group, none of which it has. */
  addAll(other: Reports): void {
    if (other.#only >= 0) {
      this.add(other.#only);
      return;
    }
    if (this.#only >= 0) {
      this.#set(this.#only);
      this.#only = -1;
    }
    for (let at = 0; at < other.#bits.length; at++)
      this.#bits[at] = (this.#bits[at] ?? 0) | (other.#bits[at] ?? 0);
    this.size += other.size;
  }

  /** Whether one report is in both. */
  overlap(other: Reports): boolean {
    if (this.#only >= 0) return other.has(this.#only);
    if (other.#only >= 0) return this.has(other.#only);
    const length = Math.min(this.#bits.length, other.#bits.length);
    for (let at = 0; at < length; at++)
      if (((this.#bits[at] ?? 0) & (other.#bits[at] ?? 0)) !== 0) return true;
    return false;
  }

  #set(report: number): void {
    const at = report >> 5;
    while (this.#bits.length <= at) this.#bits.push(0);
    this.#bits[at] = (this.#bits[at] as number) | (1 << (report & 31));
  }
}
