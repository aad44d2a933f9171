/** Columns that many tables have. */

import {cellOf, named, writtenCell} from './cells.js';
import {axisText} from './charts/dots.js';
import {extent} from './charts/palette.js';
import {drawing, element} from './dom.js';
import {codeName, columnName} from './edition.js';
import {say} from './texts.js';

/** The name of a code, at the head of its row. */
export function codeHead(column, /** string= */ head) {
  return {row: true, head: head || columnName(column),
    text: at => codeName(column, at.table.value(at.row, column))};
}

/** The name that the row gives a code, at the head of the row. */
export function nameHead(nameColumn, codeColumn, /** string= */ head) {
  return {row: true, head: head || columnName(codeColumn),
    text: at => named(at.table, at.row, nameColumn, codeColumn)};
}

/** Columns by their ids. */
export function plainColumns(...ids) {
  return ids.map(column => ({column}));
}

/** Rate, interval, placed, graduates. */
export function rateColumns() {
  return [
    {column: 'placement_rate'},
    {low: 'placement_rate_low', high: 'placement_rate_high', head: say('95% 区间', '95% interval')},
    {column: 'placed'},
    {column: 'graduates'},
  ];
}

/** Gap and its interval; none for groups that are compared with nobody. */
export function gapColumns(/** string= */ group) {
  return group === 'all' || group === 'none' ? [] : [
    {column: 'rate_gap'},
    {low: 'rate_gap_low', high: 'rate_gap_high', head: say('差距的 95% 区间', '95% interval of the gap')},
  ];
}

const WIDE = 150;
const HIGH = 16;

/** A dot with its interval in a cell of a table, on an axis that takes in all of its rows. */
export function dotColumn(table, rows) {
  const ids = ['placement_rate', 'placement_rate_low', 'placement_rate_high'];
  const values = rows.flatMap(row => ids.map(id => table.value(row, id)))
      .filter(value => value !== null);
  const {min, max} = extent(values, 0, 10000, 5);
  const x = value => 6 + (value - min) * (WIDE - 12) / (max - min);
  return {head: axisText(min) + ' – ' + axisText(max), classes: 'drawn', node: at => {
    const rate = cellOf(at.table, at.row, 'placement_rate');
    if (rate.value === null) {
      return element('span', {class: 'symbol'}, writtenCell(rate));
    }
    const low = at.table.value(at.row, 'placement_rate_low');
    const high = at.table.value(at.row, 'placement_rate_high');
    return drawing('svg', {viewBox: '0 0 ' + WIDE + ' ' + HIGH, width: WIDE, height: HIGH,
      'class': 'dot-row' + (rate.symbol === 'u' ? ' weak' : ''), 'aria-hidden': 'true',
      'data-dot': rate.value},
    drawing('line', {x1: 6, x2: WIDE - 6, y1: 8, y2: 8, 'class': 'dot-axis'}),
    low === null ? null :
      drawing('line', {x1: x(low), x2: x(high), y1: 8, y2: 8, 'class': 'dot-interval'}),
    drawing('circle', {cx: x(rate.value), cy: 8, r: 3.5, 'class': 'dot'}));
  }};
}

/** Rows of a table as the tables of the page take them. */
export function rowsOf(table, numbers) {
  return numbers.map(row => ({table, row}));
}

/** A row of dots. */
export function dotRow(table, row, name, /** boolean= */ strong, /** string= */ column) {
  const id = column || 'placement_rate';
  const graduates = cellOf(table, row, 'graduates');
  return {
    name,
    strong,
    cell: cellOf(table, row, id),
    low: cellOf(table, row, id + '_low'),
    high: cellOf(table, row, id + '_high'),
    beside: graduates.value === null ? '' : writtenCell(graduates),
  };
}

/** A line of the curve: cells by date. */
export function weeksOf(table, rows, column) {
  return rows.map(row => ({
    date: table.value(row, 'as_of_date'),
    cell: cellOf(table, row, column),
    low: cellOf(table, row, column + '_low'),
    high: cellOf(table, row, column + '_high'),
  })).sort((one, other) => one.date < other.date ? -1 : 1);
}
