/** Counts as bars: the parts of a whole in one bar, and what happened week by week. */

import {symbolsOf} from '../cells.js';
import {grouped} from '../numbers.js';
import {base, breadth, categoryAxis, pattern, valueAxis} from './palette.js';

// A bar, bars by week, and a line of the legend.
const BAR = 74;
const PLOT = 240;
const LEGEND = 26;

/**
 * One bar of the parts of a whole.
 *
 * @param {!Array<{name: string, cell: !Object, colour: number}>} parts cells with counts
 */
export function stack(parts) {
  return {height: width => BAR + LEGEND * legendLines(parts, width),
    symbols: symbolsOf(parts.map(part => part.cell)),
    draw: (width, colours) => drawnStack(parts, width, colours)};
}

/** How many lines the legend takes, in which no entry is broken. */
export function legendLines(parts, width) {
  let lines = 1;
  let used = 0;
  for (const part of parts) {
    const wide = breadth(part.name) + 48;
    if (used > 0 && used + wide > width) {
      lines++;
      used = 0;
    }
    used += wide;
  }
  return lines;
}

function drawnStack(parts, width, colours) {
  let sum = 0;
  const points = parts.map((part, at) => {
    const middle = sum + (part.cell.value || 0) / 2;
    sum += part.cell.value || 0;
    return {cell: part.cell, at: [middle, 0], shape: [at, 0]};
  });
  return {
    hit: 'shape',
    points,
    option: Object.assign(base(colours), {
      'grid': {'left': 4, 'right': 4, 'top': 4, 'height': 54},
      'legend': {'top': 70, 'left': 0, 'itemWidth': 26, 'itemHeight': 14, 'itemGap': 12,
        'selectedMode': false, 'textStyle': {'color': colours.ink, 'fontSize': width < 560 ? 12 : 13}},
      'xAxis': valueAxis(colours, {'min': 0, 'max': sum || 1, 'show': false}),
      'yAxis': categoryAxis(colours, {'data': [''], 'show': false}),
      'series': parts.map(part => bar(part.name, [part.cell.value], part.colour, colours,
          {'stack': 'whole', 'barWidth': 52})),
    }),
  };
}

function bar(name, values, colour, colours, extra) {
  return Object.assign({
    'type': 'bar',
    'name': name,
    'data': values,
    'itemStyle': {'color': colours['part-' + (colour + 1)], 'decal': pattern(colour, colours),
      'borderColor': colours.paper, 'borderWidth': 1},
    'emphasis': {'disabled': true},
  }, extra);
}

/**
 * Bars by week, those that point down below nothing.
 *
 * @param {{dates: !Array<string>, series: !Array<{name: string, colour: number, down: boolean,
 *     cells: !Array<?Object>}>}} content a cell for each date, null for none
 */
export function weekly(content) {
  return {height: width => PLOT + LEGEND * legendLines(content.series, width),
    symbols: symbolsOf(content.series.flatMap(series => series.cells)),
    draw: (width, colours) => drawnWeeks(content, width, colours)};
}

function drawnWeeks(content, width, colours) {
  const points = [];
  const years = new Set(content.dates.map(date => date.slice(0, 4)));
  const depth = {up: content.dates.map(() => 0), down: content.dates.map(() => 0)};
  content.series.forEach((series, position) => series.cells.forEach((cell, at) => {
    if (cell && cell.value !== null) {
      const side = series.down ? depth.down : depth.up;
      points.push({cell, shape: [position, at],
        at: [at, (side[at] + cell.value / 2) * (series.down ? -1 : 1)]});
      side[at] += cell.value;
    }
  }));
  points.sort((one, other) => one.at[0] - other.at[0]);
  return {
    hit: 'shape',
    points,
    option: Object.assign(base(colours), {
      'grid': {'left': 64, 'right': 12, 'bottom': 34,
        'top': 16 + LEGEND * legendLines(content.series, width)},
      'legend': {'top': 0, 'left': 0, 'itemWidth': 26, 'itemHeight': 14, 'itemGap': 12,
        'selectedMode': false, 'textStyle': {'color': colours.ink, 'fontSize': 13}},
      'xAxis': categoryAxis(colours, {'data': content.dates,
        'axisLabel': {'color': colours.muted, 'fontSize': 12, 'hideOverlap': true,
          'formatter': date => date.slice(years.size > 1 ? 2 : 5)}}),
      'yAxis': valueAxis(colours, {'splitNumber': 4,
        'axisLabel': {'color': colours.muted, 'fontSize': 12,
          'formatter': value => (value < 0 ? '\u2212' : '') + grouped(Math.abs(value))}}),
      'series': content.series.map(series => bar(series.name,
          series.cells.map(cell => cell && cell.value !== null ?
              (series.down ? -cell.value : cell.value) : null),
          series.colour, colours,
          {'stack': series.down ? 'down' : 'up', 'barMaxWidth': 36, 'barGap': '-100%'})),
    }),
  };
}
