/** Look of what is lit for a moment or under the pointer (CSS Custom Highlight API): paints, moves nothing. */
export const SPOTLIGHT_STYLE = `
::highlight(zhupi-scope) { background-color: #f3ead9; color: #1f1d1a; }
::highlight(zhupi-flash) { background-color: #ffd84d; color: #1f1d1a; }
`;
