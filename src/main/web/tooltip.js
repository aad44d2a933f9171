/**
 * The one tooltip of the page. It follows pointer and keyboard focus alike, can be hovered itself,
 * and goes with Escape.
 */

import {element} from './dom.js';
import {explanationAt} from './cells.js';

const tip = element('div', {role: 'tooltip', id: 'tip', class: 'tip', hidden: true});
let holder = null;
let closing = 0;
/** The explained place, from the corner of its holder. */
let within = {left: 0, right: 0, top: 0, bottom: 0};

/** Starts to listen. */
export function start() {
  document.body.append(tip);
  document.addEventListener('mouseover', event => {
    if (tip.contains(/** @type {Node} */ (event.target))) {
      window.clearTimeout(closing);
      return;
    }
    ask(event.target);
  });
  document.addEventListener('focusin', event => ask(event.target));
  document.addEventListener('click', event => ask(event.target));
  document.addEventListener('focusout', () => hideSoon());
  tip.addEventListener('mouseleave', () => hideSoon());
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      hide();
    }
  });
  window.addEventListener('scroll', () => follow(), {passive: true, capture: true});
}

function ask(target) {
  const found = explanationAt(/** @type {Element} */ (target));
  if (found) {
    show(found.holder, found.lines, found.holder.getBoundingClientRect());
  } else if (holder && !holder.hasAttribute('data-chart')) {
    hideSoon();
  }
}

/**
 * Shows an explanation beside a place.
 *
 * @param {!Element} described what is explained
 * @param {!Array<!Array<string>>} lines pairs of words
 * @param {{left: number, right: number, top: number, bottom: number}} place in the window
 */
export function show(described, lines, place) {
  window.clearTimeout(closing);
  if (holder && holder !== described) {
    holder.removeAttribute('aria-describedby');
  }
  holder = described;
  tip.replaceChildren(...lines.map((line, at) =>
    element('p', {class: at === 0 ? 'tip-head' : null},
        line[0] ? element('span', {class: 'tip-what'}, line[0]) : null,
        element('bdi', {class: 'tip-text'}, line[1]))));
  tip.hidden = false;
  holder.setAttribute('aria-describedby', 'tip');
  const frame = described.getBoundingClientRect();
  within = {left: place.left - frame.left, right: place.right - frame.left,
    top: place.top - frame.top, bottom: place.bottom - frame.top};
  stand(place);
}

/** Puts the tooltip below a place, or above it where there is no room. */
function stand(place) {
  const box = tip.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const left = Math.min((place.left + place.right - box.width) / 2, wide - box.width - 8);
  const below = place.bottom + 8 + box.height < window.innerHeight;
  const top = below ? place.bottom + 6 : Math.max(8, place.top - box.height - 6);
  tip.style.left = Math.max(8, left) + 'px';
  tip.style.top = top + 'px';
}

/** Goes with what is explained when the page is scrolled, and hides when that is out of sight. */
function follow() {
  if (tip.hidden || !holder) {
    return;
  }
  const frame = holder.getBoundingClientRect();
  const place = {left: frame.left + within.left, right: frame.left + within.right,
    top: frame.top + within.top, bottom: frame.top + within.bottom};
  if (place.bottom < 0 || place.top > window.innerHeight) {
    hide();
  } else {
    stand(place);
  }
}

/** Hides the tooltip, unless the pointer goes on to it. */
export function hideSoon() {
  window.clearTimeout(closing);
  closing = window.setTimeout(hide, 180);
}

/** Hides the tooltip at once. */
export function hide() {
  window.clearTimeout(closing);
  tip.hidden = true;
  if (holder) {
    holder.removeAttribute('aria-describedby');
    holder = null;
  }
}
