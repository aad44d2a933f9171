/**
 * Figures: one cell of a table as text, as an element that can be asked what it means, and the
 * answer. Each element carries the column, the packed number and the symbol.
 */

import {present} from './data.js';
import {element} from './dom.js';
import {codeName, column, columnName, facts, symbol, unitOf} from './edition.js';
import {grouped, percent, points} from './numbers.js';
import {isChineseOnly, joined, labelText, say, unmarked} from './texts.js';

const explained = new WeakMap();

/**
 * A cell: a column in a row of a table.
 *
 * @return {{table: !Object, row: number, column: string, value: *, symbol: ?string, also: ?Object}}
 *     `also` is a cell that is told of together with it
 */
export function cellOf(table, row, columnId) {
  return {table, row, column: columnId, value: table.value(row, columnId),
    symbol: table.symbol(row, columnId), also: null};
}

/** Where a cell stands in the edition: table, part, and number of the row from 0. */
export function place(cell) {
  return cell.table.id + '/' + cell.table.part + ':' + cell.row;
}

const NONE = '\u2013';

/** A value as it is written, without its symbol. */
export function writtenValue(columnId, value) {
  if (value === null) {
    return NONE;
  }
  switch (unitOf(columnId)) {
    case 'rate':
      return percent(value);
    case 'points':
      return points(value);
    case 'count':
    case 'days':
      return grouped(value);
    case 'flag':
      return value === true || value === 'true' ? say('是', 'yes') : say('否', 'no');
    case 'code':
      return columnId === 'graduation_year' ? String(value) : codeName(columnId, value);
    case 'time':
      return String(value).replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
    default:
      return unmarked(value);
  }
}

/** A cell as it is written: the symbol alone where it stands in place of the value. */
export function writtenCell(cell) {
  if (cell.value === null && cell.symbol) {
    return cell.symbol;
  }
  return writtenValue(cell.column, cell.value);
}

/** Lets an element show a cell; `bare` without the symbol beside its value. */
export function showCell(node, cell, /** boolean= */ bare) {
  node.setAttribute('data-column', cell.column);
  node.setAttribute('data-row', place(cell));
  if (cell.value !== null) {
    node.setAttribute('data-value', String(cell.value));
  }
  if (cell.symbol) {
    node.setAttribute('data-symbol', cell.symbol);
  }
  node.append(writtenCell(cell));
  if (cell.symbol && cell.value !== null && !bare) {
    node.append(element('sup', {class: 'mark'}, cell.symbol));
  }
  explained.set(node, {cell});
  return node;
}

/** A figure in a sentence: a button, so that it can be reached and asked. */
export function figureNode(cell, /** string= */ classes) {
  return showCell(element('button', {type: 'button', class: 'fig ' + (classes || '')}), cell);
}

/** Lets an element be asked for the explanation of a cell that it shows in its own way. */
export function explainWith(node, cell) {
  node.setAttribute('data-explains', cell.column);
  node.setAttribute('data-row', place(cell));
  explained.set(node, {cell});
}

/** What the element nearest to a node explains; null for nothing. */
export function explanationAt(node) {
  const holder = node && node.closest ? node.closest('[data-column], [data-explains]') : null;
  const known = holder && explained.get(holder);
  return known ? {holder, lines: explanation(known.cell)} : null;
}

const CUT = ['university_code', 'graduation_year', 'hardship_group', 'degree_level', 'region_role',
  'region_code', 'major_code', 'scheme_group', 'outcome_code', 'from_state', 'to_state', 'rule_id',
  'place_code', 'month_end', 'clock', 'day', 'window_days', 'provider', 'decline_reason_code',
  'training'];

/** What a row is about, in words: every dimension that it is cut by. */
export function about(table, row) {
  return joined(CUT.map(id => {
    const value = table.value(row, id);
    if (value === null || value === 'all') {
      return '';
    }
    switch (id) {
      case 'graduation_year':
        return say(value + '届', 'cohort ' + value);
      case 'region_code':
        return value === '000000' ? codeName(id, value) : named(table, row, 'region_name', id);
      case 'major_code':
        return value === 'unknown' ? codeName(id, value) : named(table, row, 'major_name', id);
      case 'region_role':
        return value === 'origin' ? say('生源地', 'region of origin') :
            say('高校所在地', 'region of the university');
      case 'place_code':
        return named(table, row, 'place_name', id);
      case 'month_end':
        return say('月末 ', 'at ') + value;
      case 'day':
        return say('第 ' + value + ' 天', 'day ' + value);
      case 'from_state':
        return say('原为 ', 'from ') + codeName(id, value);
      case 'to_state':
        return say('现为 ', 'to ') + codeName(id, value);
      default:
        return codeName(id, value);
    }
  }));
}

/** The name that the row itself gives a code, or else that of the list. */
export function named(table, row, nameColumn, codeColumn) {
  const own = table.value(row, nameColumn);
  return own ? unmarked(own) : codeName(codeColumn, table.value(row, codeColumn));
}

/**
 * What a cell means, as pairs of words: what, and the rest.
 *
 * @return {!Array<!Array<string>>}
 */
export function explanation(cell) {
  const {table, row} = cell;
  const about_ = column(cell.column);
  const beside = id => id && table.has(id) ? cellOf(table, row, id) : null;
  const lines = [[columnName(cell.column), withUnit(cell)]];
  lines.push(['', about(table, row)]);
  const low = beside(about_.low);
  const high = beside(about_.high);
  if (low && high && low.value !== null) {
    lines.push([say('95% 区间', '95% interval'), range(low, high)]);
  }
  for (const [title, id] of [[say('分子', 'Numerator'), about_.numerator],
    [say('分母', 'Denominator'), about_.denominator]]) {
    const part = beside(id);
    if (part) {
      lines.push([title, columnName(id) + ' ' + writtenCell(part)]);
    } else if (id) {
      lines.push([title, columnName(id)]);
    }
  }
  if (cell.also) {
    lines.push([columnName(cell.also.column), withUnit(cell.also)]);
  }
  if (cell.symbol) {
    const known = symbol(cell.symbol);
    lines.push([cell.symbol, labelText(known.meaning) + say('：', ': ') + labelText(known.reason)]);
  }
  lines.push([say('定义', 'Definition'), labelText(about_.definition)]);
  lines.push([say('日期', 'Date'), dateLine(table, row)]);
  const stale = beside('stale_graduates');
  if (stale && stale.value !== null && cell.column !== 'stale_graduates') {
    lines.push([say('数据新旧', 'Age of the data'), staleLine(stale)]);
  }
  lines.push([say('采用台账', 'Ledger'), ledgerLine(table, row)]);
  return lines.filter(line => line[1]);
}

function staleLine(stale) {
  const days = facts().stale_days;
  return stale.value === 0 ?
      say('全部在 ' + days + ' 天以内', 'all within ' + days + ' days') :
      say(grouped(stale.value) + ' 人的数据超过 ' + days + ' 天',
          'older than ' + days + ' days for ' + grouped(stale.value) + ' graduates');
}

/** Which slice of a university its figures rest on, and how old that was; empty for others. */
function ledgerLine(table, row) {
  const university = table.value(row, 'university_code');
  const ages = present('as_of', 'latest');
  if (!university || university === 'all' || !table.has('placement_rate') || !ages) {
    return '';
  }
  const own = ages.where({university_code: university,
    graduation_year: table.value(row, 'graduation_year')})[0];
  return own === undefined ? '' : ages.value(own, 'snapshot_date') +
      say('，' + ages.value(own, 'age_days') + ' 天前',
          ', ' + ages.value(own, 'age_days') + ' days old');
}

function dateLine(table, row) {
  const date = table.value(row, 'as_of_date') || table.value(row, 'snapshot_date');
  const age = table.value(row, 'age_days');
  const days = age === null ? '' :
      say('，数据截至 ' + age + ' 天前', ', data ' + age + ' days old');
  return (date || facts().as_of_date) + days;
}

/** A value with what it counts. */
function withUnit(cell) {
  const text = writtenCell(cell);
  if (cell.value === null) {
    return text;
  }
  const unit = unitOf(cell.column);
  if (unit === 'points') {
    return text + say(' 个百分点', ' points');
  }
  return unit === 'days' ? text + say(' 天', ' days') : text;
}

/** Two limits as one text. */
function range(low, high) {
  if (low.value === null) {
    return writtenCell(low);
  }
  return writtenCell(low) + say(' 至 ', ' to ') + writtenCell(high);
}

/** The symbols of some cells, each once. */
export function symbolsOf(cells) {
  return [...new Set(cells.map(cell => cell && cell.symbol).filter(Boolean))];
}

/** Whether a name is to be marked as Chinese in an English page. */
export function isForeign(text) {
  return isChineseOnly({zh: text, en: text});
}
