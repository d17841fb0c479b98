/** What a translation still says in the words of its original: fields are marked here, blocks of the body by the editor. */
import { all, el, freshId } from './dom.js';
import { word } from './page.js';

const PARTS = 'p,li,h2,h3,h4,td,th,caption,figcaption,pre,footer';

/** A text as it is compared. @param {string} text */
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Numbers and marks are the same in every language. @param {string} text */
const hasWords = (text) => /\p{L}/u.test(text);

/** A caption is compared without its last `cite`, which is the credit of the picture. @param {Element} part */
function textOf(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  if (part.localName === 'figcaption') {
    copy.querySelector(':scope > cite:last-child')?.remove();
  }
  return copy.textContent ?? '';
}

/** The texts of the original on this page; none where there is no original in another language. @param {string} language */
export function textsOfOriginal(language) {
  const original = /** @type {HTMLElement | null} */ (document.querySelector('[data-original]'));
  const from = original?.dataset.original ?? '';
  const texts = /** @type {Set<string>} */ (new Set());
  if (original && from.split('-')[0] !== language.split('-')[0]) {
    original.querySelectorAll(PARTS).forEach((part) => texts.add(plain(textOf(part))));
    original.querySelectorAll('img[alt]').forEach((image) => texts.add(plain(image.getAttribute('alt') ?? '')));
    texts.forEach((text) => hasWords(text) || texts.delete(text));
  }
  return texts;
}

/** @param {HTMLElement} told */
function mark(told) {
  const field = document.getElementById(told.dataset.told ?? '');
  const original = plain(told.textContent ?? '');
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !hasWords(original)) {
    return;
  }
  const note = el('span', { class: 'untranslated-note', id: freshId(), lang: document.documentElement.lang });
  field.before(note);
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), note.id].filter(Boolean).join(' '));
  const look = () => {
    const isSame = plain(field.value) === original;
    field.classList.toggle('untranslated', isSame);
    note.textContent = isSame ? word('editor.untranslated') : '';
  };
  field.addEventListener('input', look);
  look();
}

/** @param {ParentNode} root */
export function startUntranslated(root) {
  const language = /** @type {HTMLElement | null} */ (root.querySelector('[data-content-language]'))?.dataset.contentLanguage ?? '';
  const from = /** @type {HTMLElement | null} */ (root.querySelector('[data-original]'))?.dataset.original ?? language;
  if (from.split('-')[0] !== language.split('-')[0]) {
    all(root, '[data-told]').forEach(mark);
  }
}
