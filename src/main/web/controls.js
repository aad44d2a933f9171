/** Controls that change the address. */

import {element} from './dom.js';
import {say} from './texts.js';

/**
 * A list to choose from.
 *
 * @param {!Object} view
 * @param {string} setting of the address
 * @param {string} label
 * @param {string} chosen
 * @param {!Array<!Array<string>>} options code and name
 */
export function choice(view, setting, label, chosen, options) {
  const id = 'choose-' + setting;
  const select = element('select', {id, onchange: event => view.go({[setting]: event.target.value})},
      options.map(([code, name]) => element('option', {value: code, selected: code === chosen}, name)));
  return element('div', {class: 'control'}, element('label', {for: id}, label), select);
}

/**
 * A field that searches while somebody writes; `search` is called with what is written.
 *
 * @param {!Object} view whose setting `q` it keeps in the address
 * @param {string} id
 * @param {string} label
 * @param {function(string)} search
 */
export function searchField(view, id, label, search) {
  const field = element('input', {type: 'search', id, value: view.setting('q'), autocomplete: 'off',
    spellcheck: 'false', placeholder: say('名称或代码', 'name or code')});
  field.addEventListener('input', () => {
    const wanted = field.value.trim();
    view.settings.q = wanted;
    window.history.replaceState(null, '', view.changed({}));
    search(wanted);
  });
  return element('div', {class: 'control control-search'}, element('label', {for: id}, label), field);
}

/** Whether a name or code has what somebody looks for. */
export function matches(wanted, ...texts) {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every(word => texts.some(text => String(text || '').toLowerCase().includes(word)));
}
