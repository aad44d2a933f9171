/** How fields of study belong together. */

const FAMILIES = new Map([
  ['vocational', 'vocational'], ['vocational_2015', 'vocational'], ['vocational_2021', 'vocational'],
  ['vocational_bachelor', 'vocational'], ['academic', 'academic'], ['undergraduate', 'academic'],
  ['graduate', 'academic'],
]);

// Vocational disciplines are counted under the codes of 2021, by definitions.md, "Field of study".
const MOVED = {'vocational_2015': -10, 'vocational_bachelor': 20};

/** The discipline that a class or major belongs to, as family and code. */
export function disciplineOf(catalogue, code) {
  const family = FAMILIES.get(catalogue) || catalogue;
  if (!/^\d{2}/.test(code) || !FAMILIES.has(catalogue)) {
    return family + '.' + 'unknown';
  }
  return family + '.' + String(Number(code.slice(0, 2)) + (MOVED[catalogue] || 0)).padStart(2, '0');
}
