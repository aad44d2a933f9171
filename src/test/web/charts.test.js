import assert from 'node:assert/strict';
import test from 'node:test';
import {datesOf, stretches} from '../../main/web/charts/curve.js';
import {axisText} from '../../main/web/charts/dots.js';
import {extent} from '../../main/web/charts/palette.js';
import {disciplineOf} from '../../main/web/pages/fields.js';

test('weeks without figures have a place, so that the line breaks there', () => {
  const cells = ['2025-06-01', '2025-06-08', '2025-06-29', '2025-07-02'].map(date => ({date}));
  assert.deepEqual(datesOf([{cells}]), ['2025-06-01', '2025-06-08', '2025-06-15', '2025-06-22',
    '2025-06-29', '2025-07-02']);
});

test('a band has a piece for each stretch of weeks', () => {
  assert.deepEqual(stretches([[1, 2], [1, 2], null, [1, 2]]), [[0, 1], [3]]);
  assert.deepEqual(stretches([null, null]), []);
});

test('an axis takes in every value on round steps', () => {
  assert.deepEqual(extent([8366, 8411], 0, 10000, 8), {min: 8350, max: 8450, interval: 50});
  assert.deepEqual(extent([2300, 9800], 0, 10000, 8), {min: 2000, max: 10000, interval: 1000});
  assert.deepEqual(extent([5000], 0, 10000, 8), {min: 5000, max: 5050, interval: 50});
  assert.deepEqual(extent([10000], 0, 10000, 8), {min: 9950, max: 10000, interval: 50});
});

test('ticks have no digits that say nothing', () => {
  assert.deepEqual([8000, 8350, 8355].map(each => axisText(each)), ['80%', '83.5%', '83.55%']);
  assert.deepEqual([-2000, 0, 500].map(each => axisText(each, true)), ['\u221220', '0', '+5']);
});

test('vocational disciplines are counted under the codes of 2021', () => {
  assert.equal(disciplineOf('vocational_2015', '510101'), 'vocational.41');
  assert.equal(disciplineOf('vocational_bachelor', '210101'), 'vocational.41');
  assert.equal(disciplineOf('vocational_2021', '4101'), 'vocational.41');
  assert.equal(disciplineOf('undergraduate', '080901'), 'academic.08');
  assert.equal(disciplineOf('unknown', '0809'), 'unknown.unknown');
});
