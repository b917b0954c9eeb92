/** What one stroke does while the selection toolbar has the focus. */
export const TOOLBAR_ACTIONS = ['highlight', 'tag', 'note', 'cite', 'sentence'] as const;
export type ToolbarAction = (typeof TOOLBAR_ACTIONS)[number];

/** Single keys of the selection toolbar: a reader may change them or switch them off (WCAG 2.2, 2.1.4). */
export interface ToolbarKeys {
  isOn: boolean;
  /** One character each, lower case; '': the action has no key. */
  keys: Record<ToolbarAction, string>;
}

export const DEFAULT_TOOLBAR_KEYS: ToolbarKeys = {
  isOn: true,
  keys: { highlight: 'h', tag: 't', note: 'n', cite: 'c', sentence: 's' },
};
