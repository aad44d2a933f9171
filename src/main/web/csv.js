/**
 * Comma-separated values. Texts that a spreadsheet program would compute stand in quotation marks,
 * by the rule of `publish.SafeText.inCsv`.
 */

const LIKE_A_FORMULA =
    /^(?:[\t\r\n]|[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE63\u2212\uFE62\u207A\uFE66\uFE6B])/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The text in the form that a spreadsheet program leaves as it is. */
export function safe(text) {
  return LIKE_A_FORMULA.test(text) && !NUMBER.test(text) ? '\u201C' + text + '\u201D' : text;
}

/**
 * Rows of texts as the text of a file; null is an empty cell.
 *
 * @param {!Array<!Array<?string>>} rows
 * @return {string}
 */
export function written(rows) {
  return '\uFEFF' + rows.map(row => row.map(cell).join(',') + '\r\n').join('');
}

function cell(text) {
  if (text === null || text === undefined) {
    return '';
  }
  const kept = safe(text);
  return /[",\r\n]/.test(kept) ? '"' + kept.replace(/"/g, '""') + '"' : kept;
}

/** Hands a file to the reader. */
export function save(fileName, rows) {
  const address = URL.createObjectURL(
      new Blob([written(rows)], {type: 'text/csv;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click has been dealt with.
  window.setTimeout(() => URL.revokeObjectURL(address), 60000);
}
