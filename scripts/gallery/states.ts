import type { ComponentChildren } from 'preact';

/** What is drawn, by the name of the component and of the state it is in. */
export type States = Record<string, Record<string, ComponentChildren>>;

/** What an event does in the gallery. */
export const nothing = (): void => undefined;
