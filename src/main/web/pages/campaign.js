/** The campaign for those unplaced on 1 July, who is still unplaced after two years, and help. */

import {cellOf, figureNode, writtenCell} from '../cells.js';
import {chapter} from '../chapter.js';
import {stack, weekly} from '../charts/bars.js';
import {dots} from '../charts/dots.js';
import {codeHead, nameHead, plainColumns, rowsOf} from '../columns.js';
import {choice} from '../controls.js';
import {element} from '../dom.js';
import {codeName, columnName, hasTable} from '../edition.js';
import {say} from '../texts.js';
import {groupText, groupWithin, yearText} from '../view.js';
import {byCode, byText, inOrder, insteadOf, leftOut} from './shared.js';

export function needs() {
  return [['campaign', 'all'], ['campaign', 'places'], ['unplaced_two_years', 'all'],
    ['unplaced_two_years', 'places'], ['assistance_coverage', 'all'],
    ['assistance_coverage', 'universities'], ['assistance_funnel', 'all'], ['decline_reasons', 'all'],
    ['training', 'all'], ['plans', 'all'], ['plans', 'universities']];
}

export function draw(view, [months, places, unplaced, unplacedPlaces, coverage, universities, funnel,
  reasons, training, plans, plansOf]) {
  return [
    note(),
    of('campaign', 'all', () => [monthByMonth(view, months), groups(view, months)]),
    of('campaign', 'places', () => whereOf(view, places)),
    of('unplaced_two_years', 'all', () => twoYears(view, unplaced)),
    of('unplaced_two_years', 'places', () => twoYearsWhere(view, unplacedPlaces)),
    of('assistance_coverage', 'all', () => [covered(view, coverage), coveredBy(view, coverage)]),
    of('assistance_coverage', 'universities', () => coveredWhere(view, universities)),
    of('assistance_funnel', 'all', () => led(view, funnel)),
    of('decline_reasons', 'all', () => declined(view, reasons)),
    of('training', 'all', () => trained(view, training)),
    of('plans', 'all', () => planned(view, plans, plansOf)),
    leftOut([
      ['campaign', 'all', say('攻坚行动逐月去向', 'the campaign month by month')],
      ['campaign', 'places', say('各地各校攻坚现状', 'the campaign by place')],
      ['unplaced_two_years', 'all', say('两年内未落实', 'who is unplaced within two years')],
      ['assistance_coverage', 'all', say('帮扶覆盖', 'help')],
      ['assistance_coverage', 'universities', say('各校帮扶覆盖', 'help by university')],
      ['assistance_funnel', 'all', say('推荐到签约', 'from a recommended post to a signed one')],
      ['decline_reasons', 'all', say('未接受推荐的原因', 'why posts were declined')],
      ['training', 'all', say('培训', 'training')],
      ['plans', 'all', say('一人一档、一人一策', 'files and plans')],
    ]),
  ];
}

/** What is drawn of a table, where the edition has it. */
function of(id, part, drawn) {
  return hasTable(id, part) ? drawn() : null;
}

function note() {
  return element('div', {class: 'note'}, element('p', null, say(
      '群体按毕业时的困难标签划分。帮扶的数字只说明谁得到了什么、此后如何，不能说明帮扶的作用：先得到帮扶的往往是更困难的，能等到帮扶的是尚未落实的。',
      'Groups are by the tags known at graduation. Figures on help say who had what, and what followed; they do not say what help does: those who have it harder are helped first, and only who is still unplaced can be helped.')));
}

const STATES = [['placed_since', 0], ['awaiting', 1], ['not_seeking', 2], ['outcome_unknown', 5],
  ['lost_from_view', 6]];

function stateColumns() {
  return plainColumns('unplaced_on_1_july', 'placed_since', 'awaiting', 'not_seeking',
      'outcome_unknown', 'lost_from_view', 'placed_share').concat([
    {low: 'placed_share_low', high: 'placed_share_high', head: say('95% 区间', '95% interval')}]);
}

function ofGroup(view, table, wanted) {
  const group = groupWithin(view, table.distinct('hardship_group'));
  return {group, rows: table.where(Object.assign({hardship_group: group}, wanted)),
    heeds: {year: true, group: group === view.group}};
}

function monthByMonth(view, months) {
  const {group, rows, heeds} = ofGroup(view, months, {graduation_year: view.year});
  const dates = rows.map(row => months.value(row, 'month_end'));
  const isWhole = STATES.every(([column]) => months.has(column));
  const series = STATES.filter(([column]) => months.has(column)).map(([column, colour]) => ({name: columnName(column), colour, down: false,
    cells: rows.map(row => cellOf(months, row, column))}));
  return chapter(view, {
    id: 'months',
    title: say('7月1日未落实者，逐月去向', 'Those unplaced on 1 July, month by month'),
    says: isWhole ? say('每条柱子是同一批毕业生，按月末状态分；各部分相加为7月1日未落实人数。',
        'Every bar is the same graduates by their state at the end of the month; the parts add up to those unplaced on 1 July.') :
        say('柱子是7月1日未落实者中，到月末已落实的人数。',
            'Bars are those placed by the end of the month, of whoever was unplaced on 1 July.'),
    heeds,
    notes: insteadOf(view, group),
    chart: rows.length ? weekly({dates, series}) : null,
    columns: [{column: 'month_end', row: true}].concat(stateColumns()),
    rows: rowsOf(months, rows),
    none: say(yearText(view.year) + '：还没有到7月底，或当时没有未落实的毕业生。',
        'Cohort ' + view.year + ': the end of July has not come, or nobody was unplaced then.'),
  });
}

function groups(view, months) {
  const all = months.where({graduation_year: view.year});
  const last = all.map(row => months.value(row, 'month_end')).sort().pop();
  const rows = inOrder(months, all.filter(row => months.value(row, 'month_end') === last),
      'hardship_group');
  return chapter(view, {
    id: 'campaign-groups',
    title: say('各群体：7月1日未落实者中，此后已落实的占比', 'By group: the share placed since, of those unplaced on 1 July'),
    says: last ? say('截至 ' + last + '。圆点是占比，横线是 95% 区间，右边是7月1日未落实人数。',
        'At ' + last + '. Dots are shares, lines their 95% intervals; on the right those unplaced on 1 July.') : '',
    heeds: {year: true},
    chart: rows.length ? dots({rows: rows.map(row => shareRow(view, months, row)),
      heads: [say('占比', 'Share'), say('未落实', 'Unplaced')]}) : null,
    columns: [codeHead('hardship_group')].concat(stateColumns()),
    rows: rowsOf(months, rows),
  });
}

function shareRow(view, months, row) {
  const group = months.value(row, 'hardship_group');
  return {
    name: groupText(group),
    strong: group === view.group && group !== 'all',
    cell: cellOf(months, row, 'placed_share'),
    low: cellOf(months, row, 'placed_share_low'),
    high: cellOf(months, row, 'placed_share_high'),
    beside: writtenCell(cellOf(months, row, 'unplaced_on_1_july')),
  };
}

function placeHead() {
  return [nameHead('place_name', 'place_code', say('名称', 'Name')),
    {column: 'place_code', classes: 'code'}, {column: 'place_level'}];
}

function byPlace(table, rows) {
  return byText(table, rows, 'place_code').sort((one, other) =>
    Number(table.value(one, 'place_level') === 'university') -
    Number(table.value(other, 'place_level') === 'university'));
}

function whereOf(view, places) {
  const {group, rows, heeds} = ofGroup(view, places, {graduation_year: view.year});
  return chapter(view, {
    id: 'campaign-places',
    title: say('各地各校：7月1日未落实者的现状', 'Those unplaced on 1 July by place'),
    says: say('最近一个月末；先地级，后高校，按代码排列，不排名。',
        'At the newest end of a month; prefectures, then universities, in the order of codes: no ranking.'),
    heeds,
    notes: insteadOf(view, group),
    columns: placeHead().concat(stateColumns()),
    rows: rowsOf(places, byPlace(places, rows)),
  });
}

function wordColumns() {
  return plainColumns('unplaced', 'awaiting', 'not_seeking', 'outcome_unknown', 'graduates',
      'found_placed', 'found_unplaced', 'median_word', 'oldest_word', 'no_word_30_days',
      'no_word_90_days');
}

function twoYears(view, unplaced) {
  const {group, rows} = ofGroup(view, unplaced, {});
  return chapter(view, {
    id: 'two-years',
    title: say('离校两年内仍未落实', 'Still unplaced within two years of leaving'),
    says: say('按台账和追踪名单，各届仍未落实的人数，以及最后一次得到消息的日期。',
        'By ledgers and follow-up lists: those still unplaced of each cohort, and when there was last a word about them.'),
    heeds: {group: group === view.group},
    notes: insteadOf(view, group),
    columns: [{column: 'graduation_year', row: true}].concat(wordColumns()),
    rows: rowsOf(unplaced, rows),
    open: true,
  });
}

function twoYearsWhere(view, places) {
  const {group, rows, heeds} = ofGroup(view, places, {graduation_year: view.year});
  return chapter(view, {
    id: 'two-years-places',
    title: say('各地各校仍未落实', 'Still unplaced by place'),
    says: say('所选届；先地级，后高校，按代码排列，不排名。',
        'Of the cohort chosen; prefectures, then universities, in the order of codes: no ranking.'),
    heeds,
    notes: insteadOf(view, group),
    columns: placeHead().concat(wordColumns()),
    rows: rowsOf(places, byPlace(places, rows)),
  });
}

const HELP = [['one_to_one', 0], ['contact_only', 1], ['mass_only', 2], ['mode_unknown', 5],
  ['nothing', 6]];

function windowOf(view) {
  return ['7', '30', '90'].includes(view.setting('window')) ? view.setting('window') : '30';
}

function helpColumns() {
  return plainColumns('unplaced_in_window', 'one_to_one', 'contact_only', 'mass_only', 'mode_unknown',
      'nothing', 'one_to_one_share', 'nothing_share');
}

function covered(view, coverage) {
  const days = windowOf(view);
  const all = coverage.where({graduation_year: view.year, window_days: days, provider: 'all'});
  const group = groupWithin(view, coverage.distinct('hardship_group', all));
  const own = byCode(coverage, all, 'hardship_group').get(group);
  const isWhole = HELP.every(([column]) => coverage.has(column));
  const parts = own === undefined || !isWhole ? [] : HELP.map(([column, colour]) =>
    ({name: columnName(column), cell: cellOf(coverage, own, column), colour}))
      .filter(part => part.cell.value);
  return [
    element('div', {class: 'page-tools'}, choice(view, 'window', say('时间窗口', 'Window'), days,
        ['7', '30', '90'].map(each => [each, codeName('window_days', each)]))),
    chapter(view, {
      id: 'coverage',
      title: say('帮扶覆盖：', 'Help: ') + codeName('window_days', days),
      says: say('窗口内任一时间未落实的毕业生，按得到的最近身的帮扶分；服务标准见表。',
          'Graduates unplaced at some time in the window by the closest help that they had; the table tells the service standard.'),
      heeds: {year: true, group: group === view.group},
      notes: insteadOf(view, group),
      chart: parts.length ? stack(parts) : null,
      columns: [codeHead('hardship_group')].concat(helpColumns(), plainColumns('standard_full',
          'standard_part', 'standard_not', 'standard_full_share', 'service_standard')),
      rows: rowsOf(coverage, inOrder(coverage, all, 'hardship_group')),
      none: say('没有未落实的毕业生。', 'Nobody was unplaced.'),
    }),
  ];
}

function coveredBy(view, coverage) {
  const {group, rows, heeds} = ofGroup(view, coverage,
      {graduation_year: view.year, window_days: windowOf(view)});
  return chapter(view, {
    id: 'providers',
    title: say('由谁提供', 'Who helped'),
    says: say('一人可得到多方帮扶，各方人数不能相加。', 'Somebody can be helped by several: do not add them up.'),
    heeds,
    notes: insteadOf(view, group),
    columns: [codeHead('provider')].concat(helpColumns()),
    rows: rowsOf(coverage, inOrder(coverage, rows, 'provider')),
  });
}

function coveredWhere(view, universities) {
  const {group, rows, heeds} = ofGroup(view, universities, {graduation_year: view.year});
  return chapter(view, {
    id: 'coverage-universities',
    title: say('各高校的帮扶覆盖：最近30天', 'Help by university: last 30 days'),
    says: say('按院校代码排列，不排名。没有报送帮扶台账的高校，帮扶均记为“没有”，需核实。',
        'In the order of codes: no ranking. A university that sends no ledger of help stands with nothing: to be verified.'),
    heeds,
    notes: insteadOf(view, group),
    columns: [codeHead('university_code', say('高校', 'University')),
      {head: say('代码', 'Code'), classes: 'code',
        text: at => at.table.value(at.row, 'university_code')}].concat(helpColumns()),
    rows: rowsOf(universities, byText(universities, rows, 'university_code')),
  });
}

const STAGES = ['recommended', 'applied', 'interviewed', 'offered', 'signed'];

function led(view, funnel) {
  const all = funnel.where({graduation_year: view.year});
  const own = byCode(funnel, all, 'hardship_group').get(view.group);
  return chapter(view, {
    id: 'funnel',
    title: say('从推荐岗位到签约', 'From a recommended post to a signed one'),
    says: say('按人数计，走到后一环节的也计入之前的环节。', 'People, not posts; who came further counts in the stages before.'),
    heeds: {year: true},
    notes: own === undefined ? null : element('p', {class: 'stages'}, groupText(view.group),
        say('：', ': '), STAGES.map((column, at) => [at ? ' → ' : '', columnName(column), ' ',
          figureNode(cellOf(funnel, own, column))])),
    columns: [codeHead('hardship_group')].concat(plainColumns(...STAGES, 'signed_share',
        'helped_one_to_one', 'placed_after_help', 'days_to_placement')),
    rows: rowsOf(funnel, inOrder(funnel, all, 'hardship_group')),
    open: true,
    none: say('没有推荐岗位或一对一帮扶的记录。', 'Nobody was recommended a post or helped one to one.'),
  });
}

function declined(view, reasons) {
  const {group, rows, heeds} = ofGroup(view, reasons, {graduation_year: view.year});
  return chapter(view, {
    id: 'reasons',
    title: say('未接受推荐的原因', 'Why posts were declined'),
    says: say('一人可有多个原因，各原因人数不能相加。', 'Somebody can have several reasons: do not add them up.'),
    heeds,
    notes: insteadOf(view, group),
    columns: [codeHead('decline_reason_code')].concat(plainColumns('declined', 'declined_share')),
    rows: rowsOf(reasons, inOrder(reasons, rows, 'decline_reason_code')),
    open: true,
    none: say('没有未接受推荐的记录。', 'Nobody declined.'),
  });
}

function trained(view, training) {
  const {group, rows, heeds} = ofGroup(view, training, {graduation_year: view.year});
  return chapter(view, {
    id: 'training',
    title: say('培训及此后的落实', 'Training, and what followed'),
    says: say('参训人数是全部参训者；此后的占比只计参训时未落实、此后有足够天数数据的人，不能说明培训的作用。',
        'Reached is everybody; the shares are of those unplaced on the day of it and followed for long enough, and do not say what training does.'),
    heeds,
    notes: insteadOf(view, group),
    columns: [codeHead('training')].concat(plainColumns('reached', 'placed_before', 'without_date', 'observed_30', 'placed_30',
        'placed_share_30', 'observed_90', 'placed_90', 'placed_share_90', 'observed_180', 'placed_180',
        'placed_share_180')),
    rows: rowsOf(training, inOrder(training, rows, 'training')),
    open: true,
    none: say('没有培训记录。', 'Nobody was trained.'),
  });
}

function planned(view, plans, plansOf) {
  const rows = byText(plansOf, plansOf.where({graduation_year: view.year}), 'university_code');
  const whole = plans.where({graduation_year: view.year});
  return chapter(view, {
    id: 'plans',
    title: say('重点群体的一人一档、一人一策', 'A file and a plan for each of the key groups'),
    says: say('台账写明困难类别、至少有一项帮扶、30 天内有消息，三项齐备为一档一策。按院校代码排列，不排名。',
        'Tags that the ledger names, at least one measure, and a word within 30 days. In the order of codes: no ranking.'),
    heeds: {year: true},
    columns: [{row: true, head: say('高校', 'University'), text: at => at.table === plans ?
      say('全部', 'All') : codeName('university_code', at.table.value(at.row, 'university_code'))}].concat(plainColumns(
        'key_group_graduates', 'with_file', 'with_measure', 'with_word', 'with_plan', 'plan_share',
        'unplaced', 'unplaced_with_plan', 'unplaced_plan_share')),
    rows: rowsOf(plans, whole).concat(rowsOf(plansOf, rows)),
    open: true,
    none: say('没有重点群体的毕业生。', 'There are no graduates of key groups.'),
  });
}
