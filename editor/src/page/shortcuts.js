/**
 * Keys of the whole newsroom. Letters alone are commands only while nobody types and no button or other control has the
 * focus, and can be turned off.
 */
import { all, isControl, isTyping } from './dom.js';

const TOGETHER_WITHIN = 1200;

let went = 0;

/** @param {KeyboardEvent} event */
function save(event) {
  const form = /** @type {HTMLElement} */ (event.target).closest?.('form') ?? document.querySelector('form:has([data-save])');
  const button = /** @type {HTMLElement | null} */ (form?.querySelector('[data-save]') ?? document.querySelector('[data-save]'));
  if (button) {
    event.preventDefault();
    button.click();
  }
}

/** The rows that can be walked through, by their links. */
const rowLinks = () =>
  all(document, '[data-rows] tr, [data-rows] > li').flatMap((row) => {
    const link = /** @type {HTMLElement | null} */ (row.querySelector('a[href]'));
    return link && link.getClientRects().length > 0 ? [{ row, link }] : [];
  });

/** @param {number} step */
function walk(step) {
  const rows = rowLinks();
  const at = rows.findIndex(({ row }) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[next]?.link.focus();
  return rows.length > 0;
}

function toggleRow() {
  const row = rowLinks().find((each) => each.row.contains(document.activeElement))?.row;
  const box = /** @type {HTMLElement | null | undefined} */ (row?.querySelector('input[type=checkbox]'));
  box?.click();
  return Boolean(box);
}

/** @param {string} letter */
function go(letter) {
  const link = /** @type {HTMLElement | null} */ (document.querySelector(`a[data-go="${CSS.escape(letter)}"]`));
  link?.click();
  return Boolean(link);
}

function showKeys() {
  const keys = document.getElementById('keys');
  if (keys instanceof HTMLDialogElement && !keys.open) {
    keys.showModal();
    return true;
  }
  return false;
}

/** @param {string} key @param {number} now @returns whether the key was a command */
function command(key, now) {
  const isSecond = now - went < TOGETHER_WITHIN;
  went = 0;
  if (isSecond && go(key)) {
    return true;
  }
  switch (key) {
    case 'g':
      went = now;
      return document.querySelector('a[data-go]') !== null;
    case '?':
      return showKeys();
    case 'j':
      return walk(1);
    case 'k':
      return walk(-1);
    case 'x':
      return toggleRow();
    default: {
      const named = /** @type {HTMLElement | null} */ (document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`));
      if (isTyping(named)) {
        named?.focus();
      } else {
        named?.click();
      }
      return named !== null;
    }
  }
}

export function startShortcuts() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }
    const isWithControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isWithControl && event.key.toLowerCase() === 's') {
      save(event);
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1 && event.key !== ' ';
    const isOff = document.body.dataset.keys === 'off' || document.querySelector('dialog[open]') !== null;
    if (isPlain && !isOff && !isTyping(event.target) && !isControl(event.target) && command(event.key, event.timeStamp)) {
      event.preventDefault();
    }
  });
}
