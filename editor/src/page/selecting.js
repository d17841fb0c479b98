/** Choosing several rows of a list: all at once, a span of them, and how many are chosen. */
import { all } from './dom.js';
import { word } from './page.js';

/** The form that a box or a count belongs to, which need not stand around it; else the list. @param {Element} element */
const areaOf = (element) =>
  /** @type {HTMLInputElement} */ (element).form ?? element.closest('form') ?? element.closest('[data-rows], table') ?? document.body;

/** @param {Element} area @param {string} selector */
const within = (area, selector) => all(document, selector).filter((element) => areaOf(element) === area);

/** @param {Element} area */
const boxesIn = (area) =>
  /** @type {HTMLInputElement[]} */ (within(area, 'input[type=checkbox]:not([data-select-all], :disabled)')).filter((box) =>
    box.closest('[data-rows], tbody'),
  );

/** @type {HTMLInputElement | null} */
let last = null;

/** @param {Element} area */
function show(area) {
  const boxes = boxesIn(area);
  const chosen = boxes.filter((box) => box.checked).length;
  for (const each of /** @type {HTMLInputElement[]} */ (within(area, '[data-select-all]'))) {
    each.checked = chosen > 0 && chosen === boxes.length;
    each.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  for (const output of within(area, '[data-selected]')) {
    output.textContent = chosen > 0 ? word('editor.selected', chosen) : '';
  }
}

/** @param {HTMLInputElement} box @param {Element} area */
function extend(box, area) {
  const boxes = boxesIn(area);
  const [one, other] = [boxes.indexOf(box), last ? boxes.indexOf(last) : -1];
  if (one >= 0 && other >= 0) {
    for (const each of boxes.slice(Math.min(one, other), Math.max(one, other) + 1)) {
      each.checked = box.checked;
    }
  }
}

export function startSelecting() {
  let isExtending = false;
  document.addEventListener('click', (event) => {
    isExtending = event.shiftKey;
  }, true);
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') {
      return;
    }
    const area = areaOf(target);
    if (target.matches('[data-select-all]')) {
      boxesIn(area).forEach((box) => {
        box.checked = target.checked;
      });
    } else if (boxesIn(area).includes(target)) {
      if (isExtending) {
        extend(target, area);
      }
      last = target;
    }
    show(area);
  });
}

/** @param {ParentNode} root */
export function showSelected(root) {
  new Set(all(root, '[data-select-all], [data-selected]').map(areaOf)).forEach(show);
}
