/**
 * How numbers are written. Shares come as whole ten-thousandths, so that no digit is computed with
 * fractions.
 */

const MINUS = '\u2212';

/** 1234567 as 1,234,567. */
export function grouped(whole) {
  const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
  return whole < 0 ? MINUS + digits : digits;
}

/** 8734 as 87.34. */
export function hundredths(tenThousandths) {
  const size = Math.abs(tenThousandths);
  const rest = size % 100;
  const digits = grouped((size - rest) / 100) + '.' + (rest < 10 ? '0' : '') + rest;
  return tenThousandths < 0 ? MINUS + digits : digits;
}

/** 8734 as 87.34%. */
export function percent(tenThousandths) {
  return hundredths(tenThousandths) + '%';
}

/** -321 as −3.21, 321 as +3.21. */
export function points(tenThousandths) {
  return (tenThousandths > 0 ? '+' : '') + hundredths(tenThousandths);
}

/** 8734 as 0.8734, and -321 as -0.0321: as the tables have it. */
export function decimal(tenThousandths) {
  const size = Math.abs(tenThousandths);
  const rest = size % 10000;
  const digits = (size - rest) / 10000 + '.' + String(rest).padStart(4, '0');
  return tenThousandths < 0 ? '-' + digits : digits;
}

/** A number as a program reads it: without groups, and with a hyphen for a minus. */
export function plain(written) {
  return written.replace(/,/g, '').replace(MINUS, '-');
}
