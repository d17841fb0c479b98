/** The fields of a form, read and filled in. */
import { editorOf } from '../editor/editor.js';

/** @typedef {import('./keeping.js').Fields} Fields */

/** What the server tells, and what no text is. */
const NOT_TEXT = /^(draft|version)$|csrf/i;

/** @param {HTMLFormElement} form */
function entries(form) {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [/** @type {[string, string]} */ ([name, value])] : [],
  );
}

/** @param {HTMLFormElement} form @returns {Fields} */
export function readFields(form) {
  /** @type {Fields} */
  const fields = {};
  for (const [name, value] of entries(form)) {
    if (!NOT_TEXT.test(name)) {
      (fields[name] ??= []).push(value);
    }
  }
  return fields;
}

/**
 * The body of a request with these texts, and with what else the form sends.
 *
 * @param {HTMLFormElement} form
 * @param {import('./keeping.js').Text} text
 */
export function requestBody(form, { fields, draft, version }) {
  const body = new URLSearchParams({ draft, version });
  for (const [name, values] of Object.entries(fields)) {
    values.forEach((value) => body.append(name, value));
  }
  for (const [name, value] of entries(form)) {
    if (/csrf/i.test(name)) {
      body.append(name, value);
    }
  }
  return body;
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
export function setField(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) {
    field.value = value;
  }
}

/** @param {HTMLFormElement} form @param {string} name */
export function fieldValue(form, name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : '';
}

/** Fills in a form, and lets everything that follows its fields know. @param {HTMLFormElement} form @param {Fields} fields */
export function fillIn(form, fields) {
  const left = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  for (const control of form.elements) {
    if (
      !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) ||
      control.name === '' ||
      NOT_TEXT.test(control.name) ||
      control.disabled ||
      control.type === 'file'
    ) {
      continue;
    }
    if (fill(control, left[control.name] ?? [])) {
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {string[]} values of its name; it takes its own away
 * @returns whether it changed
 */
function fill(control, values) {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    const at = values.indexOf(control.value);
    const before = control.checked;
    control.checked = at >= 0;
    values.splice(at, at >= 0 ? 1 : 0);
    return control.checked !== before;
  }
  if (control instanceof HTMLSelectElement && control.multiple) {
    const before = [...control.options].map((option) => option.selected).join();
    for (const option of control.options) {
      option.selected = values.includes(option.value);
    }
    return before !== [...control.options].map((option) => option.selected).join();
  }
  if (control instanceof HTMLInputElement && /^(submit|button|reset|image)$/.test(control.type)) {
    return false;
  }
  const value = values.shift() ?? '';
  const isChanged = control.value !== value;
  const editor = control instanceof HTMLTextAreaElement ? editorOf(control) : undefined;
  if (isChanged && editor) {
    editor.replace(value);
  } else {
    control.value = value;
  }
  return isChanged;
}
