/** The colours of the style sheet, and what axes and texts of charts share. */

const NAMES = ['paper', 'ink', 'muted', 'line', 'accent', 'second', 'faint', 'band',
  'part-1', 'part-2', 'part-3', 'part-4', 'part-5', 'part-6', 'part-7', 'part-8'];

/** Colours by name. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const colours = {};
  for (const name of NAMES) {
    colours[name] = style.getPropertyValue('--' + name).trim();
  }
  colours.font = getComputedStyle(document.body).fontFamily;
  return colours;
}

/** What every chart has. */
export function base(colours) {
  return {
    'backgroundColor': 'transparent',
    'textStyle': {'fontFamily': colours.font, 'color': colours.ink, 'fontSize': 13},
    'aria': {'enabled': false},
    'tooltip': {'show': false},
  };
}

export function valueAxis(colours, extra) {
  return Object.assign({
    'type': 'value',
    'axisLine': {'show': false},
    'axisTick': {'show': false},
    'axisLabel': {'color': colours.muted, 'fontSize': 12, 'hideOverlap': true},
    'splitLine': {'lineStyle': {'color': colours.line}},
  }, extra);
}

export function categoryAxis(colours, extra) {
  return Object.assign({
    'type': 'category',
    'axisLine': {'show': false},
    'axisTick': {'show': false},
    'axisLabel': {'color': colours.ink, 'fontSize': 13},
    'splitLine': {'show': false},
  }, extra);
}

/** A pattern of lines over a part, by its number, so that colour is not all that tells parts apart. */
export function pattern(number, colours) {
  const shapes = [
    null,
    {'symbol': 'rect', 'dashArrayX': [1, 0], 'dashArrayY': [2, 5], 'rotation': -Math.PI / 4},
    {'symbol': 'circle', 'dashArrayX': [[6, 6], [0, 6, 6, 0]], 'dashArrayY': [6, 0], 'symbolSize': 0.6},
    {'symbol': 'rect', 'dashArrayX': [1, 0], 'dashArrayY': [2, 5], 'rotation': Math.PI / 4},
    {'symbol': 'rect', 'dashArrayX': [1, 0], 'dashArrayY': [2, 6], 'rotation': 0},
    {'symbol': 'triangle', 'dashArrayX': [[8, 8], [0, 8, 8, 0]], 'dashArrayY': [8, 0], 'symbolSize': 0.7},
    {'symbol': 'rect', 'dashArrayX': [1, 0], 'dashArrayY': [2, 6], 'rotation': Math.PI / 2},
    {'symbol': 'rect', 'dashArrayX': [2, 4], 'dashArrayY': [2, 4]},
  ];
  const shape = shapes[number % shapes.length];
  return shape ? Object.assign({'color': colours.paper}, shape) : null;
}

const STEPS = [50, 100, 200, 500, 1000, 2000, 5000];

/**
 * Limits of an axis that takes in some values, and the step of its ticks, all of them round.
 *
 * @param {!Array<number>} values in ten-thousandths
 * @param {number} least that it may begin with
 * @param {number} most that it may end with
 * @param {number} ticks at most
 * @return {{min: number, max: number, interval: number}}
 */
export function extent(values, least, most, ticks) {
  let low = values.length ? Infinity : least;
  let high = values.length ? -Infinity : most;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  for (const interval of STEPS) {
    const min = Math.max(least, Math.min(Math.floor(low / interval) * interval, most - interval));
    const max = Math.min(most, Math.max(Math.ceil(high / interval) * interval, min + interval));
    if ((max - min) / interval <= ticks) {
      return {min, max, interval};
    }
  }
  return {min: least, max: most, interval: STEPS[STEPS.length - 1]};
}

/** About how wide a name is, in pixels. */
export function breadth(name) {
  let wide = 0;
  for (const letter of name) {
    wide += letter.charCodeAt(0) > 0x2e7f ? 13 : 7;
  }
  return wide;
}
