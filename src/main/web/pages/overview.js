/** Where the rate stands, who is behind, and what is owed: on one page. */

import {cellOf, figureNode, writtenCell} from '../cells.js';
import {chapter} from '../chapter.js';
import {stack} from '../charts/bars.js';
import {dots} from '../charts/dots.js';
import {codeHead, gapColumns, rateColumns, rowsOf} from '../columns.js';
import {element, nameNode} from '../dom.js';
import {facts, findings, hasTable, release} from '../edition.js';
import {labelText, say, sentence} from '../texts.js';
import {groupText, groupWithin, hasPage, yearText} from '../view.js';
import {
  groupDots, inOrder, insteadOf, lastBefore, newest, rateCurve, referenceOf, rowBefore,
  weekColumns,
} from './shared.js';

export function needs() {
  return [['placement_rates', 'groups'], ['placement_trend', 'all'], ['scheme_rates', 'all']];
}

export function draw(view, [rates, trend, schemes]) {
  const all = newest(rates, {graduation_year: view.year, degree_level: view.degree});
  return [
    found(view),
    since(view),
    headline(view, rates, all, trend),
    weeks(view, trend),
    groups(view, rates, all),
    parts(view, schemes),
  ];
}

/** The findings, each with the pages that say more. */
function found(view) {
  const known = findings(view.year);
  if (!known.length) {
    return element('p', {class: 'nothing'}, say('这一届还没有数据。', 'There are no figures of this cohort yet.'));
  }
  const group = known.map(each => each.hardship_group).find(code => code) || '';
  const more = [
    hasPage('movement') ? [[say('本周去向变动', 'Who moved'), view.to('movement')]] : [],
    [
      [say('各群体差距及可靠程度', 'All groups, and how sure'), view.to('groups', '', {group})],
    ].concat(
        hasPage('regions') ? [[say('在哪里', 'Where'), view.to('regions', '', {group})]] : [],
        release() ? [] :
            [[say('从何时起', 'Since when'), view.to('groups', '', {group, at: 'since'})]]),
    (hasPage('universities') ? [
      [say('哪些高校迟报', 'Which universities are late'), view.to('universities', '', {show: 'late'})],
      [say('查看单所高校', 'Look at one university'), view.to('universities')],
    ] : []).concat([
      [release() ? say('发布说明与核验', 'The release, and what was checked') : say('报送与核查', 'Reports and checks'), view.to('data')],
    ]),
  ];
  return element('section', {class: 'findings', 'aria-labelledby': 'title-findings'},
      element('h2', {id: 'title-findings'}, say('要点', 'At a glance')),
      element('ol', null, known.map((each, at) => element('li', null,
          element('p', null, nameNode(labelText(each.sentence), false)),
          element('p', {class: 'more'}, (more[at] || []).map(([title, href]) =>
            element('a', {href}, title)))))),
      element('p', {class: 'heeds'}, say('要点只随届别变化，不受学历和群体筛选影响。',
          'These sentences follow the cohort alone, not the other filters.')));
}

/** What moved since the release before. */
function since(view) {
  const own = release();
  return !own ? null : element('section', {class: 'chapter', id: 'changes',
    'aria-labelledby': 'title-changes'},
  element('h2', {id: 'title-changes'}, say('与前次发布相比', 'Since the release before')),
  own.changes.map(each => element('p', null, nameNode(labelText(each), false))),
  hasTable('release_changes', 'all') ? element('p', {class: 'more'}, element('a',
      {href: view.to('data', '', {at: 'release-changes'})}, say('全部变动', 'Everything that moved'))) :
      null);
}

function headline(view, rates, all, trend) {
  const row = all.find(each => rates.value(each, 'hardship_group') === view.group);
  if (row === undefined) {
    return chapter(view, {id: 'headline', title: title(view), heeds: EVERY,
      says: say('这一范围内没有毕业生。', 'There are no graduates within these filters.')});
  }
  const cell = column => cellOf(rates, row, column);
  const figure = column => figureNode(cell(column));
  const unknown = cell('outcome_unknown');
  return chapter(view, {
    id: 'headline',
    title: title(view),
    says: say('落实人数占毕业生总数的比例。区间表示偶然波动的大小，不是抽样误差。',
        'Placed graduates among all graduates. The interval shows how far chance could move the rate.'),
    heeds: EVERY,
    body: element('div', {class: 'headline'},
        element('p', {class: 'big'}, figureNode(cell('placement_rate'), 'big-fig')),
        element('dl', {class: 'facts'},
            fact(say('95% 区间', '95% interval'), sentence(say('{low} 至 {high}', '{low} to {high}'),
                {low: figure('placement_rate_low'), high: figure('placement_rate_high')})),
            fact(say('落实 / 毕业生', 'Placed / graduates'), sentence('{placed} / {graduates}',
                {placed: figure('placed'), graduates: figure('graduates')})),
            then(view, trend),
            fact(say('去向不明', 'Unknown outcomes'), sentence(
                !unknown.value || !rates.has('placement_rate_highest') ? '{unknown}' : say('{unknown} 人；若全部已落实，落实率为 {highest}',
                    '{unknown}; if all of them were placed, the rate would be {highest}'),
            {unknown: figure('outcome_unknown'), highest: figure('placement_rate_highest')})),
            !rates.has('stale_graduates') ? null : fact(say('数据超过 ' + facts().stale_days + ' 天', 'Older than ' + facts().stale_days + ' days'),
                sentence(say('{stale} 人', '{stale} graduates'), {stale: figure('stale_graduates')})))),
  });
}

const EVERY = {year: true, degree: true, group: true};

function title(view) {
  return say('毕业去向落实率：' + groupText(view.group),
      'Placement rate: ' + groupText(view.group));
}

function fact(name, content) {
  return element('div', null, element('dt', null, name), element('dd', null, content));
}

/** The week before, and the same week of the cohort before. */
function then(view, trend) {
  const of = year => trend.where({graduation_year: year, hardship_group: view.group,
    degree_level: view.degree});
  const date = facts().as_of_date;
  const own = of(view.year);
  const last = lastBefore(trend, own, date);
  const yearAgo = rowBefore(trend, of(view.year - 1), date, 364);
  return [
    last === undefined ? null : fact(say('上一周（' + trend.value(last, 'as_of_date') + '）',
        'The week before (' + trend.value(last, 'as_of_date') + ')'),
    figureNode(cellOf(trend, last, 'placement_rate'))),
    yearAgo === undefined ? null : fact(say(yearText(view.year - 1) + '同期',
        yearText(view.year - 1) + ', same week'),
    figureNode(cellOf(trend, yearAgo, 'placement_rate'))),
  ];
}

function weeks(view, trend) {
  // Of a release, weeks of some groups alone leave the house; in the house no other group is shown.
  view.trendGroup = release() ? groupWithin(view, trend.distinct('hardship_group')) : view.group;
  const {rows, model} = rateCurve(view, trend, {degree_level: view.degree});
  return chapter(view, {
    id: 'weeks',
    title: say('每周落实率', 'The rate week by week'),
    says: say('线是每周的落实率，色带是 95% 区间；没有数据的周断开。',
        'The line is the rate of each week, the band its 95% interval; weeks without data are breaks.'),
    heeds: {year: true, degree: true, group: view.trendGroup === view.group},
    notes: insteadOf(view, view.trendGroup),
    chart: model,
    columns: weekColumns(),
    rows: rowsOf(trend, rows),
  });
}

function groups(view, rates, all) {
  const rows = inOrder(rates, all, 'hardship_group');
  return chapter(view, {
    id: 'groups',
    title: say('各群体的落实率', 'The rate of each group'),
    says: say('圆点是落实率，横线是 95% 区间，虚线是无困难毕业生。群体之间有重叠，人数不能相加。',
        'Dots are rates, lines their 95% intervals, the dashed line those without hardship. Groups overlap: do not add them up.'),
    heeds: {year: true, degree: true},
    chart: rows.length ? dots({rows: groupDots(view, rates, rows),
      reference: referenceOf(rates, rows)}) : null,
    columns: [codeHead('hardship_group')].concat(rateColumns(), gapColumns()),
    rows: rowsOf(rates, rows),
    notes: element('p', null, element('a', {href: view.to('groups')}, release() ?
        say('各群体的差距', 'The gap of each group') :
        say('按学历看，以及差距从何时起', 'By degree level, and since when'))),
  });
}

/** The scheme of a cohort: the last that began by then. */
function schemeOf(schemes, year) {
  return schemes.distinct('scheme').map(String).filter(each => each <= String(year)).sort().pop() || '';
}

function parts(view, schemes) {
  const scheme = schemeOf(schemes, view.year);
  const all = newest(schemes, {graduation_year: view.year, degree_level: view.degree, scheme});
  // Of a release the parts of everybody alone leave the house.
  const group = groupWithin(view, schemes.distinct('hardship_group', all));
  const rows = all.filter(row => schemes.value(row, 'hardship_group') === group);
  const order = rows.slice().sort((one, other) => counts(schemes, other) - counts(schemes, one) ||
      one - other);
  return chapter(view, {
    id: 'parts',
    title: say('去向构成', 'What graduates do'),
    says: scheme ? say('按教育部 ' + scheme + ' 年口径分组，长度为人数；左边各组算作已落实，右边各组不算。',
        'Groups of the ministry’s scheme of ' + scheme +
        '; lengths are graduates. Those on the left count as placed, those on the right do not.') : '',
    heeds: {year: true, degree: true, group: group === view.group},
    notes: insteadOf(view, group),
    chart: stackable(schemes, order) ? stack(stackParts(schemes, order)) : null,
    columns: [codeHead('scheme_group'), {column: 'in_numerator'}, {column: 'in_group'},
      {column: 'group_rate'}, {column: 'graduates'}],
    rows: rowsOf(schemes, order),
  });
}

/** Whether every part has a length. */
function stackable(schemes, rows) {
  return rows.length && rows.every(row => schemes.value(row, 'in_group') !== null);
}

function counts(schemes, row) {
  const value = schemes.value(row, 'in_numerator');
  return value === true || value === 'true' ? 1 : 0;
}

function stackParts(schemes, rows) {
  let placed = 0;
  let others = 5;
  return rows.map(row => ({
    name: nameOfPart(schemes, row),
    cell: Object.assign(cellOf(schemes, row, 'in_group'), {also: cellOf(schemes, row, 'group_rate')}),
    colour: counts(schemes, row) ? placed++ : others++,
  }));
}

function nameOfPart(schemes, row) {
  return writtenCell(cellOf(schemes, row, 'scheme_group')) + ' ' +
      writtenCell(cellOf(schemes, row, 'group_rate'));
}
