/** Weekdays as boxes to check, and the counted weekday of a month as two lists; the input stays what the form sends. */
import { el, freshId } from '../page/dom.js';
import { word } from '../page/page.js';
import { enter } from './inputs.js';

const DAY_NAMES = new Map([
  ['mo', 'editor.times.mo'], ['tu', 'editor.times.tu'], ['we', 'editor.times.we'], ['th', 'editor.times.th'],
  ['fr', 'editor.times.fr'], ['sa', 'editor.times.sa'], ['su', 'editor.times.su'],
]);
const COUNT_NAMES = new Map([
  ['1', 'editor.times.count1'], ['2', 'editor.times.count2'], ['3', 'editor.times.count3'], ['4', 'editor.times.count4'],
  ['5', 'editor.times.count5'], ['-1', 'editor.times.count-1'], ['-2', 'editor.times.count-2'],
]);
const DAYS = [...DAY_NAMES.keys()];

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

/** What takes the place of an input in its part of the row. */
class InPlace {
  /** @param {Input} input @param {HTMLElement} box */
  constructor(input, box) {
    this.input = input;
    this.box = box;
    this.part = /** @type {HTMLElement} */ (input.closest('.part'));
    this.hint = /** @type {HTMLElement | null} */ (this.part.querySelector('.hint'));
    this.box.hidden = true;
    this.part.append(box);
  }

  /** The input itself is shown for a text that the boxes cannot say. @param {boolean} isChosen @param {boolean} fits */
  take(isChosen, fits) {
    this.box.hidden = !isChosen || !fits;
    if (isChosen) {
      this.input.hidden = fits;
      if (this.hint) {
        this.hint.hidden = fits;
      }
      const label = this.part.querySelector('label');
      if (label) {
        label.hidden = fits; // the group says it
      }
    }
  }
}

export class Weekdays extends InPlace {
  /** @param {Input} input */
  constructor(input) {
    const boxes = DAYS.map((day) => el('input', { type: 'checkbox', id: freshId(), value: day, 'data-not-kept': true }));
    super(input, el('fieldset', { class: 'weekdays' }, el('legend', {}, word('editor.times.weekdays')),
      ...boxes.map((box) => el('span', { class: 'choice' }, box, el('label', { for: box.id }, word(DAY_NAMES.get(box.value) ?? ''))))));
    this.boxes = boxes;
    this.box.addEventListener('change', (event) => {
      event.stopPropagation();
      enter(this.input, this.boxes.filter(({ checked }) => checked).map(({ value }) => value).join(', '));
    });
  }

  /** @param {boolean} isChosen */
  show(isChosen) {
    const days = this.input.value.toLowerCase().split(/[\s,;]+/).filter((day) => day !== '');
    const fits = days.every((day) => DAYS.includes(day));
    if (fits) {
      this.boxes.forEach((box) => {
        box.checked = days.includes(box.value);
      });
    }
    this.take(isChosen, fits);
  }
}

export class CountedWeekday extends InPlace {
  /** @param {Input} input */
  constructor(input) {
    const list = (/** @type {string} */ key, /** @type {Map<string, string>} */ names) => {
      const id = freshId();
      const select = el('select', { id, 'data-not-kept': true }, el('option', { value: '' }, word('editor.times.as-first')),
        ...[...names].map(([value, name]) => el('option', { value }, word(name))));
      return { select, part: el('span', {}, el('label', { for: id }, word(key)), select) };
    };
    const count = list('editor.times.which', COUNT_NAMES);
    const day = list('editor.times.weekday', DAY_NAMES);
    super(input, el('fieldset', { class: 'weekdays' }, el('legend', {}, word('editor.times.weekday-of-month')), count.part, day.part));
    this.count = count.select;
    this.day = day.select;
    this.box.addEventListener('change', (event) => {
      event.stopPropagation();
      // half a choice waits for the other half
      if ((this.count.value === '') === (this.day.value === '')) {
        enter(this.input, this.count.value + this.day.value);
      }
    });
  }

  /** @param {boolean} isChosen */
  show(isChosen) {
    const [, count = '', day = ''] = /^\s*(-?\d)([a-z]{2})\s*$/i.exec(this.input.value) ?? [];
    const isBlank = this.input.value.trim() === '';
    const fits = isBlank || (COUNT_NAMES.has(count) && DAYS.includes(day.toLowerCase()));
    if (fits && !(isBlank && this.box.contains(document.activeElement))) {
      this.count.value = count;
      this.day.value = day.toLowerCase();
    }
    this.take(isChosen, fits);
  }
}
