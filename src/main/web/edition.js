/** What the edition says of itself: columns, lists of codes, symbols, dates. */

import {labelText, say, unmarked} from './texts.js';

/** The edition as it was loaded. */
let content = null;
const names = new Map();

export function take(loaded) {
  content = loaded;
}

export function facts() {
  return content.edition;
}

export function years() {
  return content.years;
}

export function tables() {
  return content.tables;
}

/** The release that the edition shows; null where it is of the warehouse as it is. */
export function release() {
  return content.release || null;
}

/** Whether the edition has a table. A release has not all that the house has. */
export function hasTable(id, part) {
  return content.tables.some(each => each.id === id && each.part === part);
}

/** What a reader has to know of the figures of a table; empty for nothing. */
export function noteOf(id, part) {
  const known = content.tables.find(each => each.id === id && each.part === part);
  return known && known.note ? labelText(known.note) : '';
}

export function findings(year) {
  return (content.findings || {})[year] || [];
}

const NO_COLUMN = {unit: 'text', name: null, definition: null};

/** A column: unit in small letters, name, definition, and what belongs to it. */
export function column(id) {
  return content.columns[id] || NO_COLUMN;
}

export function unitOf(id) {
  return (column(id).unit || 'text').toLowerCase();
}

export function columnIds() {
  return Object.keys(content.columns);
}

export function columnName(id) {
  return labelText(column(id).name) || id;
}

/** Entries of the list of a column; empty if it has none. */
export function list(columnId) {
  return content.lists[LIST_OF[columnId] || columnId] || [];
}

const LIST_OF = {'from_state': 'state', 'to_state': 'state', 'province_code': 'region_code'};

/** An entry of a list; undefined if there is none. */
export function entry(columnId, code) {
  let byCode = names.get(columnId);
  if (!byCode) {
    byCode = new Map(list(columnId).map(each => [each.code, each]));
    names.set(columnId, byCode);
  }
  return byCode.get(code);
}

/** The name of a code; the code itself where nothing names it. */
export function codeName(columnId, code) {
  const known = entry(columnId, code);
  if (known && labelText(known.name)) {
    return labelText(known.name);
  }
  return COMMON.has(code) ? say(...COMMON.get(code)) : unmarked(code);
}

const COMMON = new Map([
  ['all', ['全部', 'All']],
  ['unknown', ['不详', 'Unknown']],
  ['000000', ['地区不详', 'Unknown region']],
]);

/** Codes of a list in its order, without what is not in `present`. */
export function ordered(columnId, present) {
  const here = new Set(present);
  const known = list(columnId).map(each => each.code).filter(code => here.delete(code));
  return known.concat([...here].sort());
}

/** Meaning and reason of a symbol. */
export function symbol(code) {
  return content.symbols[code] || {meaning: {zh: code, en: code}, reason: {zh: '', en: ''}};
}

export function symbolCodes() {
  return Object.keys(content.symbols);
}

const DAY = 86400000;

/** Days since 1970 of a plain date. */
export function dayNumber(date) {
  const [year, month, day] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

export function dateOf(dayNumber) {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}

/** How many days ago the figures are of, by the clock of the reader. */
export function ageInDays() {
  const now = new Date();
  const today = Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
  return today - dayNumber(facts().as_of_date);
}
