/** Rates week by week, with the interval as a band. A week without data is a break. */

import {symbolsOf} from '../cells.js';
import {dateOf, dayNumber} from '../edition.js';
import {legendLines} from './bars.js';
import {axisText} from './dots.js';
import {base, categoryAxis, extent, valueAxis} from './palette.js';

const WEEK = 7;
const HEIGHT = 274;
const LEGEND = 26;

/**
 * @param {{series: !Array<{name: string, style: string, cells: !Array<{date: string, cell: !Object,
 *     low: ?Object, high: ?Object}>}>, points: (boolean|undefined),
 *     places: (!Array<string>|undefined)}} content by series, in the order
 *     of dates; style is `main`, `reference` or `before`;
 *     `places` what stands on the axis, in its order, where it is not weeks
 */
export function curve(content) {
  return {
    height: width => HEIGHT + LEGEND * legendLines(content.series, width),
    symbols: symbolsOf(content.series.flatMap(each => each.cells.map(cell => cell.cell))),
    draw: (width, colours) => drawn(content, width, colours),
  };
}

/** Dates of a curve: those of the figures, and the weeks between them without any. */
export function datesOf(series) {
  const days = [...new Set(series.flatMap(each => each.cells.map(cell => dayNumber(cell.date))))]
      .sort((one, other) => one - other);
  const all = [];
  for (const day of days) {
    const last = all[all.length - 1];
    for (let missing = last + WEEK; missing < day - 3; missing += WEEK) {
      all.push(missing);
    }
    all.push(day);
  }
  return all.map(dateOf);
}

function drawn(content, width, colours) {
  const narrow = width < 560;
  const dates = content.places || datesOf(content.series);
  const at = new Map(dates.map((date, position) => [date, position]));
  const every = content.series.flatMap(each => each.cells);
  const values = every.flatMap(each => [each.cell, each.low, each.high])
      .filter(cell => cell && cell.value !== null).map(cell => cell.value);
  const {min, max, interval} = extent(content.points ? values.concat([0]) : values,
      content.points ? -10000 : 0, 10000, 6);
  const years = new Set(dates.map(date => date.slice(0, 4)));
  return {
    hit: 'column',
    points: every.map(each => ({cell: each.cell,
      at: [at.get(each.date), each.cell.value === null ? min : each.cell.value]})),
    option: Object.assign(base(colours), {
      'grid': {'left': 56, 'right': narrow ? 16 : 24, 'bottom': 34,
        'top': 18 + LEGEND * legendLines(content.series, width)},
      'legend': {'top': 0, 'left': 0, 'itemWidth': 28, 'itemGap': 12,
        'selectedMode': false, 'icon': 'inherit', 'textStyle': {'color': colours.ink, 'fontSize': 13},
        'data': content.series.map(each => each.name)},
      'xAxis': categoryAxis(colours, {'data': dates, 'boundaryGap': true,
        'axisLine': {'show': true, 'onZero': false, 'lineStyle': {'color': colours.line}},
        'axisLabel': {'color': colours.muted, 'fontSize': 12, 'hideOverlap': true,
          'formatter': date => content.places ? date : date.slice(years.size > 1 ? 2 : 5)}}),
      'yAxis': valueAxis(colours, {'min': min, 'max': max, 'interval': interval,
        'axisLabel': {'color': colours.muted, 'fontSize': 12,
          'formatter': value => axisText(value, content.points)}}),
      'series': content.series.flatMap((each, position) =>
        seriesOf(each, position, at, dates.length, min, colours, content.points)),
    }),
  };
}

const STYLES = {
  'main': {colour: 'accent', type: 'solid', width: 2.5, symbol: 'circle', band: true},
  'reference': {colour: 'second', type: [6, 4], width: 2, symbol: 'diamond', band: true},
  'before': {colour: 'faint', type: [2, 3], width: 2, symbol: 'rect', band: false},
};

function seriesOf(series, position, at, length, min, colours, points) {
  const style = STYLES[series.style];
  const colour = colours[style.colour];
  const values = Array(length).fill(null);
  const limits = Array(length).fill(null);
  for (const each of series.cells) {
    const place = at.get(each.date);
    values[place] = {'value': each.cell.value, 'itemStyle': hollow(each.cell, colours)};
    if (each.cell.value === null) {
      values[place] = null;
    }
    if (each.low && each.low.value !== null && each.high.value !== null) {
      limits[place] = [each.low.value, each.high.value];
    }
  }
  const line = {
    'type': 'line',
    'name': series.name,
    'data': values,
    'connectNulls': false,
    'silent': true,
    'symbol': style.symbol,
    'symbolSize': 6,
    'showAllSymbol': true,
    'z': 4 - position,
    'lineStyle': {'color': colour, 'width': style.width, 'type': style.type},
    'itemStyle': {'color': colour},
    'markLine': points && position === 0 ? {'silent': true, 'symbol': 'none', 'label': {'show': false},
      'lineStyle': {'color': colours.ink, 'type': 'dashed', 'width': 1}, 'data': [{'yAxis': 0}]} :
      undefined,
  };
  const parts = [line];
  if (style.band && limits.some(Boolean)) {
    parts.push(band(limits, min, colour));
  }
  const withheld = series.cells.filter(each => each.cell.value === null && each.cell.symbol);
  if (withheld.length) {
    parts.push(symbols(withheld, at, min, colours));
  }
  return parts;
}

function hollow(cell, colours) {
  return cell.symbol === 'u' ?
      {'color': colours.paper, 'borderColor': colours.faint, 'borderWidth': 2} : undefined;
}

/** The area between the limits, one for each stretch of weeks that follow each other. */
function band(limits, min, colour) {
  return {
    'type': 'custom',
    'name': 'interval',
    'silent': true,
    'z': 1,
    'data': [[0, min]],
    'renderItem': (params, api) => ({'type': 'group',
      'children': stretches(limits).map(stretch => ({
        'type': 'polygon',
        'shape': {'points': stretch.map(place => api.coord([place, limits[place][1]]))
            .concat(stretch.slice().reverse().map(place => api.coord([place, limits[place][0]])))},
        'style': {'fill': colour, 'opacity': 0.16},
      }))}),
  };
}

/** Positions of values, in stretches that have no gap. */
export function stretches(values) {
  const found = [];
  values.forEach((value, place) => {
    if (value) {
      if (place === 0 || !values[place - 1]) {
        found.push([]);
      }
      found[found.length - 1].push(place);
    }
  });
  return found;
}

function symbols(withheld, at, min, colours) {
  return {
    'type': 'custom',
    'name': 'symbol',
    'silent': true,
    'data': withheld.map((each, position) => [at.get(each.date), min, position]),
    'renderItem': (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      return {'type': 'text', 'style': {'text': withheld[api.value(2)].cell.symbol, 'x': x, 'y': y - 8,
        'fill': colours.muted, 'fontSize': 13, 'fontStyle': 'italic', 'textAlign': 'center'}};
    },
  };
}
