import assert from 'node:assert/strict';
import test from 'node:test';
import {safe, written} from '../../main/web/csv.js';

test('text that a spreadsheet would compute stands in quotation marks', () => {
  for (const text of ['=1+1', '+1 2', '-x', '@a', '\uFF1D1', '\u2212x', '  =1', '\tx', '\u200B=1', '\nx']) {
    assert.equal(safe(text), '\u201C' + text + '\u201D');
  }
});

test('numbers and other text stay as they are', () => {
  for (const text of ['-3.21', '+5', '-1e3', '87.34%', 'a=b', '', '沄岫大学', '0.8734']) {
    assert.equal(safe(text), text);
  }
});

test('cells with commas, quotes and line ends are quoted', () => {
  assert.equal(written([['a,b', 'say "x"', null], ['1', 'two\nlines', '']]),
      '\uFEFF"a,b","say ""x""",\r\n1,"two\nlines",\r\n');
});
