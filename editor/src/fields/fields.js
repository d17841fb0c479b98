/** The fields of a kind in the form of a text: what is chosen in place of typed, and what is said of what was typed. */
import { all } from '../page/dom.js';
import { FileField } from './files.js';
import { fillWeek, LinesField } from './hours.js';
import { NextDates } from './dates.js';
import { ItemsField } from './items.js';
import { PointField } from './point.js';
import { RowsField } from './rows.js';
import { TimesField } from './times.js';
import { sayUnderstood } from './understood.js';

/** @type {WeakSet<Element>} */
const known = new WeakSet();

/** @param {HTMLElement} input */
const shownBy = (input) => /** @type {HTMLElement | null} */ (input.parentElement?.querySelector('[data-picked]'));

/** @param {HTMLElement} root */
function fileIn(root) {
  const input = /** @type {HTMLInputElement | null} */ (root.querySelector('input[data-picker=picture], input[data-picker=file]'));
  const shown = input && shownBy(input);
  if (!input || !shown || known.has(input)) {
    return undefined;
  }
  known.add(input);
  return new FileField(input, shown);
}

/** @param {HTMLElement} group */
function beginRows(group) {
  const inputs = /** @type {HTMLInputElement[]} */ (all(group, 'input[data-picker]'));
  if (!known.has(group) && inputs.length > 0 && inputs.every(FileField.fits)) {
    known.add(group);
    new RowsField(group, fileIn);
  }
}

/** @param {ParentNode} root */
export function startFields(root) {
  all(root, 'fieldset[data-most]').forEach(beginRows);
  const times = all(root, 'fieldset[data-times]').filter((group) => !known.has(group));
  for (const group of times) {
    known.add(group);
    const field = new TimesField(group, startFields);
    const dates = new NextDates(field);
    const look = sayUnderstood(group, (answer) => dates.show(answer));
    if (field.used().length > 0) {
      look();
    }
  }
  for (const input of /** @type {HTMLInputElement[]} */ (all(root, 'input[data-picker]'))) {
    const shown = shownBy(input);
    if (known.has(input) || !shown || input.closest('fieldset[data-most]')) {
      continue;
    }
    if (input.dataset.picker === 'items') {
      if (ItemsField.fits(input)) {
        known.add(input);
        new ItemsField(input, shown);
      }
    } else if (FileField.fits(input)) {
      fileIn(/** @type {HTMLElement} */ (input.parentElement));
    }
  }
  for (const group of all(root, 'fieldset[data-hours]')) {
    if (!known.has(group)) {
      known.add(group);
      fillWeek(group);
      for (const part of ['special', 'seasons']) {
        const area = /** @type {HTMLTextAreaElement | null} */ (group.querySelector(`textarea[name$=".${part}"]`));
        if (area) {
          new LinesField(area, part === 'seasons');
        }
      }
    }
  }
  for (const field of all(root, '[data-understood]')) {
    if (!known.has(field) || field.matches('[data-hours]')) {
      known.add(field);
      const look = sayUnderstood(field);
      if (field.matches('[data-point]')) {
        new PointField(field, look);
      }
    }
  }
}
