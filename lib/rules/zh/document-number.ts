/** The year in its brackets and the running number: 〔2021〕5号, also with one bracket lost in conversion. */
export const DOCUMENT_NUMBER = /[〔[(【](?:19|20)\d\d[〕\])】]? ?(?:第 ?)?\d{1,5} ?号/g;

/** The issuer's sign before it: 国办发, 公通字, 粤府办函. Words that lead up to it are not taken. */
export const DOCUMENT_SIGN =
  /(?:(?:根据|依据|按照|落实|执行|贯彻|印发|转发|下发|关于|及|和|的)(?=[\u4e00-\u9fff]{2}))?([\u4e00-\u9fff]{2,10})$/;
