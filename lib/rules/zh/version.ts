/**
 * Version of the rules, with their words and topics: stored with every snapshot, finding and stored reading; raise it
 * whenever a change finds something else, or finds it in another shape.
 */
export const ANALYSER_VERSION = '1.2.0';
