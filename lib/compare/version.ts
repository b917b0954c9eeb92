/** Version of what lines figures up: stored with each table; raise it whenever other rows come of the same reports. */
export const ALIGNER_VERSION = '1.1.0';
