/** An address as a link's: of a report that came from a file, or of any other scheme, there is no page to open. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}

/** An address as it is shown where a report has no other name: a file's is the file's name. */
export function shownAddress(address: string): string {
  if (!address.startsWith('file:///')) return address;
  try {
    return decodeURIComponent(address.slice('file:///'.length));
  } catch {
    return address;
  }
}
