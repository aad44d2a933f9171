/** Fields of study: discipline, class, major; and a search over all of them. */

import {named} from '../cells.js';
import {chapter} from '../chapter.js';
import {dots} from '../charts/dots.js';
import {dotColumn, dotRow, gapColumns, nameHead, rateColumns, rowsOf} from '../columns.js';
import {matches, searchField} from '../controls.js';
import {element, nameNode} from '../dom.js';
import {codeName} from '../edition.js';
import {tableOf} from '../table.js';
import {say} from '../texts.js';
import {groupText, groupWithin} from '../view.js';
import {disciplineOf} from './fields.js';
import {byText, newest} from './shared.js';

export function needs() {
  return [['placement_rates', 'majors']];
}

export function draw(view, [rates]) {
  const all = newest(rates, {graduation_year: view.year});
  const field = fieldOf(view.setting('field'));
  const level = field === null ? 'discipline' : field.code.length === 2 ? 'class' : 'major';
  const ofLevel = all.filter(row => rates.value(row, 'major_level') === level);
  const group = groupWithin(view, rates.distinct('hardship_group', ofLevel));
  const rows = byText(rates, ofLevel.filter(row =>
    rates.value(row, 'hardship_group') === group && isWithin(rates, row, field)), 'major_code');
  return [
    search(view, rates, all),
    path(view, rates, all, field),
    fields(view, rates, rows, level, group),
  ];
}

function fieldOf(setting) {
  const [catalogue, code] = setting.split('.');
  return code ? {catalogue, code} : null;
}

function isWithin(rates, row, field) {
  if (field === null) {
    return true;
  }
  const catalogue = String(rates.value(row, 'major_catalogue'));
  const code = String(rates.value(row, 'major_code'));
  return field.code.length === 2 || field.code === 'unknown' ?
      disciplineOf(catalogue, code) === field.catalogue + '.' + field.code :
      catalogue === field.catalogue && code.startsWith(field.code) && code !== 'unknown';
}

function keyOf(rates, row) {
  return rates.value(row, 'major_catalogue') + '.' + rates.value(row, 'major_code');
}

function nameOf(rates, row) {
  return rates.value(row, 'major_code') === 'unknown' ? codeName('major_code', 'unknown') :
      named(rates, row, 'major_name', 'major_code');
}

/** Where the reader is: all, a discipline, a class. */
function path(view, rates, all, field) {
  const steps = [[say('全部门类', 'All disciplines'), '']];
  if (field !== null) {
    const discipline = field.code.length === 2 ? field.catalogue + '.' + field.code :
        disciplineOf(field.catalogue, field.code);
    steps.push([titleOf(rates, all, 'discipline', discipline), discipline]);
    if (field.code.length > 2) {
      const key = field.catalogue + '.' + field.code;
      steps.push([titleOf(rates, all, 'class', key), key]);
    }
  }
  return element('nav', {class: 'path', 'aria-label': say('专业层级', 'Levels of fields')},
      element('ol', null, steps.map(([name, key], at) => element('li', null,
          at === steps.length - 1 ?
              element('span', {'aria-current': 'location'}, nameNode(name, false)) :
              element('a', {href: view.changed({field: key})}, nameNode(name, false))))));
}

function titleOf(rates, all, level, key) {
  const row = all.find(each => rates.value(each, 'major_level') === level && keyOf(rates, each) === key);
  return row === undefined ? key : nameOf(rates, row) + ' ' + rates.value(row, 'major_code');
}

const LEVELS = {
  'discipline': () => say('门类与专业大类', 'Disciplines'),
  'class': () => say('专业类', 'Classes'),
  'major': () => say('专业', 'Majors'),
};

function catalogueColumn() {
  return {column: 'major_catalogue',
    text: at => codeName('major_catalogue', at.table.value(at.row, 'major_catalogue'))};
}

function columnsOf(view, level, group) {
  const head = level === 'major' ? nameHead('major_name', 'major_code', LEVELS[level]()) :
      {row: true, head: LEVELS[level](), text: at => element('a',
          {href: view.changed({field: keyOf(at.table, at.row)})},
          nameNode(nameOf(at.table, at.row), false))};
  return [head, {head: say('代码', 'Code'), classes: 'code', text: at => String(at.table.value(at.row, 'major_code'))},
    catalogueColumn()].concat(rateColumns(), gapColumns(group));
}

// Beyond this many rows a chart is a wall of dots; the table has a dot in each row.
const MOST = 60;

function fields(view, rates, rows, level, group) {
  const other = group === view.group ? null : element('p', null, say(
      '此层级没有“' + groupText(view.group) + '”的数字，这里显示全部毕业生。',
      'There are no figures of “' + groupText(view.group) + '” at this level; shown are all graduates.'));
  const columns = columnsOf(view, level, group);
  return chapter(view, {
    id: 'fields',
    title: LEVELS[level](),
    says: say('按专业代码排列，不排名。', 'In the order of codes, not of rates.') + (level === 'major' ? '' :
        say('选择名称看下一层。', ' Choose a name to see what is in it.')),
    heeds: {year: true, group: group === view.group},
    notes: other,
    chart: rows.length && rows.length <= MOST ?
        dots({rows: rows.map(row => dotRow(rates, row, nameOf(rates, row)))}) : null,
    columns: rows.length > MOST ? columns.concat([dotColumn(rates, rows)]) : columns,
    rows: rowsOf(rates, rows),
    open: true,
  });
}

// Nobody reads on beyond these.
const FOUND = 50;

function search(view, rates, all) {
  const results = element('div', {class: 'results', 'aria-live': 'polite'});
  const look = wanted => {
    results.replaceChildren();
    if (!wanted) {
      return;
    }
    const rows = all.filter(row => rates.value(row, 'hardship_group') === 'all' &&
        matches(wanted, rates.value(row, 'major_name'), rates.value(row, 'major_code')));
    results.append(element('p', null, rows.length > FOUND ?
        say('找到 ' + rows.length + ' 个，显示前 ' + FOUND + ' 个', rows.length + ' found, the first ' + FOUND + ' shown') :
        say('找到 ' + rows.length + ' 个', rows.length + ' found')));
    if (rows.length) {
      results.append(tableOf({caption: say('找到的专业（全部毕业生）', 'Fields found (all graduates)'),
        columns: foundColumns(view),
        rows: rowsOf(rates, byText(rates, rows, 'major_code').slice(0, FOUND))}));
    }
  };
  const field = searchField(view, 'search-majors', say('查找专业', 'Find a field of study'), look);
  look(view.setting('q'));
  return element('div', {class: 'search', role: 'search'}, field, results);
}

function foundColumns(view) {
  return [
    {row: true, head: say('名称', 'Name'), text: at => {
      const level = at.table.value(at.row, 'major_level');
      const name = nameNode(nameOf(at.table, at.row), false);
      const key = keyOf(at.table, at.row);
      return element('a', {href: view.changed({field: level === 'major' ?
          key.replace(/\.(\d{4}).*$/, '.$1') : key, q: ''})}, name);
    }},
    {head: say('代码', 'Code'), classes: 'code', text: at => String(at.table.value(at.row, 'major_code'))},
    {head: say('层级', 'Level'), text: at => LEVELS[at.table.value(at.row, 'major_level')]()},
    catalogueColumn(),
  ].concat(rateColumns());
}
