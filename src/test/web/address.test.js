import assert from 'node:assert/strict';
import test from 'node:test';
import {read, write} from '../../main/web/address.js';

test('an address that is written is read again', () => {
  const settings = {lang: 'zh', year: '2025', q: '计算机 & <b>', empty: ''};
  const hash = write('university', '10001', settings);
  const view = read(hash);
  assert.equal(view.page + '/' + view.item, 'university/10001');
  assert.deepEqual({...view.settings}, {lang: 'zh', year: '2025', q: '计算机 & <b>'});
});

test('an empty or broken address is the overview', () => {
  assert.equal(read('').page, 'overview');
  assert.equal(read('#/').page, 'overview');
  assert.deepEqual({...read('#/groups?x=%E0%A4%A&=1&y').settings}, {x: ''});
});

test('an address finds no property of every object', () => {
  assert.equal(read('#/groups').settings.constructor, undefined);
  assert.equal(Object.getPrototypeOf({...read('#/groups?__proto__=x').settings}), Object.prototype);
});
