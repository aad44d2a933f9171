/**
 * Tables of figures. One cell of a table can be reached with the Tab key; the arrow keys go on from
 * there, so that a table of many figures is no trap of many stops.
 */

import {element, nameNode} from './dom.js';
import {cellOf, explainWith, isForeign, showCell, writtenCell, writtenValue} from './cells.js';
import {columnName, symbol, unitOf} from './edition.js';
import {plain} from './numbers.js';
import {labelText, say} from './texts.js';

/**
 * Makes a table. A column has `column`, the id of what it shows, or `text` or `node`, a function of a
 * row that gives a text or a drawing; and, as needed, `head` (its title, if not the column's name),
 * `low` and `high` (limits that are shown as one cell), `source` (where the row of a cell stands, if
 * not in the row of the table), `heat` (a function of a cell that gives a class), `classes`, and
 * `row` where it heads the row.
 *
 * @param {{caption: string, columns: !Array<!Object>, rows: !Array<{table: !Object, row: number}>,
 *     classes: (string|undefined), hideCaption: (boolean|undefined)}} parts
 * @return {!HTMLElement} a box that scrolls by itself, with the table
 */
export function tableOf(parts) {
  const head = element('tr', null,
      parts.columns.map(column =>
        element('th', {scope: 'col', class: classOf(column)}, headOf(column))));
  const body = element('tbody');
  for (const at of parts.rows) {
    body.append(rowOf(parts.columns, at));
  }
  const table = element('table', {class: parts.classes || null},
      element('caption', {class: parts.hideCaption ? 'unseen' : null}, parts.caption),
      element('thead', null, head), body);
  const box = element('div', {class: 'table-box', tabindex: '0', role: 'region',
    'aria-label': say('表：', 'Table: ') + parts.caption}, table);
  enterable(table);
  return box;
}

/** Columns without those that no table of the rows has. */
export function presentColumns(columns, rows) {
  return columns.filter(column => {
    const tables = column.text || column.node ? [] : rows
        .map(at => column.source ? column.source(at) : at).filter(Boolean).map(from => from.table);
    return !tables.length || tables.some(table => table.has(column.column || column.low));
  });
}

function headOf(column) {
  return column.head !== undefined ? column.head : columnName(column.column);
}

function classOf(column) {
  return column.row && !column.column ? 'head' : column.text || column.node ? column.classes || 'words' :
      isNumber(column) ? 'number' :
      ['date', 'time', 'flag'].includes(unitOf(column.column)) ? 'short' : 'words';
}

function isNumber(column) {
  return column.low || ['rate', 'points', 'count', 'days'].includes(unitOf(column.column));
}

function rowOf(columns, at) {
  const row = element('tr');
  for (const column of columns) {
    row.append(cellNode(column, at));
  }
  return row;
}

function cellNode(column, at) {
  const tag = column.row ? 'th' : 'td';
  const node = element(tag, {class: classOf(column), scope: column.row ? 'row' : null});
  if (column.node || column.text) {
    const content = (column.node || column.text)(at);
    if (content !== null && content !== undefined) {
      node.append(typeof content === 'string' ? nameNode(content, isForeign(content)) : content);
    }
    return node;
  }
  const from = column.source ? column.source(at) : at;
  if (!from) {
    node.append('\u2013');
    return node;
  }
  if (column.low) {
    return limits(node, column, from);
  }
  const cell = cellOf(from.table, from.row, column.column);
  if (isNumber(column) || cell.symbol) {
    showCell(node, cell);
    node.setAttribute('tabindex', '-1');
  } else {
    const text = writtenCell(cell);
    node.append(nameNode(text, isForeign(text)));
  }
  if (cell.symbol) {
    node.classList.add('symbol-' + cell.symbol);
  }
  if (column.heat) {
    node.classList.add(column.heat(cell));
  }
  return node;
}

function limits(node, column, at) {
  const low = cellOf(at.table, at.row, column.low);
  const high = cellOf(at.table, at.row, column.high);
  node.setAttribute('tabindex', '-1');
  if (low.value === null) {
    showCell(node, low);
  } else {
    explainWith(node, low);
    node.append(showCell(element('span'), low, true), say(' 至 ', ' to '),
        showCell(element('span'), high));
    if (low.symbol) {
      node.classList.add('symbol-' + low.symbol);
    }
  }
  return node;
}

/** Lets the arrow keys go from figure to figure. */
function enterable(table) {
  const first = table.querySelector('[tabindex="-1"]');
  if (first) {
    first.setAttribute('tabindex', '0');
  }
  table.addEventListener('keydown', move);
}

const STEPS = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};

function move(event) {
  const step = STEPS[event.key];
  const cell = event.target.closest('td, th');
  if (!step || !cell || cell !== event.target) {
    return;
  }
  const table = cell.closest('table');
  const next = neighbour(table, cell, step);
  if (next) {
    event.preventDefault();
    cell.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }
}

function neighbour(table, cell, [down, right]) {
  let line = cell.parentElement.rowIndex;
  let at = cell.cellIndex;
  for (;;) {
    line += down;
    at += right;
    const row = table.rows[line];
    const next = row && row.cells[at];
    if (!next) {
      return null;
    }
    if (next.hasAttribute('tabindex')) {
      return next;
    }
  }
}

/** Lets one figure of a row be reached with the Tab key, and the arrow keys go on from there. */
export function enterableRow(row, selector) {
  const all = [...row.querySelectorAll(selector)];
  if (all.length) {
    all[0].setAttribute('tabindex', '0');
  }
  row.addEventListener('keydown', event => {
    const step = STEPS[event.key];
    const next = step && all[all.indexOf(event.target) + step[0] + step[1]];
    if (next && all.includes(event.target)) {
      event.preventDefault();
      event.target.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  });
  return row;
}

/**
 * The same table as rows of texts, as they are shown, with a column for the symbols of each column
 * that has any.
 */
export function textsOf(columns, rows) {
  const parts = columns.filter(column => !column.node).flatMap(column => texts(column, rows));
  const lines = [parts.map(part => part.head)];
  rows.forEach((unused, at) => lines.push(parts.map(part => part.texts[at])));
  return lines;
}

function texts(column, rows) {
  if (column.text) {
    return [{head: headOf(column), texts: rows.map(at => {
      const content = column.text(at);
      return typeof content === 'string' ? content : content ? content.textContent : '';
    })}];
  }
  const ids = column.low ? [column.low, column.high] : [column.column];
  return ids.flatMap(id => {
    const cells = rows.map(at => {
      const from = column.source ? column.source(at) : at;
      return from ? cellOf(from.table, from.row, id) : null;
    });
    const head = column.low ? columnName(id) : headOf(column);
    const values = {head, texts: cells.map(cell => cell && cell.value !== null ?
        (isNumber(column) ? plain(writtenValue(id, cell.value)) : writtenValue(id, cell.value)) : '')};
    const symbols = {head: head + say('（符号）', ' (symbol)'),
      texts: cells.map(cell => cell && cell.symbol || '')};
    return symbols.texts.some(Boolean) ? [values, symbols] : [values];
  });
}

/** What the symbols of some cells mean, as a list; null where there are none. */
export function legendOf(symbols) {
  if (!symbols.length) {
    return null;
  }
  return element('ul', {class: 'legend'}, symbols.map(code => {
    const known = symbol(code);
    return element('li', null, element('span', {class: 'legend-mark symbol-' + code}, code), ' ',
        labelText(known.meaning), say('：', ': '), labelText(known.reason));
  }));
}

/** Symbols that some columns have in some rows. */
export function symbolsIn(columns, rows) {
  const found = new Set();
  for (const column of columns) {
    const ids = column.low ? [column.low] : column.column ? [column.column] : [];
    for (const id of ids) {
      for (const at of rows) {
        const from = column.source ? column.source(at) : at;
        const code = from && from.table.symbol(from.row, id);
        if (code) {
          found.add(code);
        }
      }
    }
  }
  return [...found];
}
