/** Inputs whose value is chosen in place of being typed: they stay in the form, out of sight, and what chooses takes their place. */

/**
 * Takes the place of an input: its label and what describes it now belong to what is worked with.
 *
 * @param {HTMLInputElement} input
 * @param {HTMLElement} control
 */
export function standIn(input, control) {
  const label = /** @type {HTMLElement | null} */ (document.querySelector(`label[for="${CSS.escape(input.id)}"]`));
  control.id = input.id;
  input.removeAttribute('id');
  for (const name of ['aria-describedby', ...(control.matches('input') ? ['aria-invalid'] : [])]) {
    const value = input.getAttribute(name);
    if (value) {
      control.setAttribute(name, value);
    }
  }
  if (label && control.matches('button')) {
    label.id ||= `${control.id}-label`;
    control.setAttribute('aria-labelledby', `${label.id} ${control.id}`);
  }
  input.type = 'hidden';
}

/** Puts a value into an input as if it had been typed. @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} value */
export function enter(input, value) {
  if (input.value !== value) {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
