import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.window = globalThis;
const {listen, load, serveFrom} = await import('../../main/web/data.js');
listen(() => {});
serveFrom('e-1/', [], ['2025-08-31', 'A']);

const packed = {
  table: 't', part: 'all', rows: 5,
  columns: {
    year: {constant: 2025},
    code: {codes: ['a', 'b'], at: [0, 1, null], repeat: {0: 2, 1: 2}},
    name: {codes: [1, 'B'], at: 'code'},
    rate: {values: [8734, null, 1], repeat: {2: 3}},
    low: {values: [1, null, 2, 3, 4]},
  },
  marks: {rate: {u: {steps: [0]}, c: {steps: [1, 2, 1], repeat: {}}}, low: 'rate',
    code: {z: {steps: [1], repeat: {0: 4}}}},
};

test('packed columns have a value for each row', async () => {
  window.taizhangData('t/all', packed);
  const table = await load('t', 'all');
  const of = column => [0, 1, 2, 3, 4].map(row => table.value(row, column));
  assert.deepEqual(of('year'), [2025, 2025, 2025, 2025, 2025]);
  assert.deepEqual(of('code'), ['a', 'a', 'b', 'b', null]);
  assert.deepEqual(of('name'), ['A', 'A', 'B', 'B', null]);
  assert.deepEqual(of('rate'), [8734, null, 1, 1, 1]);
  assert.deepEqual(of('not there'), [null, null, null, null, null]);
});

test('marks may be those of another column', async () => {
  const table = await load('t', 'all');
  const of = column => [0, 1, 2, 3, 4].map(row => table.symbol(row, column));
  assert.deepEqual(of('low'), ['u', 'c', null, 'c', 'c']);
  assert.deepEqual(of('code'), [null, 'z', 'z', 'z', 'z']);
});

test('rows are found by values of any kind, and absent columns are not asked for', async () => {
  const table = await load('t', 'all');
  assert.deepEqual(table.where({year: '2025', code: 'a'}), [0, 1]);
  assert.deepEqual(table.where({name: ['B'], other: 'x'}), [2, 3]);
  assert.deepEqual(table.where({rate: 1}), [2, 3, 4]);
  assert.deepEqual(table.where({year: 2024}), []);
});

test('a table that the edition has not is empty', async () => {
  serveFrom('e-1/', [{id: 'none', part: 'all', file: ''}]);
  assert.equal((await load('none', 'all')).length, 0);
  assert.equal((await load('unlisted', 'all')).length, 0);
});
