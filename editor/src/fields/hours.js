/** Opening hours: one weekday fills the others, and special days and seasons are rows in place of lines of text. */
import { all, el, freshId, say } from '../page/dom.js';
import { word } from '../page/page.js';
import { enter } from './inputs.js';

const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-.]\d{1,2}(?:\.\d{4}|\.)?)`;
/** The days of a line, what parts them from the hours, and the hours. */
const LINE = new RegExp(String.raw`^\s*(${DATE}(?:\s*[-–—]\s*${DATE})?)(\s*:\s*|\s+|$)(.*)$`);

/** @param {HTMLElement} group */
export function fillWeek(group) {
  const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) =>
    /** @type {HTMLInputElement | null} */ (group.querySelector(`input[name$=".${day}"]`)));
  const [monday, ...others] = days;
  if (!monday) {
    return;
  }
  const copy = (/** @type {string} */ key, /** @type {number} */ count) =>
    el('button', {
      type: 'button', class: 'quiet', 'data-not-kept': true,
      onclick: () => {
        others.slice(0, count).forEach((day) => day && enter(day, monday.value));
        say(word('editor.hours.copied', monday.value));
      },
    }, word(key));
  days[6]?.closest('.field')?.after(el('p', { class: 'picked-acts wide' }, copy('editor.hours.weekdays', 4), copy('editor.hours.all-days', 6)));
}

/** Lines of a text as rows of two inputs each; the text stays what the form sends. */
export class LinesField {
  /** @param {HTMLTextAreaElement} area @param {boolean} isSeason */
  constructor(area, isSeason) {
    this.area = area;
    this.isSeason = isSeason;
    const label = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
    this.rows = el('div', { class: 'lines' });
    this.add = el('button', { type: 'button', 'data-not-kept': true, onclick: () => this.begin() },
      word(isSeason ? 'editor.hours.add-season' : 'editor.hours.add-special'));
    this.box = el('div', { role: 'group', 'aria-labelledby': label?.id ?? null }, this.rows, el('p', {}, this.add));
    area.hidden = true;
    const hint = document.getElementById(`${area.id}-hint`);
    if (hint) {
      hint.hidden = true; // it says how lines are written
    }
    area.after(this.box);
    // a label that leads to a hidden text leads nowhere
    label?.setAttribute('for', (this.add.id = freshId()));
    this.add.setAttribute('aria-labelledby', this.add.id);
    area.addEventListener('change', () => !this.isOwn && this.show());
    this.show();
  }

  show() {
    this.rows.replaceChildren(...this.area.value.split('\n').filter((line) => line.trim() !== '').map((line) => this.row(line)));
  }

  /** @param {string} line */
  row(line) {
    const [, days = line.trim(), between = '', hours = ''] = LINE.exec(line) ?? [];
    const input = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ example) => {
      const id = freshId();
      return el('div', {}, el('label', { for: id }, word(key)),
        el('input', { id, value, placeholder: example, autocomplete: 'off', spellcheck: 'false', 'data-not-kept': true, onchange: () => this.put() }));
    };
    const row = el('div', { class: 'line', 'data-between': between.trim() === ':' || this.isSeason ? ': ' : ' ' },
      input('editor.hours.days', days, this.isSeason ? '05-01 - 09-30' : '12-25'),
      input('editor.hours.times', hours, this.isSeason ? 'mo-fr 10:00-20:00' : word('editor.hours.closed')),
      el('button', { type: 'button', class: 'ed-small', 'data-not-kept': true, onclick: () => this.remove(row) }, word('editor.pick.remove')));
    return row;
  }

  begin() {
    const row = this.row('');
    this.rows.append(row);
    row.querySelector('input')?.focus();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const text = all(row, 'input').map((input) => /** @type {HTMLInputElement} */ (input).value).join(' ').trim();
    row.remove();
    this.put();
    this.add.focus();
    say(word('editor.pick.removed', text));
  }

  put() {
    const lines = all(this.rows, '.line').map((row) => {
      const [days, hours] = all(row, 'input').map((input) => /** @type {HTMLInputElement} */ (input).value.trim());
      return [days, hours].filter((text) => text !== '').join(row.dataset.between);
    });
    this.isOwn = true;
    enter(this.area, lines.filter((line) => line !== '').join('\n'));
    this.isOwn = false;
  }
}
