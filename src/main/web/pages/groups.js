/** Hardship groups: rates, gaps, degree levels, and since when. */

import {cellOf} from '../cells.js';
import {chapter} from '../chapter.js';
import {curve} from '../charts/curve.js';
import {dots} from '../charts/dots.js';
import {
  codeHead, dotRow, gapColumns, nameHead, plainColumns, rateColumns, rowsOf, weeksOf,
} from '../columns.js';
import {element} from '../dom.js';
import {codeName, hasTable, ordered} from '../edition.js';
import {listed, say} from '../texts.js';
import {groupText, groupsOf} from '../view.js';
import {
  byCode, groupDots, inOrder, kindOf, leftOut, newest, rateCurve, referenceOf, weekColumns,
} from './shared.js';

export function needs() {
  return [['placement_rates', 'groups'], ['placement_trend', 'all'], ['hardship_gaps', 'all'],
    ['gap_contributions', 'all'], ['time_to_placement', 'all'], ['median_time_to_placement', 'all']];
}

export function draw(view, [rates, trend, gaps, carriers, times, medians]) {
  const all = newest(rates, {graduation_year: view.year});
  const rows = inOrder(rates, all.filter(row => rates.value(row, 'degree_level') === view.degree),
      'hardship_group');
  return [
    overlap(),
    rate(view, rates, rows),
    gap(view, rates, rows),
    hasTable('hardship_gaps', 'all') ? alike(view, gaps) : null,
    carried(view, carriers),
    hasTable('time_to_placement', 'all') ?
        [waiting(view, times, 'calendar'), waiting(view, times, 'graduation')] : null,
    hasTable('median_time_to_placement', 'all') ? half(view, medians) : null,
    hasWeeks(trend) ? since(view, trend) : null,
    rates.distinct('degree_level', all).length > 1 ? levels(view, rates, all) : null,
    leftOut([
      ['hardship_gaps', 'all', say('与同类毕业生相比', 'gaps like with like')],
      ['gap_contributions', 'all', say('差距主要来自哪里', 'what carries the gap')],
      ['time_to_placement', 'all', say('多久落实', 'how long it takes')],
      ['median_time_to_placement', 'all', say('半数落实所需天数', 'days until half are placed')],
    ]),
  ];
}

function overlap() {
  const names = kinds => listed(groupsOf(kinds).map(code => codeName('hardship_group', code)));
  return element('div', {class: 'note'}, element('p', null, say(
      '一名毕业生可以属于多个群体，各群体人数不能相加。只有这些群体互不重叠，相加为全体：' + names(['part']) + '。',
      'A graduate can be in several groups: do not add them up. These alone have nobody in common and add up to all: ' +
      names(['part']) + '.')), element('p', null, say(
      '“' + codeName('hardship_group', 'any') + '”不含只有“就业困难”一项的毕业生：这一标签常因未落实才加上。只报困难大类（0–7）的高校，看不出是否属于脱贫家庭等细分群体：其有困难而未报残疾的毕业生列入“' +
      codeName('hardship_group', 'key_group_unknown') + '”，不在“' + codeName('hardship_group', 'key_group') + '”中。',
      '“' + codeName('hardship_group', 'any') + '” leaves out graduates whose only tag is employment difficulty, which is often given because they are unplaced. Universities that report the mask 0 to 7 alone do not tell households lifted out of poverty and the like: their graduates with a hardship other than disability are in “' +
      codeName('hardship_group', 'key_group_unknown') + '” and not in “' + codeName('hardship_group', 'key_group') + '”.')));
}

/** Whether there are weeks of any group that is compared; of a release there need not be. */
function hasWeeks(trend) {
  return trend.has('rate_gap') && trend.length > 0;
}

const BY_DEGREE = {year: true, degree: true};

function rate(view, rates, rows) {
  return chapter(view, {
    id: 'rates',
    title: say('落实率', 'Rates'),
    says: say('圆点是落实率，横线是 95% 区间，右边是数值；虚线是无困难毕业生。',
        'Dots are rates, lines their 95% intervals; the numbers stand on the right. The dashed line is those without hardship.'),
    heeds: BY_DEGREE,
    chart: rows.length ? dots({rows: groupDots(view, rates, rows),
      reference: referenceOf(rates, rows)}) : null,
    columns: [codeHead('hardship_group')].concat(rateColumns(), [{column: 'outcome_unknown'},
      {column: 'stale_graduates'}, {head: say('与其他群体', 'To other groups'),
        text: at => kindOf(at.table.value(at.row, 'hardship_group'))}]),
    rows: rowsOf(rates, rows),
  });
}

function gap(view, rates, rows) {
  const compared = rows.filter(row =>
    !['all', 'none'].includes(rates.value(row, 'hardship_group')));
  return chapter(view, {
    id: 'gaps',
    title: say('与无困难毕业生的差距', 'Gap to those without hardship'),
    says: say('百分点；在 0 左边表示落后。区间跨过 0 时，差距可能只是偶然。',
        'In points; left of 0 is behind. Where the interval reaches over 0, the gap may be chance.'),
    heeds: BY_DEGREE,
    chart: compared.length ?
        dots({rows: groupDots(view, rates, compared, 'rate_gap'), points: true}) : null,
    columns: [codeHead('hardship_group')].concat(gapColumns(), [{column: 'reference_rate'}],
        rateColumns()),
    rows: rowsOf(rates, compared),
  });
}

const ALIKE = 'class_university';

/** Gaps as they are, and among those who study the same. */
function alike(view, gaps) {
  const rows = inOrder(gaps, newest(gaps, {graduation_year: view.year, degree_level: view.degree,
    stratification: ALIKE}).filter(row => gaps.value(row, 'adjusted_gap') !== null),
  'hardship_group');
  const turned = rows.filter(row => gaps.value(row, 'sign_turns') === true &&
      gaps.symbol(row, 'adjusted_gap') !== 'u')
      .map(row => groupText(gaps.value(row, 'hardship_group')));
  const both = row => {
    const group = gaps.value(row, 'hardship_group');
    const strong = group === view.group;
    return [dotRow(gaps, row, groupText(group), strong, 'crude_gap'),
      dotRow(gaps, row, say('↳ 与同类相比', '↳ like with like'), strong, 'adjusted_gap')];
  };
  return chapter(view, {
    id: 'alike',
    title: say('与同类毕业生相比', 'Compared like with like'),
    says: say('每个群体两行：先是总体差距，再是与同学历、同专业类、同校的无困难毕业生相比的差距（百分点）。群体按毕业时的标签划分，毕业后增减的标签不影响比较。',
        'Two lines for each group: the gap as it is, then the gap to those without hardship of the same degree level, class of majors and university, in points. Groups are by the tags known at graduation: tags given or dropped later move nothing.'),
    heeds: BY_DEGREE,
    notes: turned.length ? element('p', {class: 'turned'}, say(
        '方向相反：' + listed(turned) + '。总体看落后（或领先）的群体，与同类相比却相反；区间跨过 0 的，可能只是偶然。',
        'The sign turns: ' + listed(turned) + '. What is so overall is not so among those who study the same; where an interval reaches over 0, that may be chance.')) : null,
    chart: rows.length ? dots({rows: rows.flatMap(both), points: true}) : null,
    columns: [codeHead('hardship_group'), {column: 'crude_gap'},
      {low: 'crude_gap_low', high: 'crude_gap_high', head: say('总体差距的 95% 区间', '95% interval, crude')},
      {column: 'adjusted_gap'},
      {low: 'adjusted_gap_low', high: 'adjusted_gap_high', head: say('同类差距的 95% 区间', '95% interval, like with like')},
      {low: 'clustered_low', high: 'clustered_high', head: say('考虑校间差异的区间', 'Universities as clusters')}]
        .concat(plainColumns('composition_part', 'rate_part', 'unmatched_part', 'graduates',
            'graduates_without_counterpart', 'sign_turns', 'tags_added_after_placement',
            'tags_dropped_after_placement')),
    rows: rowsOf(gaps, rows),
  });
}

/** The classes and universities that carry a gap, in the order of their codes. */
function carried(view, carriers) {
  const rows = carriers.where({graduation_year: view.year, hardship_group: view.group});
  if (!rows.length) {
    return null;
  }
  const words = groupText(view.group);
  return chapter(view, {
    id: 'carried',
    title: say('差距主要来自哪里：' + words, 'What carries the gap: ' + words),
    says: say('对同类差距影响最大的专业类和高校各十个，按目录和代码排列，不作排名；人数多的影响自然大。全部学历合计。',
        'The ten classes of majors and the ten universities that add most to the gap like with like, either way, in the order of catalogues and codes: no ranking, and the large ones weigh more. All degree levels together.'),
    heeds: {year: true, group: true},
    columns: [nameHead('contributor_name', 'contributor_code', say('名称', 'Name')),
      {column: 'contributor_code', classes: 'code'}, {column: 'major_catalogue'},
      {column: 'contributor_kind'}].concat(plainColumns('contribution', 'graduates', 'placed',
        'reference_graduates', 'reference_placed')),
    rows: rowsOf(carriers, rows),
    open: true,
  });
}

/** Who is still unplaced, day by day, beside those without hardship. */
function waiting(view, times, clock) {
  const group = view.group === 'all' || view.group === 'none' ? 'any' : view.group;
  const of = code => times.where({graduation_year: view.year, clock, hardship_group: code});
  const [own, reference] = [of(group), of('none')];
  const at = row => clock === 'calendar' ? times.value(row, 'on_date') :
      say(times.value(row, 'day') + ' 天', times.value(row, 'day') + ' days');
  const series = [['main', group, own], ['reference', 'none', reference]]
      .filter(each => each[2].length).map(([style, code, rows]) => ({name: groupText(code), style,
        cells: rows.map(row => ({date: at(row), cell: cellOf(times, row, 'unplaced_share'),
          low: cellOf(times, row, 'unplaced_share_low'), high: cellOf(times, row, 'unplaced_share_high')}))}));
  const places = [...new Set(series.flatMap(each => each.cells.map(cell => cell.date)))];
  const words = groupText(group);
  return chapter(view, {
    id: 'waiting-' + clock,
    title: clock === 'calendar' ? say('多久落实：' + words, 'How long it takes: ' + words) :
        say('毕业后多久落实：' + words, 'How long it takes after graduation: ' + words),
    says: clock === 'calendar' ?
        say('全部毕业生自当年1月1日起，各月末仍未落实的占比，色带是 95% 区间。',
            'Of all graduates, the share still unplaced at the ends of months since 1 January, with its 95% interval.') :
        say('毕业时未落实的毕业生，毕业后若干天仍未落实的占比，色带是 95% 区间；横轴各点相隔天数不等。',
            'Of those unplaced at graduation, the share still unplaced so many days later, with its 95% interval; the points are not equally many days apart.'),
    heeds: {year: true, group: view.group === group},
    chart: series.length ? curve({series, places}) : null,
    columns: [{row: true, head: say('时间', 'When'), text: each => at(each.row)}, {column: 'hardship_group'},
      {column: 'unplaced_share'},
      {low: 'unplaced_share_low', high: 'unplaced_share_high', head: say('95% 区间', '95% interval')}]
        .concat(plainColumns('employment_share', 'domestic_study_share', 'abroad_share', 'at_risk',
            'graduates', 'censored', 'lost', 'unplaced_share_earliest', 'unplaced_share_latest')),
    rows: rowsOf(times, own.concat(reference)),
  });
}

/** Days until half of each group are placed. */
function half(view, medians) {
  const all = medians.where({graduation_year: view.year, degree_level: view.degree});
  return ['calendar', 'graduation'].map(clock => chapter(view, {
    id: 'half-' + clock,
    title: clock === 'calendar' ? say('半数落实所需天数', 'Days until half are placed') :
        say('毕业后半数落实所需天数', 'Days until half are placed, after graduation'),
    says: clock === 'calendar' ?
        say('自当年1月1日起，全部毕业生。尚未过半的没有中位数，可看前180天平均未落实的天数。两次报送之间的落实日取中间，最早至最晚另列。',
            'Since 1 January, of all graduates. Where half are not placed yet there is no median; the mean of the first 180 days stands beside it. A placement between two ledgers is dated half-way; the earliest and the latest reading stand beside.') :
        say('自毕业之日起，毕业时未落实的毕业生。', 'Since graduation, of those unplaced then.'),
    heeds: BY_DEGREE,
    columns: [codeHead('hardship_group'), {column: 'median_days'},
      {low: 'median_days_low', high: 'median_days_high', head: say('95% 区间', '95% interval')}]
        .concat([{low: 'median_days_earliest', high: 'median_days_latest',
          head: say('落实日最早至最晚', 'By the earliest and latest days')}],
        plainColumns('reference_median_days', 'days_later', 'mean_days_in_180', 'graduates',
            'placed_for_good', 'censored', 'lost')),
    rows: rowsOf(medians, inOrder(medians, all.filter(row => medians.value(row, 'clock') === clock),
        'hardship_group')),
  }));
}

function since(view, trend) {
  const group = view.group === 'all' || view.group === 'none' ? 'any' : view.group;
  const rows = trend.where({graduation_year: view.year, degree_level: view.degree,
    hardship_group: group});
  const words = groupText(group);
  const none = view.group === group ? null : element('p', null, say(
      '没有选择要比较的群体，这里显示“' + words + '”。', 'No group to compare is chosen; shown is: ' + words + '.'));
  view.trendGroup = group;
  const rates = rateCurve(view, trend, {degree_level: view.degree});
  return [
    chapter(view, {
      id: 'since',
      title: say('差距从何时起：' + words, 'Since when: ' + words),
      says: say('每周与无困难毕业生的差距（百分点），色带是 95% 区间；0 以下表示落后。',
          'The gap to those without hardship week by week, in points, with its 95% interval; below 0 is behind.'),
      heeds: {year: true, degree: true, group: view.group === group},
      notes: none,
      chart: rows.length ? curve({points: true, series: [{name: words, style: 'main',
        cells: weeksOf(trend, rows, 'rate_gap')}]}) : null,
      columns: [{column: 'as_of_date', row: true}].concat(gapColumns(), rateColumns()),
      rows: rowsOf(trend, rows),
    }),
    chapter(view, {
      id: 'weeks',
      title: say('每周落实率：' + words, 'The rate week by week: ' + words),
      says: say('与无困难毕业生并列；没有数据的周断开。', 'Beside those without hardship; weeks without data are breaks.'),
      heeds: {year: true, degree: true, group: view.group === group},
      chart: rates.model,
      columns: weekColumns(),
      rows: rowsOf(trend, rates.rows),
    }),
  ];
}

/** Groups by degree levels, a rate in each cell. */
function levels(view, rates, all) {
  const degrees = ordered('degree_level', rates.distinct('degree_level', all));
  const whole = inOrder(rates, all.filter(row => rates.value(row, 'degree_level') === 'all'),
      'hardship_group');
  const cells = new Map(degrees.map(degree => [degree,
    byCode(rates, all.filter(row => rates.value(row, 'degree_level') === degree), 'hardship_group')]));
  const source = degree => at => {
    const row = cells.get(degree).get(at.table.value(at.row, 'hardship_group'));
    return row === undefined ? null : {table: rates, row};
  };
  const columns = [codeHead('hardship_group')].concat(degrees.flatMap(degree => [
    {column: 'placement_rate', head: codeName('degree_level', degree), source: source(degree)},
    {column: 'graduates', head: say('毕业生', 'Graduates'), source: source(degree)},
  ]));
  return chapter(view, {
    id: 'levels',
    title: say('按学历', 'By degree level'),
    says: say('每个群体在每个学历层次的落实率和毕业生人数；横线表示没有这样的毕业生。',
        'The rate and the graduates of each group at each degree level; a dash where there are none.'),
    heeds: {year: true},
    columns,
    rows: rowsOf(rates, whole),
    open: true,
  });
}
