/** Regions: of the university or of origin, by province or prefecture. */

import {cellOf, named, showCell} from '../cells.js';
import {chapter} from '../chapter.js';
import {axisText, dots} from '../charts/dots.js';
import {dotRow, gapColumns, nameHead, rateColumns, rowsOf} from '../columns.js';
import {choice} from '../controls.js';
import {element, nameNode} from '../dom.js';
import {codeName, facts, ordered} from '../edition.js';
import {enterableRow} from '../table.js';
import {listed, say} from '../texts.js';
import {groupText} from '../view.js';
import {byText, newest} from './shared.js';
import {placeOf, shortName, PROVINCES} from './tiles.js';

export function needs() {
  return [['placement_rates', 'regions']];
}

export function draw(view, [rates]) {
  const roles = ['origin', 'university'].filter(each => rates.where({region_role: each}).length);
  const role = roles.includes(view.setting('role')) ? view.setting('role') : roles[0] || 'origin';
  const level = view.setting('level') === 'prefecture' ? 'prefecture' : 'province';
  const all = newest(rates, {graduation_year: view.year, region_role: role});
  const ofLevel = all.filter(row => rates.value(row, 'region_level') === level);
  const provinces = provincesIn(rates, ofLevel);
  const province = level === 'prefecture' && provinces.includes(view.setting('province')) ?
      view.setting('province') : '';
  const shown = ofLevel.filter(row => !province ||
      String(rates.value(row, 'region_code')).slice(0, 2) === province.slice(0, 2));
  return [
    controls(view, roles, role, level, provinces, province),
    regionGaps(view, rates, shown, role),
    regionDots(view, rates, shown, role, level),
    level === 'province' ? tiles(view, rates, shown, role) : null,
    heat(view, rates, shown, level),
  ];
}

function provincesIn(rates, rows) {
  const codes = rows.map(row => String(rates.value(row, 'region_code')).slice(0, 2) + '0000');
  return [...new Set(codes)].sort();
}

function controls(view, roles, role, level, provinces, province) {
  return element('div', {class: 'page-tools'},
      roles.length === 1 ? null : choice(view, 'role', say('地区口径', 'Region of'), role, [
        ['origin', say('生源地', 'origin')], ['university', say('高校所在地', 'university')]]),
      choice(view, 'level', say('层级', 'Level'), level, [
        ['province', say('省', 'province')], ['prefecture', say('地市', 'prefecture')]]),
      level === 'prefecture' ? choice(view, 'province', say('省份', 'Province'), province,
          [['', say('全部', 'All')]].concat(provinces.map(code => [code, codeName('region_code', code)]))) :
          null);
}

const HEEDS = {year: true, group: true};

function regionDots(view, rates, all, role, level) {
  const rows = byText(rates, all.filter(row => rates.value(row, 'hardship_group') === view.group),
      'region_code');
  return chapter(view, {
    id: 'regions',
    title: role === 'origin' ? say('按生源地', 'By region of origin') :
        say('按高校所在地', 'By region of the university'),
    says: say('按行政区划代码排列，不排名。圆点是落实率，横线是 95% 区间。',
        'In the order of division codes, not of rates. Dots are rates, lines their 95% intervals.'),
    heeds: HEEDS,
    chart: rows.length ?
        dots({rows: rows.map(row => dotRow(rates, row, regionName(rates, row)))}) : null,
    columns: [nameHead('region_name', 'region_code', say('地区', 'Region')),
      {column: 'region_code', text: at => String(at.table.value(at.row, 'region_code')),
        head: say('代码', 'Code')}].concat(rateColumns(), gapColumns(view.group), [{column: 'stale_graduates'}]),
    rows: rowsOf(rates, rows),
  });
}

/** Where a group is behind, as far as there are enough graduates to say so. */
function regionGaps(view, rates, all, role) {
  if (view.group === 'all' || view.group === 'none') {
    return null;
  }
  const every = byText(rates, all.filter(row => rates.value(row, 'hardship_group') === view.group),
      'region_code');
  const rows = every.filter(row => rates.value(row, 'rate_gap') !== null &&
      rates.symbol(row, 'rate_gap') !== 'u');
  const surely = rows.filter(row => rates.value(row, 'rate_gap_high') < 0)
      .map(row => regionName(rates, row));
  return chapter(view, {
    id: 'gaps',
    title: say('在哪里落后：', 'Where it is behind: ') + groupText(view.group),
    says: say('与同一地区无困难毕业生的差距（百分点），0 左边为落后；只画毕业生不少于 ' + facts().reliable_graduates +
        ' 人的地区，另有 ' + (every.length - rows.length) + ' 个地区人数太少或无可比较。比较的地区多时，总有几个因偶然显得最低；区间相互重叠的地区之间分不出高低。',
    'The gap to those without hardship in the same region, in points; left of 0 is behind. Drawn are regions with ' +
        facts().reliable_graduates + ' graduates or more; ' + (every.length - rows.length) +
        ' have too few or nobody to compare with. Of many regions some always look lowest by chance, and regions whose intervals overlap cannot be told apart.'),
    heeds: HEEDS,
    notes: !rows.length ? null : element('p', null, surely.length ?
        say('超出偶然波动、确实落后的地区：', 'Behind beyond chance variation: ') + listed(surely) + say('。', '.') :
        say('没有一个地区的落后超出偶然波动。', 'In none of them the group is behind beyond chance variation.')),
    chart: rows.length ? dots({rows: rows.map(row =>
      dotRow(rates, row, regionName(rates, row), false, 'rate_gap')), points: true}) : null,
    columns: [nameHead('region_name', 'region_code', say('地区', 'Region'))]
        .concat(gapColumns(view.group), rateColumns()),
    rows: rowsOf(rates, rows),
    none: role === 'origin' ? say('没有一个生源地有足够的毕业生。', 'No region of origin has enough graduates.') :
        say('没有一个地区有足够的毕业生。', 'No region has enough graduates.'),
  });
}

function regionName(rates, row) {
  return rates.value(row, 'region_code') === '000000' ? codeName('region_code', '000000') :
      named(rates, row, 'region_name', 'region_code');
}

/** Provinces as tiles in their rough places; those without figures are there, and say so. */
function tiles(view, rates, all, role) {
  const rows = new Map(all.filter(row => rates.value(row, 'hardship_group') === view.group)
      .map(row => [rates.value(row, 'region_code'), row]));
  const limits = shades(rates, [...rows.values()]);
  const tile = code => {
    const row = rows.get(code);
    const [line, place] = placeOf(code);
    const node = element('li', {class: 'tile ' + (row === undefined ? 'tile-none' :
        limits.classOf(cellOf(rates, row, 'placement_rate'))), data: {region: code}});
    node.style.gridRow = String(line);
    node.style.gridColumn = String(place);
    const name = element('span', {class: 'tile-name'}, nameNode(shortName(code), false));
    if (row === undefined) {
      node.append(name, element('span', {class: 'tile-value'}, say('无数据', 'no data')));
      return node;
    }
    const value = showCell(element('span', {class: 'tile-value', tabindex: '-1'}),
        cellOf(rates, row, 'placement_rate'));
    node.append(name, value);
    return node;
  };
  return chapter(view, {
    id: 'tiles',
    title: say('省份方格', 'Provinces as tiles'),
    says: say('每省一格，位置近似，不是地图；有斜线的格子没有数据。',
        'A tile for each province, roughly in its place; this is no map. Hatched tiles have no data.') +
        (role === 'university' ? say('高校所在地只含报送高校的省份。',
            ' Universities of other provinces do not report here.') : ''),
    heeds: HEEDS,
    body: element('div', {class: 'tiles-box', role: 'region', tabindex: '0',
      'aria-label': say('方格', 'Tiles')},
    enterableRow(element('ul', {class: 'tiles'}, PROVINCES.map(tile)), '.tile-value[tabindex]'),
    limits.legend()),
  });
}

const SHADES = 5;

// Finer steps would paint chance.
const WIDTHS = [200, 500, 1000, 2000];

/** Where shades begin, and how far each reaches. */
function steps(values) {
  const least = Math.min(...values, 10000);
  const most = Math.max(...values, least);
  for (const width of WIDTHS) {
    const low = Math.floor(least / width) * width;
    if (low + SHADES * width >= most) {
      return {low: Math.max(0, Math.min(low, 10000 - SHADES * width)), width};
    }
  }
  return {low: 0, width: WIDTHS[WIDTHS.length - 1]};
}

/** Shades of rates: five steps that take in all that is shown. */
function shades(rates, rows) {
  const values = rows.map(row => rates.value(row, 'placement_rate')).filter(value => value !== null);
  const {low, width} = steps(values);
  const at = value => Math.min(4, Math.max(0, Math.floor((value - low) / width)));
  return {
    classOf: cell => cell.value === null ? 'shade-none' :
        cell.symbol === 'u' ? 'shade-weak' : 'shade-' + at(cell.value),
    legend: () => element('ul', {class: 'shade-legend'},
        [...Array(SHADES).keys()].filter(each => low + each * width < 10000).map(each =>
          element('li', null, element('span', {class: 'swatch shade-' + each}),
              axisText(low + each * width) + ' – ' + axisText(low + (each + 1) * width))),
        element('li', null, element('span', {class: 'swatch shade-weak'}),
            say('可靠性低', 'low reliability')),
        element('li', null, element('span', {class: 'swatch tile-none'}), say('无数据', 'no data'))),
  };
}

/** Regions and groups, a rate in each cell. */
function heat(view, rates, all, level) {
  const groups = ordered('hardship_group', rates.distinct('hardship_group', all));
  const byRegion = new Map();
  for (const row of all) {
    const code = rates.value(row, 'region_code');
    if (!byRegion.has(code)) {
      byRegion.set(code, new Map());
    }
    byRegion.get(code).set(rates.value(row, 'hardship_group'), row);
  }
  const limits = shades(rates, all.filter(row => rates.symbol(row, 'placement_rate') !== 'u'));
  const heads = byText(rates, [...byRegion.values()].map(each => each.get('all'))
      .filter(row => row !== undefined), 'region_code');
  const columns = [nameHead('region_name', 'region_code', say('地区', 'Region'))]
      .concat(groups.map(group => ({
        column: 'placement_rate',
        head: codeName('hardship_group', group),
        source: at => {
          const row = byRegion.get(at.table.value(at.row, 'region_code')).get(group);
          return row === undefined ? null : {table: rates, row};
        },
        heat: cell => limits.classOf(cell),
      })));
  return chapter(view, {
    id: 'heat',
    title: say('地区与群体', 'Regions and groups'),
    says: say('每格是该地区该群体的落实率，颜色见图例；虚线框的数字可靠性低，横线表示没有（或高校未报）这样的毕业生。',
        'Each cell is the rate of a group in a region, with the colours of the legend; those in dashed frames are of low reliability, a dash is nobody, or nobody whom a university told to be in the group.'),
    heeds: {year: true},
    body: limits.legend(),
    columns: columns,
    rows: rowsOf(rates, heads),
    open: level === 'province' || heads.length < 60,
  });
}
