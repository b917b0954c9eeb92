/** Version of the rules: stored with every snapshot and every finding; raise it whenever a rule changes what it finds. */
export const ANALYSER_VERSION = '1.1.0';
