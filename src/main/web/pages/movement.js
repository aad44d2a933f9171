/** Who moved between placed, awaiting and the rest; terminated agreements apart. */

import {cellOf, figureNode} from '../cells.js';
import {chapter} from '../chapter.js';
import {weekly} from '../charts/bars.js';
import {codeHead, rowsOf} from '../columns.js';
import {choice} from '../controls.js';
import {element} from '../dom.js';
import {codeName, ordered} from '../edition.js';
import {say} from '../texts.js';
import {groupText, groupWithin} from '../view.js';

export function needs() {
  return [['transitions', 'all']];
}

export function draw(view, [moves]) {
  const group = groupWithin(view, moves.distinct('hardship_group'));
  const all = moves.where({graduation_year: view.year, hardship_group: group});
  const dates = moves.distinct('as_of_date', all).sort();
  const date = dates.includes(view.setting('date')) ? view.setting('date') : dates[dates.length - 1];
  const here = {group, all, dates, date, heeds: {year: true, group: group === view.group}};
  return [
    group === view.group ? null : element('div', {class: 'note'}, element('p', null, say(
        '变动没有“' + groupText(view.group) + '”的数字，本页显示全部毕业生。',
        'There are no movements of “' + groupText(view.group) + '”; this page shows all graduates.'))),
    matrix(view, moves, here),
    weeks(view, moves, here),
    moves.has('agreements_terminated') ? terminated(view, moves, here) : null,
  ];
}

function matrix(view, moves, here) {
  const rows = here.all.filter(row => moves.value(row, 'as_of_date') === here.date);
  const before = rows.length ? moves.value(rows[0], 'previous_date') : '';
  const at = new Map(rows.map(row =>
    [moves.value(row, 'from_state') + '>' + moves.value(row, 'to_state'), row]));
  const states = column => ordered(column, moves.distinct(column, rows));
  const columns = [{row: true, head: say('原来 \\ 现在', 'from \\ to'),
    text: each => codeName('from_state', each.state)}]
      .concat(states('to_state').map(to => ({
        column: 'graduates',
        head: codeName('to_state', to),
        source: each => {
          const row = at.get(each.state + '>' + to);
          return row === undefined ? null : {table: moves, row};
        },
        heat: cell => moves.value(cell.row, 'from_state') === to ? 'stayed' : 'moved',
      })));
  return [
    element('div', {class: 'page-tools'}, choice(view, 'date', say('周', 'Week'), here.date || '',
        here.dates.slice().reverse().map(each => [each, each]))),
    chapter(view, {
      id: 'matrix',
      title: say('一周之内的去向变动', 'Who moved within the week'),
      says: !here.date ? '' : say('从 ' + before + ' 到 ' + here.date + '：行是原来的状态，列是现在的状态；灰色的格子没有动。',
          'From ' + before + ' to ' + here.date + ': rows are the state before, columns the state after; those in grey stayed.'),
      heeds: here.heeds,
      notes: exits(moves, rows),
      columns,
      rows: states('from_state').map(state => ({state, table: moves, row: rows[0]})),
      open: true,
    }),
  ];
}

/** Everybody who was placed and is not any more, whatever they are now. */
function exits(moves, rows) {
  const gone = rows.filter(row => moves.value(row, 'from_state') === 'placed' &&
      moves.value(row, 'to_state') !== 'placed');
  return gone.length ? element('p', {class: 'exits'}, say('由已落实转出：', 'No longer placed: '),
      gone.map((row, at) => [at ? say('、', ', ') : '', codeName('to_state', moves.value(row, 'to_state')),
        ' ', figureNode(cellOf(moves, row, 'graduates'))])) : null;
}

const STEPS = [
  ['awaiting', 'placed', false, 0], ['not_seeking', 'placed', false, 1],
  ['outcome_unknown', 'placed', false, 2], ['placed', 'awaiting', true, 5],
  ['placed', 'not_seeking', true, 6], ['placed', 'outcome_unknown', true, 7],
];

function weeks(view, moves, here) {
  const wanted = new Map(STEPS.map(([from, to]) => [from + '>' + to, new Map()]));
  const rows = here.all.filter(row => {
    const step = wanted.get(moves.value(row, 'from_state') + '>' + moves.value(row, 'to_state'));
    if (step) {
      step.set(moves.value(row, 'as_of_date'), row);
    }
    return Boolean(step);
  });
  const series = STEPS.filter(([from, to]) => wanted.get(from + '>' + to).size)
      .map(([from, to, down, colour]) => ({
        name: codeName('from_state', from) + ' → ' + codeName('to_state', to),
        down,
        colour,
        cells: here.dates.map(date => {
          const row = wanted.get(from + '>' + to).get(date);
          return row === undefined ? null : cellOf(moves, row, 'graduates');
        }),
      }));
  return chapter(view, {
    id: 'flows',
    title: say('每周变动', 'Moves week by week'),
    says: say('向上是转为落实的人数，向下是不再落实的人数；新进入和离开台账的不在图中。',
        'Upwards those who became placed, downwards those no longer placed; who entered or left the ledgers is not drawn.'),
    heeds: here.heeds,
    chart: series.length ? weekly({dates: here.dates, series}) : null,
    columns: [{column: 'as_of_date', row: true}, codeHead('from_state'), codeHead('to_state'),
      {column: 'graduates'}].map((column, at) => at === 1 || at === 2 ?
      Object.assign(column, {row: false, classes: 'words'}) : column),
    rows: rowsOf(moves, rows),
  });
}

/** Placed before, awaiting now. */
function terminated(view, moves, here) {
  const rows = here.all.filter(row => moves.value(row, 'from_state') === 'placed' &&
      moves.value(row, 'to_state') === 'awaiting');
  const byDate = new Map(rows.map(row => [moves.value(row, 'as_of_date'), row]));
  return chapter(view, {
    id: 'terminated',
    title: say('解约', 'Terminated agreements'),
    says: say('上周已落实、本周转为待就业的人数；转为去向不明或离开台账的不在其中，见上。没有柱子的周没有人解约。',
        'Placed the week before and awaiting now; whoever became unknown or left is not among them, see above. In weeks without a bar there was nobody.'),
    heeds: here.heeds,
    chart: rows.length ? weekly({dates: here.dates, series: [{name: say('解约', 'Terminated'), down: false,
      colour: 5, cells: here.dates.map(date => byDate.has(date) ?
          cellOf(moves, byDate.get(date), 'agreements_terminated') : null)}]}) : null,
    columns: [{column: 'as_of_date', row: true}, {column: 'agreements_terminated'}],
    rows: rowsOf(moves, rows),
  });
}
