import assert from 'node:assert/strict';
import test from 'node:test';
import {decimal, grouped, percent, plain, points} from '../../main/web/numbers.js';

test('shares are percent with two decimals', () => {
  assert.deepEqual([8734, 0, 5, 10000, 12345678, 70].map(percent),
      ['87.34%', '0.00%', '0.05%', '100.00%', '123,456.78%', '0.70%']);
});

test('points have a sign', () => {
  assert.deepEqual([-321, 321, 0, -5].map(points), ['\u22123.21', '+3.21', '0.00', '\u22120.05']);
});

test('decimals are those of the tables', () => {
  assert.deepEqual([8734, -321, 0, 10000, -5].map(decimal),
      ['0.8734', '-0.0321', '0.0000', '1.0000', '-0.0005']);
});

test('whole numbers are grouped, and plain again in files', () => {
  assert.deepEqual([0, 999, 1000, 1234567, -1234].map(grouped),
      ['0', '999', '1,000', '1,234,567', '\u22121,234']);
  assert.equal(plain('\u22121,234.50'), '-1234.50');
});
