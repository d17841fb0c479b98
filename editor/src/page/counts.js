/** Counts while one types: words, the time to read them, and whether a headline fits into lists. */
import { inert } from '../body/clean.js';
import { all, el, freshId } from './dom.js';
import { word } from './page.js';

const WORDS_A_MINUTE = 200;
const PAUSE = 250;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[’'.,-][\p{L}\p{N}\p{M}]+)*/gu;

/** @param {string} text */
export const wordsIn = (text) => text.match(WORD)?.length ?? 0;

/** @param {number} words */
export const minutesFor = (words) => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** The letters of a text as a person counts them. @param {string} text */
export function lengthOf(text) {
  return [...new Intl.Segmenter().segment(text.trim())].length;
}

/** The words of HTML: blocks and lines do not run into each other. @param {string} html */
export function textOf(html) {
  return inert(html.replace(/<(?:br|\/(?:p|h[1-6]|li|td|th|figcaption|caption|footer|pre|tr))\b[^>]*>/gi, '$& ')).body.textContent ?? '';
}

/** @param {HTMLElement} output */
function countWords(output) {
  const form = document.getElementById(output.dataset.wordsOf ?? '');
  if (!form) {
    return;
  }
  const show = () => {
    const bodies = /** @type {HTMLTextAreaElement[]} */ (all(form, 'textarea[data-editor]'));
    const words = bodies.reduce((sum, body) => sum + wordsIn(textOf(body.value)), 0);
    output.textContent = `${word('editor.count.words', words)} · ${word('editor.count.minutes', minutesFor(words))}`;
  };
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;
  // looked at, not listened to
  output.setAttribute('aria-live', 'off');
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  });
  show();
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
function countLength(field) {
  const most = Number(field.dataset.length);
  const output = el('output', { class: 'ed-length', id: freshId(), 'aria-live': 'off' });
  field.after(output);
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${output.id}`.trim());
  const show = () => {
    const length = lengthOf(field.value);
    output.textContent = word(length > most ? 'editor.count.too-long' : 'editor.count.length', length, most);
    output.classList.toggle('ed-too-long', length > most);
  };
  field.addEventListener('input', show);
  show();
}

/** @param {ParentNode} root */
export function startCounts(root) {
  all(root, 'output[data-words-of]').forEach(countWords);
  all(root, '[data-length]').forEach((field) => countLength(/** @type {HTMLInputElement} */ (field)));
}
