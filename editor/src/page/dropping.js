/** A file that is dropped where nothing takes it: the browser would leave the page for it, and what is typed would be gone. */
import { el, say } from './dom.js';
import { word } from './page.js';

/** @param {DragEvent} event */
const isStray = (event) =>
  !event.defaultPrevented &&
  (event.dataTransfer?.types ?? []).includes('Files') &&
  !(event.target instanceof Element && event.target.matches('input[type=file]'));

/** @param {string} text */
function show(text) {
  document.querySelector('[data-dropped]')?.remove();
  document.querySelector('main')?.prepend(el('p', { class: 'ed-note ed-dropped', 'data-dropped': true }, text));
  say(text);
}

export function startDropping() {
  document.addEventListener('dragover', (event) => {
    if (isStray(event)) {
      event.preventDefault(); // or the browser drops it itself
    }
  });
  document.addEventListener('drop', (event) => {
    if (isStray(event)) {
      event.preventDefault();
      show(word(document.querySelector('.ed-body') ? 'editor.dropped.beside' : 'editor.dropped.nowhere'));
    }
  });
}
