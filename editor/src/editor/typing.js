/** What the editor makes of what is typed: typographic marks, and a few signs at the start of a line. */
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { apostrophe, quotationMark, spacesDashes } from '../body/quotes.js';
import { schema } from '../body/schema.js';
import { quoteAround, replaceByRule } from './blocks.js';

/** @typedef {import('prosemirror-state').EditorState} EditorState */

/** The language at a place: that of the words, of the block around them, or of the body. */
function languageAt(/** @type {EditorState} */ state, /** @type {number} */ position, /** @type {string} */ usual) {
  const $at = state.doc.resolve(position);
  const own = $at.marks().findLast((mark) => mark.attrs.lang);
  if (own) {
    return String(own.attrs.lang);
  }
  for (let depth = $at.depth; depth > 0; depth--) {
    if ($at.node(depth).attrs.lang) {
      return String($at.node(depth).attrs.lang);
    }
  }
  return usual;
}

/** The text of the block before a place. */
function before(/** @type {EditorState} */ state, /** @type {number} */ position) {
  const $at = state.doc.resolve(position);
  return $at.parent.textBetween(0, $at.parentOffset, undefined, '\n');
}

/** @param {RegExp} pattern @param {(before: string, language: string) => string | null} mark @param {string} usual */
function markRule(pattern, mark, usual) {
  return new InputRule(pattern, (state, _, start, end) => {
    const made = mark(before(state, start), languageAt(state, start, usual));
    return made === null ? null : typed(state, start, end, made);
  });
}

/** @param {EditorState} state @param {number} start @param {number} end @param {string} text */
function typed(state, start, end, text) {
  const marks = state.storedMarks ?? state.doc.resolve(start).marks();
  return state.tr.replaceWith(start, end, schema.text(text, marks));
}

/** A dash of two hyphens, and a no-break space before it where the language wants one. @param {string} usual */
function dash(usual) {
  return new InputRule(/--$/, (state, _, start, end) => {
    const isSpaced = / $/.test(before(state, start)) && spacesDashes(languageAt(state, start, usual));
    return isSpaced ? typed(state, start - 1, end, '\u00a0–') : typed(state, start, end, '–');
  });
}

/** A hyphen between two spaces is a dash in languages that set it so. @param {string} usual */
function spacedDash(usual) {
  return new InputRule(/[\p{L}\p{N},.!?»“”)] - $/u, (state, _, start, end) => {
    return spacesDashes(languageAt(state, end, usual)) ? typed(state, start + 1, end, '\u00a0– ') : null;
  });
}

/**
 * The rules for a body in this language.
 *
 * @param {string} language
 */
export function typing(language) {
  const { heading, ordered_list, bullet_list, preformatted, rule } = schema.nodes;
  const atStart = [
    textblockTypeInputRule(/^(#{2,4})\s$/, heading, (match) => ({ level: match[1].length })),
    wrappingInputRule(/^\s*[-*•]\s$/, bullet_list),
    wrappingInputRule(
      /^(\d{1,4})[.)]\s$/,
      ordered_list,
      (match) => ({ start: Number(match[1]) > 1 ? Number(match[1]) : null }),
      (match, list) => list.childCount + (list.attrs.start ?? 1) === Number(match[1]),
    ),
    textblockTypeInputRule(/^```$/, preformatted),
    new InputRule(/^>\s$/, (state, _, start, end) => quoteAround(state.tr.delete(start, end))),
    new InputRule(/^(?:---|–-|—-)$/, (state, _, start, end) => replaceByRule(state, start, end, rule)),
  ];
  return inputRules({
    rules: [
      ...atStart,
      markRule(/"$/, quotationMark, language),
      markRule(/'$/, apostrophe, language),
      dash(language),
      new InputRule(/–-$/, (state, _, start, end) => typed(state, start, end, '—')),
      spacedDash(language),
      new InputRule(/\.\.\.$/, (state, _, start, end) => typed(state, start, end, '…')),
    ],
  });
}
