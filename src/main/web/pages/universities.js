/** All universities, in the order of their codes. There is no order by rate, here or anywhere. */

import {chapter} from '../chapter.js';
import {dotColumn} from '../columns.js';
import {choice, matches, searchField} from '../controls.js';
import {element, nameNode} from '../dom.js';
import {codeName, entry, facts, hasTable, list} from '../edition.js';
import {say} from '../texts.js';
import {byCode, newest} from './shared.js';

export function needs() {
  return [['placement_rates', 'universities'], ['reporting', 'latest'], ['as_of', 'latest']];
}

export function draw(view, [rates, reporting, ages]) {
  const own = byCode(rates, newest(rates, {graduation_year: view.year, hardship_group: view.group}),
      'university_code');
  const reports = byCode(reporting, [...Array(reporting.length).keys()], 'university_code');
  const slices = byCode(ages, ages.where({graduation_year: view.year}), 'university_code');
  const codes = [...new Set([...list('university_code').map(each => each.code), ...reports.keys(),
    ...own.keys()])].filter(code => code && code !== 'all').sort();
  const show = view.setting('show', 'all');
  const rows = codes.filter(code => isShown(show, reporting, reports.get(code)))
      .map(code => ({code, table: rates, row: own.has(code) ? own.get(code) : -1}));
  let shown = rows;
  const status = element('p', {class: 'count', 'aria-live': 'polite'});
  const node = chapter(view, {
    id: 'universities',
    title: show === 'late' ? say('迟报的高校', 'Universities that are late') :
        show === 'never' ? say('从未报送的高校', 'Universities that never reported') :
        say('全部高校', 'All universities'),
    says: say('按院校代码排列，不排名。选择名称查看单所高校。',
        'In the order of codes, not of rates. Choose a name to see a university.'),
    heeds: {year: true, group: true},
    body: status,
    columns: columns(view, rates, own, sourceOf(reporting, reports), sourceOf(ages, slices)),
    rows,
    shown: () => shown,
    open: true,
    none: show === 'late' ? say('截至 ' + facts().as_of_date + ' 没有高校迟报。',
        'No university was late on ' + facts().as_of_date + '.') :
        show === 'never' ? say('没有从未报送的高校。', 'Every university has reported.') :
        say('没有高校。', 'There are no universities.'),
  });
  const search = wanted => {
    let left = 0;
    shown = rows.filter(row => matches(wanted, row.code, nameOf(row.code)));
    node.querySelectorAll('tbody tr').forEach((line, at) => {
      const code = rows[at].code;
      line.hidden = !matches(wanted, code, nameOf(code));
      left += line.hidden ? 0 : 1;
    });
    status.textContent = say('显示 ' + left + ' 所，共 ' + codes.length + ' 所',
        left + ' shown of ' + codes.length);
  };
  search(view.setting('q'));
  return [element('div', {class: 'page-tools', role: 'search'},
      searchField(view, 'search-universities', say('查找高校', 'Find a university'), search),
      choice(view, 'show', say('显示', 'Show'), show, [['all', say('全部', 'all')],
        ['late', say('迟报的', 'late')], ['never', say('从未报送的', 'never reported')]])), node];
}

/** Where the row of a university stands in a table. */
function sourceOf(table, found) {
  return at => found.has(at.code) ? {table, row: found.get(at.code)} : null;
}

function nameOf(code) {
  return codeName('university_code', code);
}

function isShown(show, reporting, row) {
  if (show !== 'late') {
    return show !== 'never' || row === undefined;
  }
  return row !== undefined && isNo(reporting.value(row, 'on_time'));
}

/** Whether a flag says no. */
export function isNo(value) {
  return value === false || value === 'false';
}

function columns(view, rates, own, report, age) {
  const rate = sourceOf(rates, own);
  return [
    {row: true, head: say('高校', 'University'), text: at => element('a',
        {href: view.to('university', at.code)}, nameNode(nameOf(at.code), false))},
    {head: say('代码', 'Code'), classes: 'code', text: at => at.code},
    {head: say('地市', 'Prefecture'), text: at => prefectureOf(at.code)},
    {column: 'placement_rate', source: rate},
    {low: 'placement_rate_low', high: 'placement_rate_high', source: rate,
      head: say('95% 区间', '95% interval')},
    dotOf(rates, [...own.values()], rate),
    {column: 'graduates', source: rate},
    {column: 'last_snapshot_date', source: report},
    {column: 'days_since_snapshot', source: report},
    {column: 'on_time', source: report},
    {column: 'age_days', source: hasTable('as_of', 'latest') ? age : report},
  ];
}

function dotOf(rates, rows, rate) {
  const column = dotColumn(rates, rows);
  const node = column.node;
  column.node = at => rate(at) ? node(rate(at)) : null;
  return column;
}

function prefectureOf(code) {
  const known = entry('university_code', code);
  return known && known.kind ? codeName('region_code', known.kind) : '';
}
