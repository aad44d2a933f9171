/** The language of the page, and texts in both languages. */

let language = 'zh';

/** @param {string} code `zh` or `en` */
export function setLanguage(code) {
  language = code === 'en' ? 'en' : 'zh';
}

export function currentLanguage() {
  return language;
}

/** One of two texts, by the language of the page. */
export function say(zh, en) {
  return language === 'en' ? en : zh;
}

/** The text of a label of the edition; many names exist in Chinese alone. */
export function labelText(label) {
  return label ? unmarked(label[language] || label.zh) : '';
}

// Marks of direction make a text look like another; names of data have no use for them.
const MARKS = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A text without marks of direction. */
export function unmarked(text) {
  return String(text).replace(MARKS, '');
}

/** Whether a label is Chinese although the page is English. */
export function isChineseOnly(label) {
  return language === 'en' && Boolean(label) && /[\u3400-\u9fff]/.test(label.en || label.zh);
}

/**
 * A sentence with nodes in it: `{rate}` stands for the part of that name.
 *
 * @return {!Array} texts and nodes
 */
export function sentence(pattern, parts) {
  return pattern.split(/\{(\w+)\}/).map((piece, at) => at % 2 ? parts[piece] : piece);
}

/** A list in words. */
export function listed(words) {
  return words.join(say('、', ', '));
}

/** Parts of a line. */
export function joined(parts) {
  return parts.filter(Boolean).join(' · ');
}
