/** A chapter of a page: heading, what it shows, which filters apply, the chart, and its table. */

import {chartBox} from './charts/box.js';
import {save} from './csv.js';
import {append, element} from './dom.js';
import {facts, noteOf} from './edition.js';
import {legendOf, presentColumns, symbolsIn, tableOf, textsOf} from './table.js';
import {joined, say} from './texts.js';
import {filterWords} from './view.js';

const opened = new Set();
// A table of more columns needs a sheet of paper laid across.
const WIDE = 11;

/**
 * @param {!Object} view
 * @param {{id: string, title: string, says: string, heeds: !Object,
 *     chart: (?Object|undefined), body: (*|undefined), notes: (*|undefined),
 *     columns: (!Array<!Object>|undefined), rows: (!Array<!Object>|undefined),
 *     open: (boolean|undefined), none: (string|undefined),
 *     shown: (function(): !Array<!Object>|undefined)}} parts `chart` a model of `chartBox`, or `body` nodes in its place;
 *     `columns` and `rows` the table behind it; `open` for a table that stands by itself; `none` what is said
 *     in place of a table without rows; `shown` the rows that a search has left
 */
export function chapter(view, parts) {
  const titleId = 'title-' + parts.id;
  if (parts.columns) {
    parts.columns = presentColumns(parts.columns, parts.rows);
  }
  const wide = parts.columns && parts.columns.length > WIDE ? ' wide' : '';
  return element('section', {class: 'chapter' + wide, id: parts.id, 'aria-labelledby': titleId},
      element('h2', {id: titleId}, parts.title),
      element('p', {class: 'says'}, parts.says),
      filterLine(view, parts.heeds),
      notesOf(parts.rows).map(note => element('p', {class: 'says'}, note)),
      parts.chart ? figure(parts) : parts.body || null,
      parts.notes ? element('div', {class: 'notes'}, parts.notes) : null,
      parts.columns ? behind(view, parts) : null);
}

/** What is to be known of the tables of some rows. */
function notesOf(rows) {
  return [...new Set((rows || []).map(at => at.table)
      .map(table => table ? noteOf(table.id, table.part) : ''))].filter(Boolean);
}

/** What is said where there are no figures. */
function nothing() {
  return facts().kind === 'internal' ? say('这里没有数据。', 'There are no figures here.') :
      say('这一范围没有公布的数字。', 'No figures of this kind are published.');
}

/** Which filters a chapter heeds, and which it does not. */
function filterLine(view, heeds) {
  const words = filterWords(view, heeds);
  return element('p', {class: 'applies'},
      words.applied ? element('span', {class: 'applied'}, say('范围：', 'Shown: ') + words.applied) : null,
      words.ignored ? element('span', {class: 'ignored'}, words.ignored) : null);
}

function figure(parts) {
  return element('figure', {class: 'figure'},
      chartBox(parts.id, joined([parts.title, parts.says,
        say('按方向键逐个看数字，下面的数据表有全部数字。',
            'The arrow keys go through the figures; the table below has every number.')]), parts.chart),
      legendOf(parts.chart.symbols));
}

function behind(view, parts) {
  const build = () => [
    legendOf(symbolsIn(parts.columns, parts.rows)),
    tableOf({caption: joined([parts.title, filterWords(view, parts.heeds).applied]),
      columns: parts.columns, rows: parts.rows, hideCaption: parts.open}),
    element('p', {class: 'table-tools'}, download(parts)),
  ];
  if (!parts.rows.length) {
    return element('p', {class: 'nothing'}, parts.none || nothing());
  }
  if (parts.open) {
    return element('div', {class: 'own-table'}, build());
  }
  const details = element('details', {class: 'behind', id: 'table-' + parts.id},
      element('summary', null, say('数据表', 'Table')));
  // A table that nobody looks at is not built.
  const fill = () => {
    if (details.open && details.children.length === 1) {
      append(details, build());
    }
  };
  details.addEventListener('toggle', () => {
    fill();
    if (details.open) {
      opened.add(parts.id);
    } else {
      opened.delete(parts.id);
    }
  });
  if (opened.has(parts.id)) {
    details.open = true;
    fill();
  }
  return details;
}

function download(parts) {
  return element('button', {type: 'button', class: 'quiet', data: {download: parts.id},
    onclick: () => save(parts.id + '.csv',
        textsOf(parts.columns, parts.shown ? parts.shown() : parts.rows))},
  say('下载此表（CSV）', 'Download this table (CSV)'));
}

/** Opens every table, as for paper. */
export function openAll() {
  for (const details of document.querySelectorAll('details.behind:not([open])')) {
    details.setAttribute('data-was-closed', '');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  }
}

/** Closes the tables that were opened for paper. */
export function closeAgain() {
  for (const details of document.querySelectorAll('details[data-was-closed]')) {
    details.removeAttribute('data-was-closed');
    details.open = false;
  }
}
