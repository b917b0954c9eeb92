/** An address as a link's: of a report that came from a file, or of any other scheme, there is no page to open. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
