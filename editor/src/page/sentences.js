/** Sentences, as the browser ends them in a language, and the one in an original that belongs to one of its translation. */

/** What has words of its own in a block. */
const PART = 'p,li,h2,h3,h4,td,th,caption,figcaption,pre,dt,dd';
const MARK = 'herald-sentence';

/** Where each sentence begins and ends. @param {string} text @param {string} language @returns {[number, number][]} */
function sentences(text, language) {
  const found = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  return found
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ index, segment }) => [index, index + segment.trimEnd().length]);
}

/** Elements with words of their own, in order. @param {Element} block */
function parts(block) {
  const all = [block, ...block.querySelectorAll(PART)].filter((each) => each.matches(PART));
  return all.filter((each) => !all.some((other) => other !== each && each.contains(other)));
}

/** The span of a text within an element. @param {Element} element @param {[number, number]} span */
function rangeOf(element, [from, to]) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let hasBegun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (!hasBegun && from < at + length) {
      range.setStart(node, from - at);
      hasBegun = true;
    }
    if (hasBegun && to <= at + length) {
      range.setEnd(node, to - at);
      return range;
    }
    at += length;
  }
  return null;
}

/**
 * Marks the sentence of an original that belongs to the one with the caret, where both have as many of them.
 *
 * @param {Element | undefined} block of the original
 * @param {{part: number, parts: number, text: string, offset: number} | null} caret
 * @param {string} from the original's language
 * @param {string} into the language of its translation
 */
export function markSentence(block, caret, from, into) {
  if (!('highlights' in CSS) || !('Segmenter' in Intl)) {
    return;
  }
  const range = block && caret ? sentenceOf(block, caret, from, into) : null;
  if (range) {
    CSS.highlights.set(MARK, new Highlight(range));
  } else {
    CSS.highlights.delete(MARK);
  }
}

/** @param {Element} block @param {{part: number, parts: number, text: string, offset: number}} caret @param {string} from @param {string} into */
function sentenceOf(block, caret, from, into) {
  const all = parts(block);
  if (all.length !== caret.parts) {
    return null;
  }
  const part = all[caret.part];
  const theirs = sentences(caret.text, into);
  const ours = sentences(part.textContent ?? '', from);
  if (ours.length !== theirs.length) {
    return null;
  }
  const at = theirs.findIndex(([, to]) => caret.offset <= to);
  return rangeOf(part, ours[at < 0 ? ours.length - 1 : at]);
}
