/** Every table of the edition as a file, with the digits and symbols that it has. */

import {save} from '../csv.js';
import {load} from '../data.js';
import {element, nameNode} from '../dom.js';
import {codeName, tables, unitOf} from '../edition.js';
import {decimal, grouped} from '../numbers.js';
import {labelText, say} from '../texts.js';

const OF_UNIVERSITY = 'university/';

export function downloads() {
  const whole = tables().filter(each => !each.part.startsWith(OF_UNIVERSITY));
  return element('section', {class: 'chapter', id: 'downloads', 'aria-labelledby': 'title-downloads'},
      element('h2', {id: 'title-downloads'}, say('下载', 'Downloads')),
      element('p', {class: 'says'}, say(
          '每张表一个 CSV 文件（UTF-8），代码和小数与数据仓库一致；有符号的列旁边另有一列符号。',
          'A CSV file (UTF-8) for each table, with the codes and decimals of the warehouse; columns with symbols have a column of symbols beside them.')),
      element('ul', {class: 'downloads'}, whole.map(each => element('li', null, button(each),
          ' ', nameNode(labelText(each.title), false),
          element('span', {class: 'muted'}, ' ' + say(grouped(each.rows) + ' 行', grouped(each.rows) + ' rows'))))),
      single());
}

function button(table) {
  return element('button', {type: 'button', class: 'quiet',
    data: {download: table.id + '/' + table.part}, onclick: () => saveTable(table.id, table.part)},
  table.id + '.' + table.part);
}

/** The tables of one university. */
function single() {
  const own = tables().filter(each => each.part.startsWith(OF_UNIVERSITY));
  if (!own.length) {
    return null;
  }
  const codes = [...new Set(own.map(each => each.part.slice(OF_UNIVERSITY.length)))].sort();
  const buttons = element('span', {class: 'buttons'});
  const fill = code => buttons.replaceChildren(...own
      .filter(each => each.part === OF_UNIVERSITY + code).map(button));
  fill(codes[0]);
  return element('div', {class: 'control'},
      element('label', {for: 'choose-download'}, say('一所高校的表', 'Tables of one university')),
      element('select', {id: 'choose-download', onchange: event => fill(event.target.value)},
          codes.map(code =>
            element('option', {value: code}, code + ' ' + codeName('university_code', code)))),
      buttons);
}

async function saveTable(id, part) {
  const table = await load(id, part);
  save(id + '.' + part.replace(/\//g, '.') + '.csv', rawRows(table));
}

/** A table as it is, one text for each cell; shares as decimals. */
function rawRows(table) {
  const columns = table.columnIds.flatMap(id => {
    const symbols = Object.keys(table.marks(id)).length;
    const value = {head: id, text: row => raw(id, table.value(row, id))};
    return symbols ? [value, {head: id + '_symbol', text: row => table.symbol(row, id)}] : [value];
  });
  const rows = [columns.map(each => each.head)];
  for (let row = 0; row < table.length; row++) {
    rows.push(columns.map(each => each.text(row)));
  }
  return rows;
}

function raw(id, value) {
  if (value === null) {
    return null;
  }
  const unit = unitOf(id);
  return unit === 'rate' || unit === 'points' ? decimal(value) : String(value);
}
