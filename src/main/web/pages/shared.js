/** What several pages ask the tables. */

import {cellOf} from '../cells.js';
import {curve} from '../charts/curve.js';
import {dotRow, rateColumns, weeksOf} from '../columns.js';
import {element} from '../dom.js';
import {codeName, dateOf, dayNumber, entry, facts, hasTable, list} from '../edition.js';
import {listed, say} from '../texts.js';
import {groupText, yearText} from '../view.js';

/** Rows of the newest plain date. */
export function newest(table, wanted) {
  return table.where(Object.assign(
      {as_of_kind: facts().as_of_kind, as_of_date: facts().as_of_date}, wanted));
}

/**
 * Says which contents of the internal edition an edition leaves out; null for none.
 *
 * @param {!Array<!Array<string>>} contents each a table, a part, and what it is called
 */
export function leftOut(contents) {
  const missing = contents.filter(([id, part]) => !hasTable(id, part)).map(each => each[2]);
  return missing.length ? element('p', {class: 'note'},
      say('以下内容不对外公布，仅内部版有：', 'These do not leave the house, and are in the internal edition alone: ') +
      listed(missing) + say('。', '.')) : null;
}

/** Says of whom a chapter is, where it is not the group that was chosen. */
export function insteadOf(view, group) {
  return group === view.group ? null : element('p', null, say(
      '没有“' + groupText(view.group) + '”的数字，这里显示' + groupText(group) + '。',
      'There are no figures of “' + groupText(view.group) + '”; shown is: ' + groupText(group) + '.'));
}

/** Rows by the code that they have in a column. */
export function byCode(table, rows, column) {
  return new Map(rows.map(row => [table.value(row, column), row]));
}

/** Rows in the order of the list of a column. */
export function inOrder(table, rows, column) {
  const place = new Map(list(column).map((each, at) => [each.code, at]));
  const of = row => place.has(table.value(row, column)) ? place.get(table.value(row, column)) : 1e9;
  return rows.slice().sort((one, other) => of(one) - of(other) || one - other);
}

/** Rows in the order of a code, as text. */
export function byText(table, rows, column) {
  return rows.slice().sort((one, other) => {
    const [left, right] = [String(table.value(one, column)), String(table.value(other, column))];
    return left < right ? -1 : left > right ? 1 : one - other;
  });
}

/** The rate of those without hardship among some rows, as the line that others are held against. */
export function referenceOf(table, rows) {
  const row = byCode(table, rows, 'hardship_group').get('none');
  const cell = row === undefined ? null : cellOf(table, row, 'placement_rate');
  return cell && cell.value !== null ? {value: cell.value, name: codeName('hardship_group', 'none')} :
      null;
}

/** Dots of groups in their order. */
export function groupDots(view, table, rows, /** string= */ column) {
  return rows.map(row => {
    const group = table.value(row, 'hardship_group');
    return dotRow(table, row, groupText(group), group === view.group && group !== 'all', column);
  });
}

/** Columns of the table behind a curve. */
export function weekColumns() {
  return [{column: 'as_of_date', row: true}, {column: 'graduation_year'},
    {column: 'hardship_group'}].concat(rateColumns());
}

/** Rows of a trend, and the curve of the group, of those without hardship, and of a year before. */
export function rateCurve(view, trend, wanted) {
  const of = (group, year) => trend.where(Object.assign(
      {graduation_year: year, hardship_group: group}, wanted));
  const main = of(view.trendGroup, view.year);
  const series = [{name: groupText(view.trendGroup), style: 'main',
    cells: weeksOf(trend, main, 'placement_rate')}];
  let rows = main;
  if (view.trendGroup !== 'all' && view.trendGroup !== 'none') {
    const reference = of('none', view.year);
    if (reference.length) {
      series.push({name: codeName('hardship_group', 'none'), style: 'reference',
        cells: weeksOf(trend, reference, 'placement_rate')});
      rows = rows.concat(reference);
    }
  }
  const first = series[0].cells[0];
  const before = first ? yearBefore(view, trend, wanted, first.date) : [];
  if (before.length) {
    series.push({name: say(yearText(view.year - 1) + '同期', yearText(view.year - 1) + ', same week'),
      style: 'before', cells: before});
    rows = rows.concat(before.map(each => each.cell.row));
  }
  return {rows, model: main.length ? curve({series}) : null};
}

// Fifty-two weeks, so that Sundays fall on Sundays.
const YEAR = 364;

/** The curve of the cohort before, moved by a year. */
function yearBefore(view, trend, wanted, from) {
  const rows = trend.where(Object.assign(
      {graduation_year: view.year - 1, hardship_group: view.trendGroup}, wanted));
  return weeksOf(trend, rows, 'placement_rate')
      .map(each => Object.assign(each, {date: dateOf(dayNumber(each.date) + YEAR)}))
      .filter(each => each.date >= from && each.date <= facts().as_of_date);
}

/** The row of a trend a number of days before a date. */
export function rowBefore(trend, rows, date, days) {
  const wanted = dateOf(dayNumber(date) - days);
  return rows.find(row => trend.value(row, 'as_of_date') === wanted);
}

/** The row of the last date before a date. */
export function lastBefore(trend, rows, date) {
  let best;
  for (const row of rows) {
    const own = trend.value(row, 'as_of_date');
    if (own < date && (best === undefined || own > trend.value(best, 'as_of_date'))) {
      best = row;
    }
  }
  return best;
}

/** Whether groups overlap, add up to the whole, or are the whole. */
export function kindOf(group) {
  const known = entry('hardship_group', group);
  switch (known ? known.kind : '') {
    case 'whole':
      return say('全体', 'the whole');
    case 'part':
      return say('相加为全体', 'adds up to the whole');
    default:
      return say('与其他群体重叠', 'overlaps with others');
  }
}
