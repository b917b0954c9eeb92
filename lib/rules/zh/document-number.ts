/** 国办发〔2021〕5号, 公通字[2014]33号, also with the brackets or the closing one lost in conversion. */
export const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,12}(?:[发函字办文令规告]|通知|公告)?[〔[(【](?:19|20)\d\d[〕\])】]? ?(?:第 ?)?\d{1,5} ?号/g;
