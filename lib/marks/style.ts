/**
 * The look of the marks. It goes into the page through `scripting.insertCSS` with `origin: 'USER'`: no node is added
 * to the page, its security policy has no say, and a user sheet's `!important` stands above the page's own. (From the
 * isolated world of a content script, `adoptedStyleSheets` can't be set in Firefox.)
 *
 * Nothing here changes a box: `all: unset` makes the element a plain inline one that inherits every font property, and
 * only background and underline are painted. Categories differ by line, not by colour alone. Line colours hold 4.5:1
 * on white, tints leave #333 above 10:1.
 */
export const MARK_STYLE = `
mark.zhupi { all: unset !important; box-decoration-break: slice !important; }
mark.zhupi[data-category] { text-decoration-skip-ink: none !important; }
mark.zhupi[data-category="measure"] { text-decoration: underline dotted 2px #1f6f5c !important; text-underline-offset: 3px !important; }
mark.zhupi[data-category="figure"] { text-decoration: underline solid 2px #1d5fa8 !important; text-underline-offset: 3px !important; background-color: #e8f1fb !important; }
mark.zhupi[data-category="shortcoming"] { text-decoration: underline wavy 1px #c1341f !important; text-underline-offset: 4px !important; background-color: #fdeeea !important; }
mark.zhupi[data-category="note"] { text-decoration: underline double 2px #7a5a00 !important; text-underline-offset: 5px !important; background-color: #fff6cf !important; }
@media (forced-colors: active) {
  mark.zhupi[data-category] { background-color: Canvas !important; color: CanvasText !important; text-decoration-color: Highlight !important; }
}
`;

/** What paper shows of them, unless the reader wants more: nothing. */
export const UNPRINTED_STYLE = `
@media print {
  mark.zhupi[data-category] { background: none !important; text-decoration: none !important; }
}
`;
