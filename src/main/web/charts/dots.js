/** Rates or gaps as dots, each with its interval, one row below the other. */

import {symbolsOf, writtenCell} from '../cells.js';
import {hundredths} from '../numbers.js';
import {say} from '../texts.js';
import {base, breadth, categoryAxis, extent, valueAxis} from './palette.js';

const ROW = 26;
// On a narrow sheet the name stands above its line.
const NARROW_ROW = 42;
const NARROW = 560;
const ABOVE = 34;
const BELOW = 30;

/**
 * @param {{rows: !Array<{name: string, cell: !Object, low: ?Object, high: ?Object,
 *     beside: (string|undefined), strong: (boolean|undefined)}>, points: (boolean|undefined),
 *     reference: ({value: number, name: string}|null|undefined),
 *     heads: (!Array<string>|undefined)}} content values in ten-thousandths;
 *     `points` for gaps, of which nothing is the reference; `heads` says what the numbers are
 */
export function dots(content) {
  return {
    height: width => content.rows.length * (width < NARROW ? NARROW_ROW : ROW) + ABOVE + BELOW,
    symbols: symbolsOf(content.rows.map(row => row.cell)),
    draw: (width, colours) => drawn(content, width, colours),
  };
}

function drawn(content, width, colours) {
  const rows = content.rows;
  const narrow = width < NARROW;
  const valued = rows.map((row, at) => ({row, at})).filter(each => each.row.cell.value !== null);
  const reference = content.points ? {value: 0, name: ''} : content.reference;
  const values = valued.flatMap(each => [each.row.cell.value].concat(limits(each.row) || []))
      .concat(reference ? [reference.value] : []);
  const {min, max, interval} =
      extent(values, content.points ? -10000 : 0, 10000, narrow ? 4 : 8);
  const left = narrow ? 18 : Math.min(280, Math.max(96, ...rows.map(row => breadth(row.name))) + 18);
  return {
    hit: 'row',
    points: rows.map((row, at) => ({cell: row.cell,
      at: [row.cell.value === null ? min : row.cell.value, at]})),
    option: Object.assign(base(colours), {
      'grid': {'left': left, 'right': narrow ? 72 : 148, 'top': ABOVE, 'bottom': BELOW},
      'xAxis': valueAxis(colours, {'min': min, 'max': max, 'interval': interval,
        'axisLabel': {'color': colours.muted, 'fontSize': 12, 'hideOverlap': true,
          'formatter': value => axisText(value, content.points)}}),
      'yAxis': [names(rows, colours, narrow, narrow ? width - 90 : left - 14),
        besides(rows, colours, narrow, content)],
      'series': [
        intervals(valued, colours),
        circles(valued, colours, reference),
        withheld(rows, min, colours),
      ],
    }),
  };
}

/** A tick of an axis, without digits that say nothing. */
export function axisText(tenThousandths, /** boolean= */ points) {
  const text = hundredths(tenThousandths).replace(/\.00$/, '').replace(/(\.\d)0$/, '$1');
  return points ? (tenThousandths > 0 ? '+' + text : text) : text + '%';
}

function limits(row) {
  return row.low && row.high && row.low.value !== null && row.high.value !== null ?
      [row.low.value, row.high.value] : null;
}

function names(rows, colours, narrow, wide) {
  const above = narrow ? {'align': 'left', 'verticalAlign': 'bottom'} : null;
  return categoryAxis(colours, {
    'inverse': true,
    'data': rows.map(row => ({'value': row.name,
      'textStyle': Object.assign({'fontWeight': row.strong ? 'bold' : 'normal'}, above)})),
    'z': 5,
    'axisLabel': Object.assign({'color': colours.ink, 'fontSize': 13, 'width': wide,
      'overflow': 'truncate', 'interval': 0},
    narrow ? {'inside': true, 'margin': 0, 'padding': [0, 0, 6, 0]} : null),
  });
}

/** The number of each dot, and its graduates. */
function besides(rows, colours, narrow, content) {
  const heads = content.heads ||
      [content.points ? say('差距', 'Gap') : say('落实率', 'Rate'), say('毕业生', 'Graduates')];
  return categoryAxis(colours, {
    'inverse': true,
    'position': 'right',
    // On a narrow sheet the name of the reference stands there.
    'name': narrow ? '' : heads[0] + (rows.some(row => row.beside) ? '　　' + heads[1] : ''),
    'nameLocation': 'start',
    'nameGap': 8,
    'nameTextStyle': {'color': colours.muted, 'fontSize': 12, 'align': 'left', 'padding': [0, 0, 0, 10]},
    'data': rows.map(row => '{value|' + writtenCell(row.cell) + '}{mark|' +
        (row.cell.symbol && row.cell.value !== null ? row.cell.symbol : '') + '}' +
        (!row.beside ? '' : narrow ? '\n{below|' + say(row.beside + ' 人', 'n ' + row.beside) + '}' :
            '{beside|' + row.beside + '}')),
    'axisLabel': {'color': colours.ink, 'fontSize': 12, 'interval': 0, 'margin': 6, 'rich': {
      'value': {'width': 52, 'align': 'right', 'fontSize': 12, 'color': colours.ink},
      'mark': {'width': 12, 'align': 'left', 'fontSize': 10, 'color': colours.muted},
      'beside': {'width': 64, 'align': 'right', 'fontSize': 12, 'color': colours.muted},
      'below': {'width': 52, 'align': 'right', 'fontSize': 11, 'lineHeight': 14, 'color': colours.muted},
    }},
  });
}

function tint(row, colours) {
  return row.cell.symbol === 'u' ? colours.faint : row.strong ? colours.second : colours.accent;
}

function intervals(valued, colours) {
  return {
    'type': 'custom',
    'name': 'interval',
    'silent': true,
    'data': valued.filter(each => limits(each.row))
        .map(each => limits(each.row).concat([each.at])),
    'encode': {'x': [0, 1], 'y': 2},
    'renderItem': (params, api) => {
      const from = api.coord([api.value(0), api.value(2)]);
      const to = api.coord([api.value(1), api.value(2)]);
      const style = {'stroke': tint(valued.find(each => each.at === api.value(2)).row, colours),
        'lineWidth': 2, 'fill': 'none'};
      const line = (x1, y1, x2, y2) => ({'type': 'line', 'shape': {x1, y1, x2, y2}, 'style': style});
      return {'type': 'group', 'children': [
        line(from[0], from[1], to[0], to[1]),
        line(from[0], from[1] - 4, from[0], from[1] + 4),
        line(to[0], to[1] - 4, to[0], to[1] + 4),
      ]};
    },
  };
}

function circles(valued, colours, reference) {
  return {
    'type': 'scatter',
    'name': 'value',
    'silent': true,
    'symbol': 'circle',
    'symbolSize': 10,
    'emphasis': {'disabled': true},
    'z': 3,
    'data': valued.map(each => ({
      'value': [each.row.cell.value, each.at],
      'itemStyle': {
        'color': each.row.cell.symbol === 'u' ? colours.paper : tint(each.row, colours),
        'borderColor': tint(each.row, colours),
        'borderWidth': 2,
        'opacity': 1,
      },
    })),
    'markLine': reference ? {
      'silent': true,
      'symbol': 'none',
      'lineStyle': {'color': colours.ink, 'type': 'dashed', 'width': 1},
      'label': {'formatter': reference.name, 'position': 'start', 'color': colours.ink, 'fontSize': 12,
        'distance': 4, 'show': Boolean(reference.name)},
      'data': [{'xAxis': reference.value}],
    } : undefined,
  };
}

/** Symbols in place of values stand at the axis. */
function withheld(rows, min, colours) {
  return {
    'type': 'custom',
    'name': 'symbol',
    'silent': true,
    'data': rows.map((row, at) => [min, at]).filter(([unused, at]) => rows[at].cell.value === null),
    'renderItem': (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const symbol = rows[api.value(1)].cell.symbol || '\u2013';
      return {'type': 'text', 'style': {'text': symbol, 'x': x + 6, 'y': y, 'fill': colours.muted,
        'fontSize': 13, 'fontStyle': 'italic', 'textVerticalAlign': 'middle'}};
    },
  };
}
