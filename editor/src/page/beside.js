/** An original beside its translation: what is being translated stands beside what the caret is in. */
import { all } from './dom.js';
import { markSentence } from './sentences.js';

/** The pane that scrolls by itself, if there is one: the page must not move under the hands. @param {HTMLElement} original @param {HTMLElement} pair */
function paneOf(original, pair) {
  for (let at = /** @type {HTMLElement | null} */ (original); at && at !== pair; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible') {
      return at;
    }
  }
  return null;
}

/** @param {HTMLElement} pair */
function follow(pair) {
  const area = /** @type {HTMLElement | null} */ (pair.querySelector('textarea[data-editor]'));
  const original = /** @type {HTMLElement | null} */ (
    pair.querySelector('[data-original]') ?? [...pair.children].find((child) => !child.contains(area))
  );
  if (!area || !original) {
    return;
  }
  const from = original.dataset.original || original.closest('[lang]')?.getAttribute('lang') || 'en';
  const into = area.dataset.contentLanguage || 'en';
  let shown = -1;
  area.addEventListener('herald:caret', (event) => {
    const { index, top, sentence } = /** @type {CustomEvent<{index: number, top: number, sentence: any}>} */ (event).detail;
    const block = /** @type {HTMLElement | undefined} */ (original.children[index]);
    markSentence(block, sentence, from, into);
    if (index === shown || !block) {
      return;
    }
    original.children[shown]?.removeAttribute('aria-current');
    shown = index;
    block.setAttribute('aria-current', 'true');
    const pane = paneOf(original, pair);
    if (pane) {
      pane.scrollTop += block.getBoundingClientRect().top - Math.max(top, pane.getBoundingClientRect().top);
    }
  });
}

/** @param {ParentNode} root */
export function startSideBySide(root) {
  all(root, '[data-side-by-side]').forEach(follow);
}
