import { installPackages, which } from './programs.ts';

export const XMLLINT_ADVICE =
  'Please install xmllint (Debian: libxml2-utils) to check exports against their schemas.';

/** Path of `xmllint`, which checks exports against their schemas; `null`: not installed. */
export function findXmllint(): string | null {
  return which('xmllint');
}

/** As `findXmllint`, installed now where the system allows it. macOS brings it along. */
export function ensureXmllint(): string | null {
  const found = findXmllint();
  if (found) return found;
  installPackages('xmllint', {
    'apt-get': ['libxml2-utils'],
    dnf: ['libxml2'],
    pacman: ['libxml2'],
    zypper: ['libxml2-tools'],
  });
  return findXmllint();
}
