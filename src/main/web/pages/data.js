/** What the figures rest on: reports, checks, revisions, definitions, downloads. */

import {cellOf} from '../cells.js';
import {chapter} from '../chapter.js';
import {dots} from '../charts/dots.js';
import {codeHead, plainColumns, rowsOf} from '../columns.js';
import {element, nameNode} from '../dom.js';
import {
  codeName, column, columnIds, columnName, facts, hasTable, release, symbol, symbolCodes,
} from '../edition.js';
import {labelText, say} from '../texts.js';
import {groupText, groupWithin} from '../view.js';
import {downloads} from './downloads.js';
import {byText, inOrder, insteadOf, leftOut, newest} from './shared.js';
import {isNo} from './universities.js';
import {revisionColumns} from './university.js';

export function needs() {
  return [['reporting', 'latest'], ['as_of', 'latest'], ['slices', 'held'],
    ['placement_rates', 'groups'], ['outcome_counts', 'all'], ['expectation_results', 'all'],
    ['revisions', 'latest'], ['official_figures', 'all'], ['release_changes', 'all']];
}

export function draw(view,
    [reporting, ages, held, rates, outcomes, rules, revisions, official, changes]) {
  const chapters = [
    released(),
    of('release_changes', 'all', () => moved(view, changes)),
    of('reporting', 'latest', () => late(view, reporting)),
    of('as_of', 'latest', () => old(view, ages)),
    of('slices', 'held', () => heldSlices(view, held)),
    rates.has('placement_rate_highest') ? bounds(view, rates) : null,
    of('outcome_counts', 'all', () => outcomeTable(view, outcomes)),
    of('expectation_results', 'all', () => checks(view, rules)),
    of('revisions', 'latest', () => revised(view, revisions)),
    of('official_figures', 'all', () => locked(view, official)),
    downloads(),
    definitions(view),
  ].filter(Boolean);
  return [contents(view, chapters)].concat(chapters, leftOut([
    ['as_of', 'latest', say('各校采用的台账', 'which ledger speaks for each university')],
    ['slices', 'held', say('待核实的批次', 'what is held')],
    ['expectation_results', 'all', say('规则核查', 'checks of rows')],
    ['revisions', 'latest', say('修订', 'revisions')],
    ['official_figures', 'all', say('锁定的数字', 'locked figures')],
  ]));
}

/** What is drawn of a table, where the edition has it. */
function of(id, part, drawn) {
  return hasTable(id, part) ? drawn() : null;
}

/** What the release is: who let it leave, by which rules, and what was checked. */
function released() {
  const own = release();
  return !own ? null : element('section', {class: 'chapter', id: 'release',
    'aria-labelledby': 'title-release'},
  element('h2', {id: 'title-release'}, say('本次发布', 'This release')),
  element('dl', {class: 'definitions'}, own.facts.map(each => element('div', null,
      element('dt', null, labelText(each.name)),
      element('dd', null, nameNode(labelText(each.text), false))))));
}

/** Every rate that moved since the release before. */
function moved(view, changes) {
  const rows = changes.where({graduation_year: view.year});
  const place = at => {
    const value = id => at.table.value(at.row, id);
    return value('university_code') !== 'all' ? codeName('university_code', value('university_code')) :
        value('region_code') !== 'all' ? codeName('region_code', value('region_code')) :
        value('major_code') !== 'all' ? value('major_name') + ' ' + value('major_code') :
        say('总体', 'Everywhere');
  };
  return chapter(view, {
    id: 'release-changes',
    title: say('与前次发布相比变动的落实率', 'Rates that moved since the release before'),
    says: release().changes.map(labelText)[0] || '',
    heeds: {year: true},
    columns: [{row: true, head: say('范围', 'Where'), text: place}].concat(plainColumns(
        'hardship_group', 'placement_rate_before', 'placement_rate_now', 'placed_before', 'placed_now',
        'graduates_before', 'graduates_now', 'moved_why')),
    rows: rowsOf(changes, rows),
    none: say('这一届没有变动的落实率。', 'No rate of this cohort moved.'),
  });
}

function contents(view, chapters) {
  return element('nav', {class: 'contents', 'aria-label': say('本页内容', 'On this page')},
      element('ul', null, chapters.map(each => element('li', null,
          element('a', {href: view.changed({at: each.id})}, each.querySelector('h2').textContent)))));
}

function universityHead() {
  return {row: true, head: say('高校', 'University'),
    text: at => codeName('university_code', at.table.value(at.row, 'university_code'))};
}

function codeColumn() {
  return {head: say('代码', 'Code'), classes: 'code', text: at => String(at.table.value(at.row, 'university_code'))};
}

function late(view, reporting) {
  const all = byText(reporting, [...Array(reporting.length).keys()], 'university_code');
  const rows = all.filter(row => isNo(reporting.value(row, 'on_time')));
  const columns = [universityHead(), codeColumn()].concat(plainColumns('last_snapshot_date',
      'days_since_snapshot', 'on_time', 'age_days', 'rows_in_force', 'expected_graduates',
      'coverage_share', 'rows_read', 'rows_quarantined', 'quarantined_share', 'rows_flagged',
      'flagged_share', 'held_slices').filter(each => reporting.has(each.column)));
  const node = chapter(view, {
    id: 'late',
    title: say('迟报的高校', 'Universities that are late'),
    says: say('最新一周没有按时报送的高校，按院校代码排列。',
        'Universities that did not report in time for the newest week, in the order of codes.'),
    heeds: {},
    columns: columns.slice(0, 8),
    rows: rowsOf(reporting, rows),
    open: true,
    none: say('没有高校迟报。', 'No university is late.'),
  });
  node.append(chapterPart(view, 'reporting', say('全部高校的报送', 'Reports of all universities'), columns,
      rowsOf(reporting, all)));
  return node;
}

/** A second table under a chapter. */
function chapterPart(view, id, title, columns, rows) {
  const node = chapter(view, {id, title, says: '', heeds: {}, columns, rows});
  const heading = node.querySelector('h2');
  const lower = element('h3', {id: heading.id}, title);
  heading.replaceWith(lower);
  node.querySelectorAll('.says, .applies').forEach(each => each.remove());
  node.classList.replace('chapter', 'sub-chapter');
  return node;
}

function old(view, ages) {
  const all = byText(ages, ages.where({graduation_year: view.year}), 'university_code');
  const stale = all.filter(row => ages.value(row, 'age_days') > facts().stale_days);
  return chapter(view, {
    id: 'old',
    title: say('过期台账', 'Old ledgers'),
    says: say('采用的台账超过 ' + facts().stale_days + ' 天的高校；超过 ' + facts().covered_days + ' 天为未覆盖，仍采用最后的台账。',
        'Universities whose ledger that counts is older than ' + facts().stale_days + ' days; beyond ' +
        facts().covered_days + ' days they are not covered, and still count with their last ledger.'),
    heeds: {year: true},
    columns: [universityHead(), codeColumn()].concat(
        plainColumns('snapshot_date', 'age_days', 'covered')),
    rows: rowsOf(ages, stale),
    open: true,
    none: say('没有过期台账。', 'No ledger is old.'),
  });
}

function heldSlices(view, held) {
  return chapter(view, {
    id: 'held',
    title: say('待核实的批次', 'Held'),
    says: say('看起来有误、等待核实的台账，暂不采用；此前的台账继续采用。',
        'Slices that look wrong and wait for a decision; those before them count on.'),
    heeds: {},
    columns: [universityHead(), codeColumn()].concat(
        plainColumns('graduation_year', 'snapshot_date', 'graduates', 'status', 'why')),
    rows: rowsOf(held, byText(held, [...Array(held.length).keys()], 'university_code')),
    open: true,
    none: say('没有待核实的批次。', 'No slice is held.'),
  });
}

/** The rate if unknown outcomes are none or all placed. */
function bounds(view, rates) {
  const rows = inOrder(rates, newest(rates, {graduation_year: view.year, degree_level: view.degree}),
      'hardship_group');
  return chapter(view, {
    id: 'bounds',
    title: say('去向不明的影响', 'What unknown outcomes could change'),
    says: say('圆点是落实率（去向不明都算未落实），横线到去向不明全部落实时的落实率。',
        'The dot is the rate, with unknown outcomes as not placed; the line goes to the rate if all of them were placed.'),
    heeds: {year: true, degree: true},
    chart: rows.length ? dots({rows: rows.map(row => ({
      name: groupText(rates.value(row, 'hardship_group')),
      cell: cellOf(rates, row, 'placement_rate'),
      low: cellOf(rates, row, 'placement_rate'),
      high: cellOf(rates, row, 'placement_rate_highest'),
      strong: view.group !== 'all' && rates.value(row, 'hardship_group') === view.group,
    }))}) : null,
    columns: [codeHead('hardship_group')].concat(plainColumns('placement_rate',
        'placement_rate_highest', 'outcome_unknown', 'placed', 'graduates')),
    rows: rowsOf(rates, rows),
  });
}

function outcomeTable(view, outcomes) {
  const all = newest(outcomes, {graduation_year: view.year, degree_level: view.degree});
  const group = groupWithin(view, outcomes.distinct('hardship_group', all));
  const rows = inOrder(outcomes, all.filter(row => outcomes.value(row, 'hardship_group') === group),
      'outcome_code');
  return chapter(view, {
    id: 'outcomes',
    title: say('毕业去向', 'Outcomes'),
    says: say('每种毕业去向的人数，以及是否计入分子和分母。',
        'Graduates of each outcome, and whether it counts in numerator and denominator.'),
    heeds: {year: true, degree: true, group: group === view.group},
    notes: insteadOf(view, group),
    columns: [codeHead('outcome_code'), {head: say('代码', 'Code'), classes: 'code',
      text: at => String(at.table.value(at.row, 'outcome_code'))}].concat(
        plainColumns('graduates', 'in_denominator', 'in_numerator')),
    rows: rowsOf(outcomes, rows),
    open: true,
  });
}

function checks(view, rules) {
  return chapter(view, {
    id: 'rules',
    title: say('核查', 'Checks'),
    says: say('每条规则被违反的次数。退回的行不计入，其余的计入、需核实。',
        'How often each rule is broken. Returned rows do not count; the others count and are to be checked.'),
    heeds: {},
    columns: [codeHead('rule_id', say('规则', 'Rule'))].concat(
        plainColumns('severity', 'scope', 'broken_count', 'universities')),
    rows: rowsOf(rules, inOrder(rules, [...Array(rules.length).keys()], 'rule_id')),
    open: true,
  });
}

function revised(view, revisions) {
  return chapter(view, {
    id: 'revisions',
    title: say('修订', 'Revisions'),
    says: say('后来的文件改变了以前日期的数字；最近 500 条。',
        'Figures of former dates that later files moved; the newest 500.'),
    heeds: {},
    columns: [universityHead(), codeColumn()].concat(revisionColumns(revisions)
        .map(each => Object.assign({}, each, {row: false}))),
    rows: rowsOf(revisions, [...Array(revisions.length).keys()]),
    none: say('没有修订。', 'Nothing was revised.'),
  });
}

function locked(view, official) {
  const rows = inOrder(official, official.where({graduation_year: view.year}), 'hardship_group');
  return chapter(view, {
    id: 'locked',
    title: say('锁定的数字与今天', 'Locked beside today'),
    says: say('官方日期锁定时的数字、按今天所知的数字，以及相差多少。',
        'Figures as they were locked for official dates, as they are known today, and the difference.'),
    heeds: {year: true},
    columns: [codeHead('hardship_group')].concat(plainColumns('as_of_date', 'degree_level',
        'placement_rate_locked', 'placement_rate_now', 'placement_rate_moved', 'graduates_locked',
        'graduates_now', 'graduates_moved', 'placed_locked', 'placed_now', 'placed_moved', 'locked_at',
        'why').filter(each => official.has(each.column))),
    rows: rowsOf(official, rows),
    none: say('没有锁定的数字。', 'No figures are locked.'),
    open: rows.length <= 40,
  });
}

function definitions(view) {
  return element('section', {class: 'chapter', id: 'definitions', 'aria-labelledby': 'title-definitions'},
      element('h2', {id: 'title-definitions'}, say('定义', 'Definitions')),
      element('p', {class: 'says'}, say('每个指标的含义、分子和分母，以及符号。',
          'What each column means, its numerator and denominator, and the symbols.')),
      element('details', {class: 'behind', id: 'table-definitions',
        open: view.setting('at') === 'definitions'},
          element('summary', null, say('全部定义', 'All definitions')), definitionList()));
}

function definitionList() {
  const symbols = symbolCodes().map(code => element('div', null,
      element('dt', null, element('span', {class: 'legend-mark symbol-' + code}, code), ' ',
          labelText(symbol(code).meaning)),
      element('dd', null, labelText(symbol(code).reason))));
  const columns = columnIds().map(id => element('div', null,
      element('dt', {id: 'column-' + id}, nameNode(columnName(id), false), ' ',
          element('code', null, id)),
      element('dd', null, nameNode(labelText(column(id).definition), false), ratio(column(id)))));
  return element('dl', {class: 'definitions'}, symbols, columns);
}

function ratio(about) {
  return about.numerator && about.denominator ? element('span', {class: 'ratio'}, ' ',
      columnName(about.numerator) + ' / ' + columnName(about.denominator)) : null;
}
