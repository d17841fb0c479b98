/** Typographic marks as each language writes them, while one types. */

/** Opening and closing marks, then those of a quotation within a quotation. */
const MARKS = {
  en: '“”‘’', be: '«»„“', ru: '«»„“', uk: '«»„“', pl: '„”«»', de: '„“‚‘', lt: '„“‚‘', lv: '“”‘’', et: '„“«»',
  cs: '„“‚‘', sk: '„“‚‘', sl: '„“‚‘', hr: '„”‚’', sr: '„”‘’', bg: '„“‚‘', ro: '„”«»', hu: '„”»«', fi: '””’’',
  sv: '””’’', da: '””’’', nb: '«»‘’', nn: '«»‘’', no: '«»‘’', is: '„“‚‘', nl: '“”‘’', es: '«»“”', pt: '“”‘’',
  ca: '«»“”', it: '«»“”', el: '«»“”', tr: '“”‘’', az: '“”‘’', kk: '«»“”', ka: '„“«»', hy: '«»“”', he: '””’’',
  ar: '”“’‘', fa: '«»‹›', zh: '“”‘’', ja: '「」『』', ko: '“”‘’', vi: '“”‘’', ga: '“”‘’', mk: '„“‚‘', sq: '«»“”',
};
/** French puts a narrow space inside its marks. */
const FRENCH = { first: ['«\u202f', '\u202f»'], second: ['“', '”'] };
/** Languages that set a dash between words with a space that does not break before it. */
const SPACED_DASH = new Set(['be', 'ru', 'uk']);

const AFTER_OPENING = /(^|[\s\u00a0\u202f([{«„“‚‘–—/-])$/;
const LETTER = /[\p{L}\p{M}\p{N}]$/u;

/**
 * The marks of a language, the outer and the inner.
 *
 * @param {string} language
 */
export function marksOf(language) {
  const tag = language.toLowerCase().split('-')[0];
  if (tag === 'fr') {
    return FRENCH;
  }
  const [open, close, innerOpen, innerClose] = MARKS[/** @type {keyof typeof MARKS} */ (tag)] ?? MARKS.en;
  return { first: [open, close], second: [innerOpen, innerClose] };
}

/** How many quotations are open at the end of a text: 0, 1, or 2 for one within another. */
function opened(/** @type {string} */ text, /** @type {ReturnType<typeof marksOf>} */ { first, second }) {
  let outer = 0;
  let inner = 0;
  for (let at = 0; at < text.length; at++) {
    // where one mark both opens and closes, what stands before it tells which it does
    const opens = AFTER_OPENING.test(text.slice(0, at));
    if (text.startsWith(second[1], at) && inner > 0 && (second[0] !== second[1] || !opens)) {
      if (second[1] !== '’' || !/^[\p{L}\p{N}]/u.test(text.slice(at + 1))) {
        inner--;
      }
    } else if (text.startsWith(first[1], at) && outer > 0 && (first[0] !== first[1] || !opens)) {
      outer--;
      inner = 0;
    } else if (text.startsWith(first[0], at)) {
      outer++;
    } else if (text.startsWith(second[0], at) && outer > 0) {
      inner++;
    }
  }
  return outer === 0 ? 0 : inner > 0 ? 2 : 1;
}

/**
 * What a straight quotation mark becomes after this text; nothing where it stays as it is, as in 5".
 *
 * @param {string} before
 * @param {string} language
 */
export function quotationMark(before, language) {
  const marks = marksOf(language);
  const level = opened(before, marks);
  if (AFTER_OPENING.test(before)) {
    return level === 0 ? marks.first[0] : marks.second[0];
  }
  if (level === 0) {
    return /\d$/.test(before) ? null : marks.first[1];
  }
  return level === 1 ? marks.first[1] : marks.second[1];
}

/**
 * What a straight apostrophe becomes after this text.
 *
 * @param {string} before
 * @param {string} language
 */
export function apostrophe(before, language) {
  if (LETTER.test(before) || !AFTER_OPENING.test(before)) {
    return '’';
  }
  const { second } = marksOf(language);
  return second[0] === '‘' ? '‘' : '’';
}

/** True when a dash between words has a no-break space before it in this language. */
export function spacesDashes(/** @type {string} */ language) {
  return SPACED_DASH.has(language.toLowerCase().split('-')[0]);
}
