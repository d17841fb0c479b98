/** When an event takes place: rows of dates, of which only those columns are shown that apply. */
import { all, el, say } from '../page/dom.js';
import { word } from '../page/page.js';
import { CountedWeekday, Weekdays } from './weekdays.js';
import { enter } from './inputs.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

/** The columns that apply, by how a row repeats; those that are filled in are shown as well. */
const SHOWN = /** @type {Record<string, string[]>} */ ({
  '': ['last'],
  'open-ended': [],
  daily: ['interval', 'ends', 'except'],
  weekly: ['interval', 'weekdays', 'ends', 'except'],
  monthly: ['interval', 'ends', 'except'],
  'monthly-weekday': ['weekdays', 'interval', 'ends', 'except'],
  yearly: ['last', 'interval', 'ends', 'except'],
  rule: ['rule', 'except'],
});
const ALWAYS = ['first', 'times', 'repeat'];
/** Columns that few dates need: a button shows them. */
const MORE = ['last', 'also', 'changed', 'venue'];

/** One row of inputs. */
export class TimesRow {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.isOpen = false;
    this.toggle = el('button', {
      type: 'button', class: 'quiet', 'data-not-kept': true, 'aria-expanded': 'false', onclick: () => this.open(!this.isOpen),
    }, word('editor.times.more'));
    this.acts = el('p', { class: 'picked-acts' }, this.toggle);
    element.append(this.acts);
    const weekdays = this.input('weekdays');
    this.weekdays = weekdays && new Weekdays(weekdays);
    this.counted = weekdays && new CountedWeekday(weekdays);
    element.addEventListener('change', (event) => {
      if (event.target === this.input('repeat')) {
        this.forgetWeekdays();
      }
      this.show();
    });
    this.show();
  }

  /** Weekdays of weeks are none of months, and the other way round. */
  forgetWeekdays() {
    const repeat = this.value('repeat');
    const isCounted = /\d/.test(this.value('weekdays'));
    if ((repeat === 'weekly' && isCounted) || (repeat === 'monthly-weekday' && !isCounted)) {
      this.put('weekdays', '');
    }
  }

  number() {
    return Number(/\.(\d+)-first$/.exec(this.input('first')?.name ?? '')?.[1]);
  }

  /** @param {string} column @returns {Input | null} */
  input(column) {
    return this.element.querySelector(`[name$="-${column}"]`);
  }

  /** @param {string} column */
  value(column) {
    return this.input(column)?.value.trim() ?? '';
  }

  /** @param {string} column @param {string} value */
  put(column, value) {
    const input = this.input(column);
    if (input) {
      enter(input, value);
    }
  }

  /** One more of a list. @param {string} column @param {string} value @param {string} between */
  append(column, value, between) {
    this.put(column, [this.value(column), value].filter((text) => text !== '').join(between));
  }

  inputs() {
    return /** @type {Input[]} */ (all(this.element, '[name]'));
  }

  isEmpty() {
    return this.inputs().every(({ value }) => value.trim() === '');
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.isOpen = isOpen;
    this.show();
  }

  show() {
    const repeat = this.value('repeat');
    const shown = SHOWN[repeat] ?? [];
    let isAnyHidden = false;
    for (const input of this.inputs()) {
      const column = input.name.replace(/^.*-/, '');
      const isRare = MORE.includes(column) && !shown.includes(column) && repeat !== 'open-ended';
      const applies = ALWAYS.includes(column) || shown.includes(column) || input.value.trim() !== '' || (isRare && this.isOpen)
        || (column === 'venue' && this.isOpen);
      const part = /** @type {HTMLElement | null} */ (input.closest('.part'));
      if (part) {
        part.hidden = !applies;
      }
      isAnyHidden ||= isRare && !applies;
    }
    this.toggle.hidden = !isAnyHidden && !this.isOpen;
    this.toggle.setAttribute('aria-expanded', String(this.isOpen));
    this.weekdays?.show(repeat === 'weekly');
    this.counted?.show(repeat === 'monthly-weekday');
  }
}

export class TimesField {
  /**
   * @param {HTMLElement} group
   * @param {(row: HTMLElement) => void} prepare what else a row that is added needs
   */
  constructor(group, prepare) {
    this.group = group;
    this.prepare = prepare;
    const elements = all(group, 'fieldset.row');
    this.blank = /** @type {HTMLElement} */ (elements[elements.length - 1].cloneNode(true));
    this.rows = elements.map((element) => this.begin(element));
    this.add = el('button', { type: 'button', 'data-not-kept': true, onclick: () => this.more() }, word('editor.times.add'));
    elements[elements.length - 1].after(el('p', { class: 'picked-add' }, this.add));
    group.addEventListener('change', () => this.show());
    this.show();
  }

  /** @param {HTMLElement} element */
  begin(element) {
    const row = new TimesRow(element);
    row.acts.append(el('button', {
      type: 'button', class: 'ed-small', 'data-not-kept': true, onclick: () => this.remove(row),
      'aria-label': `${word('editor.pick.remove')}: ${element.querySelector('legend')?.textContent ?? ''}`,
    }, word('editor.pick.remove')));
    return row;
  }

  used() {
    return this.rows.filter((row) => !row.isEmpty());
  }

  more() {
    const row = this.free();
    if (row) {
      this.asked = row;
      this.show();
      row.input('first')?.focus();
    }
  }

  /** A row that is empty, a new one where all are used; undefined where there is no more room. */
  free() {
    const found = this.rows.find((row) => row.isEmpty());
    if (found) {
      return found;
    }
    const most = Number(this.group.dataset.times);
    if (this.rows.length >= most) {
      return undefined;
    }
    const element = /** @type {HTMLElement} */ (this.blank.cloneNode(true));
    const from = Number(/\.(\d+)-/.exec(element.querySelector('[name]')?.getAttribute('name') ?? '')?.[1]);
    const now = this.rows.length + 1;
    for (const each of all(element, '[id], [name], [for], [aria-describedby], [aria-labelledby]')) {
      for (const name of ['id', 'name', 'for', 'aria-describedby', 'aria-labelledby']) {
        const value = each.getAttribute(name);
        if (value) {
          each.setAttribute(name, value.replaceAll(`.${from}-`, `.${now}-`));
        }
      }
    }
    const legend = element.querySelector('legend');
    if (legend) {
      legend.textContent = (legend.textContent ?? '').replace(/\d+(?=\D*$)/, String(now));
    }
    this.rows[this.rows.length - 1].element.after(element);
    const row = this.begin(element);
    this.rows.push(row);
    this.prepare(element);
    return row;
  }

  /** The other rows keep their numbers: calendar programs know them by these. @param {TimesRow} row */
  remove(row) {
    row.inputs().forEach((input) => enter(input, ''));
    row.open(false);
    this.asked = undefined;
    this.show();
    this.add.focus();
    say(word('editor.pick.removed', row.element.querySelector('legend')?.textContent ?? ''));
  }

  /** Empty rows are out of sight, but for the one that is asked for, or the first. */
  show() {
    const used = this.used();
    const free = this.asked ?? (used.length === 0 ? this.rows[0] : undefined);
    for (const row of this.rows) {
      row.element.hidden = row.isEmpty() && row !== free;
      row.show();
    }
    this.add.hidden = used.length >= Number(this.group.dataset.times) || used.length === 0;
  }
}
