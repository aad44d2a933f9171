/**
 * Elements. Texts become text nodes and nothing else: no text of the data is ever read as HTML.
 */

/**
 * Makes an element.
 *
 * @param {string} tag its name
 * @param {?Object=} attributes by name; `class`, `on…` (a listener) and `data` (an object) are known,
 *     and null, undefined and false stand for none
 * @param {...*} children texts, nodes, lists of them, or null
 * @return {!HTMLElement}
 */
export function element(tag, attributes, ...children) {
  const node = /** @type {!HTMLElement} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(attributes || {})) {
    give(node, name, value);
  }
  append(node, children);
  return node;
}

function give(node, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === 'data') {
    for (const [key, entry] of Object.entries(value)) {
      if (entry !== null && entry !== undefined) {
        node.setAttribute('data-' + key, String(entry));
      }
    }
  } else if (name.startsWith('on')) {
    node.addEventListener(name.slice(2), value);
  } else {
    node.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Adds children; lists are taken apart. */
export function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(node, child);
    } else if (child !== null && child !== undefined && child !== false) {
      node.append(child);
    }
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a drawing. */
export function drawing(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, String(value));
  }
  append(node, children);
  return node;
}

/**
 * A name from the data: it keeps its direction of writing to itself, and says its language where it
 * exists in Chinese alone.
 */
export function nameNode(text, chinese) {
  return element('bdi', {lang: chinese ? 'zh-CN' : null}, text);
}

/** Whether the keys of an event are meant for a field in which somebody writes. */
export function isWriting(event) {
  const target = /** @type {?Element} */ (event.target);
  return target !== null && target.closest('input, select, textarea') !== null;
}
