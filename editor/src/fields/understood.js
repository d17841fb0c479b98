/** What the server takes a typed value for, said below it before anything is saved. */
import { all, el } from '../page/dom.js';
import { ask, word } from '../page/page.js';
import { enter } from './inputs.js';

const PAUSE = 350;

/** @param {HTMLElement} field with its inputs, its kind and its name */
export function sayUnderstood(field) {
  const output = /** @type {HTMLElement} */ (field.querySelector('[data-understood-as]') ?? el('p', { class: 'hint', 'data-understood-as': true }));
  output.setAttribute('role', 'status');
  if (!output.isConnected) {
    field.append(output);
  }
  const inputs = /** @type {HTMLInputElement[]} */ (all(field, 'input[name], textarea[name], select[name]'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {AbortController | undefined} */
  let asking;

  const look = async (/** @type {boolean} */ isDone) => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const asked = new URLSearchParams({ kind: field.dataset.kind ?? '', field: field.dataset.understood ?? '' });
    inputs.forEach((input) => asked.append(input.name, input.value));
    try {
      const answer = await ask(`/newsroom/value?${asked}`, { headers: { Accept: 'application/json' }, signal });
      if (!answer.ok) {
        return;
      }
      const { shown, message, parts } = await answer.json();
      output.textContent = message || (shown ? word('editor.understood', shown) : '');
      output.classList.toggle('wrong', Boolean(message));
      // what was pasted into one input is shared out between all: none of them is typed in any more
      if (isDone && !message && inputs.length > 1 && inputs.filter(({ value }) => value !== '').length === 1) {
        inputs.forEach((input) => enter(input, parts[input.name] ?? ''));
      }
    } catch {
      // the server says it when the text is saved
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => look(false), PAUSE);
  });
  field.addEventListener('change', () => {
    clearTimeout(pause);
    pause = setTimeout(() => look(true), 0);
  });
}
