/**
 * Boxes that hold charts. A box with its chart stays from one view to the next of the same page, so
 * that a filter redraws a chart and does not make it anew. Charts in sight are drawn at once, the
 * others when there is time.
 */

import {element, isWriting} from '../dom.js';
import {explanation, place} from '../cells.js';
import * as tooltip from '../tooltip.js';
import {palette} from './palette.js';

const boxes = new Map();
let used = new Set();
const instances = {};
window['taizhangCharts'] = instances;

const observer = new ResizeObserver(entries => {
  for (const entry of entries) {
    const box = boxes.get(entry.target.getAttribute('data-chart'));
    if (box && box.chart && Math.abs(box.width - entry.target.clientWidth) > 1) {
      draw(box);
    }
  }
});

/** Begins a view: boxes that it does not ask for go at its end. */
export function beginView() {
  used = new Set();
}

/**
 * The box of a chart.
 *
 * @param {string} id
 * @param {string} label text alternative
 * @param {{height: function(number): number, symbols: !Array<string>,
 *     draw: function(number, !Object): !Object}} model the height for a width, in pixels; the
 *     symbols that it draws; and a function of width and palette that gives `option` for ECharts,
 *     `points` that can be asked (`cell`, and `at` in units of the axes, or `shape` as series and
 *     position), and `hit`, which says what is nearest to the pointer: `row`, `column` or `shape`
 * @return {!HTMLElement}
 */
export function chartBox(id, label, model) {
  let box = boxes.get(id);
  if (!box) {
    box = {id, node: newNode(id), chart: null, width: 0, height: 0, points: [], at: -1};
    boxes.set(id, box);
  }
  used.add(id);
  box.model = model;
  box.fresh = false;
  box.at = -1;
  box.node.setAttribute('aria-label', label);
  box.node.style.height = model.height(box.node.clientWidth || sheetWidth()) + 'px';
  return box.node;
}

/** How wide a chart will be that is not on the page yet. */
function sheetWidth() {
  const main = document.getElementById('main');
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}

function newNode(id) {
  const node = element('div', {class: 'chart', role: 'img', tabindex: '0', data: {chart: id}});
  node.addEventListener('mousemove', event => hover(boxes.get(id), event));
  node.addEventListener('mouseleave', () => tooltip.hideSoon());
  node.addEventListener('click', event => hover(boxes.get(id), event));
  node.addEventListener('keydown', event => step(boxes.get(id), event));
  observer.observe(node);
  return node;
}

/** Ends a view: draws what is in sight, and the rest when there is time. */
export function endView(done) {
  for (const [id, box] of boxes) {
    if (!used.has(id)) {
      observer.unobserve(box.node);
      if (box.chart) {
        box.chart.dispose();
      }
      delete instances[id];
      boxes.delete(id);
    }
  }
  const inSight = [...boxes.values()].filter(box =>
    box.node.isConnected && box.node.getBoundingClientRect().top < window.innerHeight);
  if (window['echarts']) {
    inSight.forEach(draw);
  }
  whenIdle(() => drawNext(done));
}

function whenIdle(task) {
  if (window['requestIdleCallback']) {
    window['requestIdleCallback'](task, {'timeout': 200});
  } else {
    window.setTimeout(task, 20);
  }
}

function drawNext(done) {
  if (!window['echarts']) {
    window.setTimeout(() => drawNext(done), 20);
    return;
  }
  const next = [...boxes.values()].find(box => !box.fresh && box.node.isConnected);
  if (next) {
    draw(next);
    whenIdle(() => drawNext(done));
  } else {
    done();
  }
}

/** Draws everything that is not drawn yet, at once. */
export function drawAll() {
  if (window['echarts']) {
    [...boxes.values()].filter(box => !box.fresh && box.node.isConnected).forEach(draw);
  }
}

/** Draws everything anew, as when the colours change. */
export function redrawAll() {
  [...boxes.values()].filter(box => box.chart).forEach(draw);
}

function draw(box) {
  const width = box.node.clientWidth;
  if (!width) {
    box.fresh = true;
    return;
  }
  const height = box.model.height(width);
  box.node.style.height = height + 'px';
  if (!box.chart) {
    box.chart = window['echarts']['init'](box.node, null,
        {'renderer': 'svg', 'width': width, 'height': height});
    instances[box.id] = box.chart;
    box.chart.on('mouseover', params => overShape(box, params));
    box.chart.on('mouseout', () => tooltip.hideSoon());
  } else if (width !== box.width || height !== box.height) {
    box.chart.resize({'width': width, 'height': height});
  }
  const drawn = box.model.draw(width, palette());
  box.width = width;
  box.height = height;
  box.points = drawn.points;
  box.hit = drawn.hit;
  box.chart['taizhangPoints'] = drawn.points.map(point =>
    ({'row': place(point.cell), 'column': point.cell.column, 'at': point.at}));
  box.chart.setOption(Object.assign({'animation': false}, drawn.option), {'notMerge': true});
  const svg = box.node.querySelector('svg');
  svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  box.fresh = true;
}

function pixelOf(box, point) {
  const [x, y] = box.chart.convertToPixel({'gridIndex': 0}, point.at);
  return {x, y};
}

function hover(box, event) {
  if (!box.chart || box.hit === 'shape') {
    return;
  }
  const frame = box.node.getBoundingClientRect();
  const at = nearest(box, event.clientX - frame.left, event.clientY - frame.top);
  if (at < 0) {
    tooltip.hideSoon();
  } else {
    tell(box, at);
  }
}

// Beyond this many pixels a pointer means no point.
const REACH = 26;

function nearest(box, x, y) {
  let best = -1;
  let least = Infinity;
  box.points.forEach((point, at) => {
    const pixel = pixelOf(box, point);
    const across = Math.abs(box.hit === 'row' ? pixel.y - y : pixel.x - x);
    const along = Math.abs(box.hit === 'row' ? pixel.x - x : pixel.y - y);
    const far = across * 10000 + along;
    if (across < REACH && far < least) {
      best = at;
      least = far;
    }
  });
  return best;
}

function overShape(box, params) {
  if (box.hit !== 'shape') {
    return;
  }
  const at = box.points.findIndex(point =>
    point.shape[0] === params.seriesIndex && point.shape[1] === params.dataIndex);
  if (at >= 0) {
    tell(box, at);
  }
}

const MOVES = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

function step(box, event) {
  const count = box.points.length;
  if (isWriting(event) || !count || !box.chart) {
    return;
  }
  let at;
  if (event.key in MOVES) {
    at = box.at < 0 ? (MOVES[event.key] > 0 ? 0 : count - 1) :
        Math.min(count - 1, Math.max(0, box.at + MOVES[event.key]));
  } else if (event.key === 'Home' || event.key === 'End') {
    at = event.key === 'Home' ? 0 : count - 1;
  } else {
    return;
  }
  event.preventDefault();
  tell(box, at);
  document.getElementById('status').textContent =
      explanation(box.points[at].cell).slice(0, 3).map(line => line.join(' ')).join(' · ');
}

function tell(box, at) {
  box.at = at;
  const point = box.points[at];
  const frame = box.node.getBoundingClientRect();
  const pixel = pixelOf(box, point);
  const x = frame.left + pixel.x;
  const y = frame.top + pixel.y;
  tooltip.show(box.node, explanation(point.cell),
      {left: x - 8, right: x + 8, top: y - 10, bottom: y + 10});
}
