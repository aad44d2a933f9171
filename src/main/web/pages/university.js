/** One university: its own figures, week by week, and how it reports. */

import {cellOf, figureNode} from '../cells.js';
import {chapter} from '../chapter.js';
import {dots} from '../charts/dots.js';
import {codeHead, gapColumns, nameHead, plainColumns, rateColumns, rowsOf} from '../columns.js';
import {choice} from '../controls.js';
import {element, nameNode} from '../dom.js';
import {codeName, entry, facts, hasTable} from '../edition.js';
import {say, sentence} from '../texts.js';
import {groupText, groupWithin} from '../view.js';
import {
  byText, groupDots, inOrder, leftOut, newest, rateCurve, referenceOf, weekColumns,
} from './shared.js';

export function needs(view) {
  const own = 'university/' + view.item;
  return [['placement_rates', own], ['placement_trend', own], ['reporting', own],
    ['expectation_results', own], ['reporting', 'latest'], ['as_of', 'latest'], ['slices', 'held'],
    ['revisions', 'latest']];
}

export function title(view) {
  return codeName('university_code', view.item);
}

export function draw(view, [rates, trend, reporting, rules, latest, ages, held, revisions]) {
  const all = newest(rates, {graduation_year: view.year});
  const groups = all.filter(row => ['all', null].includes(rates.value(row, 'major_level')));
  return [
    element('p', {class: 'under-title'}, view.item, ' · ', place(view.item), ' · ',
        element('a', {href: view.to('universities')}, say('全部高校', 'All universities'))),
    reported(view, latest, ages),
    standing(view, rates, groups),
    groupRates(view, rates, groups),
    weeks(view, trend),
    rates.has('major_level') ? majors(view, rates, all) : null,
    hasTable('reporting', 'university/' + view.item) || hasTable('as_of', 'latest') ?
        reports(view, reporting) : null,
    hasTable('expectation_results', 'all') ? broken(view, rules) : null,
    hasTable('slices', 'held') ? heldSlices(view, held) : null,
    hasTable('revisions', 'latest') ? moved(view, revisions) : null,
    leftOut([
      ['as_of', 'latest', say('学科专业', 'fields of study')],
      ['expectation_results', 'all', say('违反的规则', 'rules broken')],
      ['slices', 'held', say('待核实的批次', 'slices held')],
      ['revisions', 'latest', say('修订', 'revisions')],
    ]),
  ];
}

function place(code) {
  const known = entry('university_code', code);
  const region = known && (known.kind || known.parent);
  return nameNode(region ? codeName('region_code', region) : say('地区不详', 'Unknown region'), false);
}

/** When it reported last, and how old its figures are. */
function reported(view, latest, ages) {
  const row = latest.where({university_code: view.item})[0];
  const age = ages.where({university_code: view.item, graduation_year: view.year})[0];
  const parts = [];
  if (row !== undefined) {
    parts.push(element('li', null, sentence(say('最近报送：{last}（统计日期之前 {days} 天）；按时：{time}',
        'Last report: {last}, {days} days before the date of the figures; on time: {time}'), {
      last: String(latest.value(row, 'last_snapshot_date') || '\u2013'),
      days: figureNode(cellOf(latest, row, 'days_since_snapshot')),
      time: figureNode(cellOf(latest, row, 'on_time')),
    })));
  }
  if (age !== undefined) {
    parts.push(element('li', null, sentence(say('这一届采用的台账：{date}（统计日期之前 {days} 天）；在 ' + facts().covered_days + ' 天以内：{covered}',
        'Ledger that counts for this cohort: {date} ({days} days before the date of the figures); within ' + facts().covered_days + ' days: {covered}'), {
      date: String(ages.value(age, 'snapshot_date')),
      days: figureNode(cellOf(ages, age, 'age_days')),
      covered: figureNode(cellOf(ages, age, 'covered')),
    })));
  }
  return parts.length ? element('ul', {class: 'note facts-list'}, parts) : null;
}

const EVERY = {year: true, degree: true, group: true};

function standing(view, rates, groups) {
  const row = groups.find(each => rates.value(each, 'hardship_group') === view.group &&
      rates.value(each, 'degree_level') === view.degree);
  if (row === undefined) {
    return chapter(view, {id: 'headline', title: say('落实率', 'Rate'), heeds: EVERY,
      says: say('这一范围内没有毕业生。', 'There are no graduates within these filters.')});
  }
  const figure = column => figureNode(cellOf(rates, row, column));
  return chapter(view, {
    id: 'headline',
    title: say('落实率：', 'Rate: ') + groupText(view.group),
    says: say('落实人数占毕业生总数的比例。', 'Placed graduates among all graduates.'),
    heeds: EVERY,
    body: element('div', {class: 'headline'},
        element('p', {class: 'big'}, figureNode(cellOf(rates, row, 'placement_rate'), 'big-fig')),
        element('dl', {class: 'facts'}, [
          [say('95% 区间', '95% interval'), sentence(say('{low} 至 {high}', '{low} to {high}'),
              {low: figure('placement_rate_low'), high: figure('placement_rate_high')})],
          [say('落实 / 毕业生', 'Placed / graduates'), sentence('{placed} / {graduates}',
              {placed: figure('placed'), graduates: figure('graduates')})],
          [say('去向不明', 'Unknown outcomes'), figure('outcome_unknown')],
        ].map(([name, content]) => element('div', null, element('dt', null, name),
            element('dd', null, content))))),
  });
}

function groupRates(view, rates, groups) {
  const rows = inOrder(rates, groups.filter(row => rates.value(row, 'degree_level') === view.degree),
      'hardship_group');
  return chapter(view, {
    id: 'rates',
    title: say('各群体', 'Groups'),
    says: say('圆点是本校各群体的落实率，横线是 95% 区间，虚线是本校无困难毕业生。群体之间有重叠。',
        'Rates of the groups of this university with 95% intervals; the dashed line is its graduates without hardship. Groups overlap.'),
    heeds: {year: true, degree: true},
    chart: rows.length ? dots({rows: groupDots(view, rates, rows),
      reference: referenceOf(rates, rows)}) : null,
    columns: [codeHead('hardship_group')].concat(rateColumns(), gapColumns()),
    rows: rowsOf(rates, rows),
  });
}

function weeks(view, trend) {
  view.trendGroup = groupWithin(view, trend.distinct('hardship_group'));
  const {rows, model} = rateCurve(view, trend, {});
  return chapter(view, {
    id: 'weeks',
    title: say('每周落实率：', 'Week by week: ') + groupText(view.trendGroup),
    says: say('线是每周的落实率，色带是 95% 区间；没有数据的周断开。',
        'The line is the rate of each week, the band its 95% interval; weeks without data are breaks.'),
    heeds: {year: true, group: view.trendGroup === view.group},
    notes: view.trendGroup === view.group ? null : element('p', null,
        say('每周数字没有“' + groupText(view.group) + '”，这里显示全部毕业生。',
            'There are no weekly figures of “' + groupText(view.group) + '”; shown are all graduates.')),
    chart: model,
    columns: weekColumns(),
    rows: rowsOf(trend, rows),
  });
}

function majors(view, rates, all) {
  const level = ['discipline', 'class', 'major'].includes(view.setting('level')) ?
      view.setting('level') : 'discipline';
  const ofLevel = all.filter(row => rates.value(row, 'major_level') === level &&
      rates.value(row, 'degree_level') === 'all');
  const group = groupWithin(view, rates.distinct('hardship_group', ofLevel));
  const rows = byText(rates, ofLevel.filter(row => rates.value(row, 'hardship_group') === group),
      'major_code');
  return chapter(view, {
    id: 'fields',
    title: say('学科专业：', 'Fields of study: ') + groupText(group),
    says: say('按专业代码排列，不排名。', 'In the order of codes, not of rates.'),
    heeds: {year: true, group: group === view.group},
    notes: group === view.group ? null : element('p', null,
        say('学科专业没有“' + groupText(view.group) + '”的数字，这里显示全部毕业生。',
            'There are no figures of “' + groupText(view.group) + '” by field; shown are all graduates.')),
    body: choice(view, 'level', say('层级', 'Level'), level, [['discipline', say('门类', 'discipline')],
      ['class', say('专业类', 'class')], ['major', say('专业', 'major')]]),
    columns: [nameHead('major_name', 'major_code', codeName('major_level', level)), {head: say('代码', 'Code'), classes: 'code',
      text: at => String(at.table.value(at.row, 'major_code'))}].concat(rateColumns()),
    rows: rowsOf(rates, rows),
    open: true,
  });
}

function reports(view, reporting) {
  const rows = byText(reporting, reporting.where({university_code: view.item}), 'week_ending').reverse();
  return chapter(view, {
    id: 'reports',
    title: say('每周报送', 'Reports week by week'),
    says: reporting.has('rows_read') ? say('每周收到的文件和行，以及其中退回和提示的。',
        'Files and rows of each week, and how many rows were returned or flagged.') :
        say('每周是否按时报送，数据有多旧。', 'Whether it reported in time each week, and how old its data were.'),
    heeds: {},
    columns: [{column: 'week_ending', row: true}].concat(plainColumns('last_snapshot_date',
        'days_since_snapshot', 'on_time', 'accepted_files', 'rejected_files', 'resubmissions',
        'rows_read', 'rows_quarantined', 'quarantined_share', 'rows_flagged', 'flagged_share',
        'coverage_share', 'held_slices', 'stray_slices').filter(each => reporting.has(each.column))),
    rows: rowsOf(reporting, rows),
    open: rows.length <= 12,
  });
}

function broken(view, rules) {
  const rows = inOrder(rules, rules.where({university_code: view.item}), 'rule_id');
  return chapter(view, {
    id: 'rules',
    title: say('违反的规则', 'Rules broken'),
    says: say('本校采用的台账中需核实的地方。', 'What is to be checked in the ledgers of this university that count.'),
    heeds: {},
    columns: [codeHead('rule_id', say('规则', 'Rule'))].concat(plainColumns('severity', 'scope',
        'broken_count')),
    rows: rowsOf(rules, rows),
    none: say('没有违反规则。', 'No rule is broken.'),
    open: true,
  });
}

function heldSlices(view, held) {
  const rows = held.where({university_code: view.item});
  return chapter(view, {
    id: 'held',
    title: say('待核实的批次', 'Slices held'),
    says: say('看起来有误、等待核实的台账，暂不采用；此前的台账继续采用。',
        'Slices that look wrong and wait for a decision; those before them count on.'),
    heeds: {},
    columns: [{column: 'snapshot_date', row: true}].concat(
        plainColumns('graduation_year', 'graduates', 'status', 'why')),
    rows: rowsOf(held, rows),
    none: say('没有待核实的批次。', 'No slice is held.'),
    open: true,
  });
}

function moved(view, revisions) {
  const rows = revisions.where({university_code: view.item});
  return chapter(view, {
    id: 'revisions',
    title: say('修订', 'Revisions'),
    says: say('后来的文件改变了以前日期的数字（最近 500 条之中）。',
        'Figures of former dates that later files moved (among the newest 500).'),
    heeds: {},
    columns: revisionColumns(revisions),
    rows: rowsOf(revisions, rows),
    none: say('没有修订。', 'Nothing was revised.'),
    open: rows.length <= 12,
  });
}

/** What a revision moved. */
export function revisionColumns(revisions) {
  return [{column: 'revised_at', row: true}].concat(plainColumns('as_of_date', 'graduation_year',
      'graduates_before', 'graduates_now', 'placed_before', 'placed_now', 'snapshot_date_before',
      'snapshot_date_now').filter(each => revisions.has(each.column)));
}
