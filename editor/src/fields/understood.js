/** What the server takes a typed value for, said below it before anything is saved. */
import { all, el } from '../page/dom.js';
import { ask, word } from '../page/page.js';
import { enter } from './inputs.js';

const PAUSE = 350;

/** @param {HTMLElement} field @returns {HTMLInputElement[]} as they are now: rows may have been added */
const inputsOf = (field) => /** @type {HTMLInputElement[]} */ (all(field, 'input[name], textarea[name], select[name]'));

/**
 * @param {HTMLElement} field with its inputs, its kind and its name
 * @param {(answer: any) => void} [told] what else is done with the answer
 * @returns {() => void} asks at once
 */
export function sayUnderstood(field, told) {
  const output = /** @type {HTMLElement} */ (field.querySelector('[data-understood-as]') ?? el('p', { class: 'hint', 'data-understood-as': true }));
  output.setAttribute('role', 'status');
  if (!output.isConnected) {
    field.append(output);
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {AbortController | undefined} */
  let asking;

  const look = async (/** @type {boolean} */ isDone) => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const inputs = inputsOf(field);
    const asked = new URLSearchParams({ kind: field.dataset.kind ?? '', field: field.dataset.understood ?? '' });
    inputs.filter(({ value }) => value !== '').forEach((input) => asked.append(input.name, input.value));
    try {
      const answer = await ask(`/newsroom/value?${asked}`, { headers: { Accept: 'application/json' }, signal });
      if (!answer.ok) {
        return;
      }
      const content = await answer.json();
      const { shown, message, parts } = content;
      output.textContent = message || (shown ? word('editor.understood', shown) : '');
      output.classList.toggle('wrong', Boolean(message));
      told?.(content);
      field.dispatchEvent(new CustomEvent('understood', { detail: content }));
      // what was pasted into one input is shared out between all: none of them is typed in any more
      if (isDone && !message && !told && inputs.length > 1 && inputs.filter(({ value }) => value !== '').length === 1) {
        inputs.forEach((input) => enter(input, parts[input.name] ?? ''));
      }
    } catch {
      // the server says it when the text is saved
    }
  };

  const soon = (/** @type {boolean} */ isDone, /** @type {number} */ time) => {
    clearTimeout(pause);
    pause = setTimeout(() => look(isDone), time);
  };
  field.addEventListener('input', () => soon(false, PAUSE));
  field.addEventListener('change', () => soon(true, 0));
  return () => soon(false, 0);
}
