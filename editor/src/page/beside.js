/** An original beside its translation: the block that is being translated stands beside the one the caret is in. */
import { all } from './dom.js';

/** The pane around an original that scrolls by itself; nothing where the page scrolls alone. @param {HTMLElement} original */
function paneOf(original) {
  for (let pane = /** @type {HTMLElement | null} */ (original); pane && pane !== document.body; pane = pane.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(pane).overflowY)) {
      return pane;
    }
  }
  return null;
}

/** @param {HTMLElement} pair */
function follow(pair) {
  const area = pair.querySelector('textarea[data-editor]');
  const original = /** @type {HTMLElement | null} */ (
    pair.querySelector('[data-original]') ?? [...pair.children].find((child) => !child.contains(area))
  );
  if (!area || !original) {
    return;
  }
  let shown = -1;
  area.addEventListener('herald:caret', (event) => {
    const { index, top } = /** @type {CustomEvent<{index: number, top: number}>} */ (event).detail;
    const block = /** @type {HTMLElement | undefined} */ (original.children[index]);
    if (index === shown || !block) {
      return;
    }
    original.children[shown]?.removeAttribute('aria-current');
    shown = index;
    block.setAttribute('aria-current', 'true');
    // only a pane that scrolls by itself is scrolled, so that the page does not move under the hands
    const pane = paneOf(original);
    if (pane) {
      pane.scrollTop += block.getBoundingClientRect().top - Math.max(top, pane.getBoundingClientRect().top);
    }
  });
}

/** @param {ParentNode} root */
export function startSideBySide(root) {
  all(root, '[data-side-by-side]').forEach(follow);
}
