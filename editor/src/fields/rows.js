/** A field of several files, each in a row of inputs: rows are added from the library, put into order and removed. */
import { icon } from '../editor/icons.js';
import { all, el, say } from '../page/dom.js';
import { word } from '../page/page.js';
import { FileField } from './files.js';
import { enter } from './inputs.js';
import { Library } from './library.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */

/** @param {HTMLElement} row @returns {Input[]} */
const inputsOf = (row) => /** @type {Input[]} */ (all(row, 'input[name], textarea[name]'));

/** @param {HTMLElement} row */
const isEmpty = (row) => inputsOf(row).every((input) => input.value.trim() === '');

export class RowsField {
  /** @param {HTMLElement} group @param {(row: HTMLElement) => FileField | undefined} prepare */
  constructor(group, prepare) {
    this.group = group;
    this.prepare = prepare;
    this.most = Number(group.dataset.most);
    /** @type {HTMLElement[]} */
    this.rows = all(group, 'fieldset.row');
    const first = /** @type {HTMLInputElement} */ (group.querySelector('[data-picker]'));
    this.isFiles = first.dataset.picker === 'file';
    this.source = first.dataset.source ?? '';
    this.blank = /** @type {HTMLElement} */ (this.rows[this.rows.length - 1].cloneNode(true));
    /** @type {Map<HTMLElement, FileField | undefined>} */
    this.fields = new Map();
    this.add = el(
      'button',
      { type: 'button', 'data-not-kept': true, onclick: () => this.choose() },
      word(this.isFiles ? 'editor.pick.add-files' : 'editor.pick.add-pictures'),
    );
    this.rows.forEach((row) => this.begin(row));
    group.append(el('p', { class: 'picked-add' }, this.add));
    group.addEventListener('change', () => this.show());
    this.show();
  }

  /** @param {HTMLElement} row */
  begin(row) {
    const field = this.prepare(row);
    field?.away.remove(); // the whole row is removed
    this.fields.set(row, field);
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ act) =>
      el('button', {
        type: 'button', class: 'ed-small', 'data-not-kept': true, title: word(key), onclick: act,
        'aria-label': `${word(key)}: ${row.querySelector('legend')?.textContent ?? ''}`,
      }, icon(sign));
    row.append(el('p', { class: 'picked-acts' },
      button('editor.block.up', 'up', () => this.move(row, -1)),
      button('editor.block.down', 'down', () => this.move(row, 1)),
      button('editor.pick.remove', 'remove', () => this.remove(row))));
  }

  used() {
    return this.rows.filter((row) => !isEmpty(row));
  }

  choose() {
    const most = this.most - this.used().length;
    new Library({
      source: this.source, isFiles: this.isFiles, most: Math.max(most, 1),
      choose: (files) => {
        files.slice(0, most).forEach((file) => this.fields.get(this.free())?.take(file));
        this.show();
        this.add.focus();
      },
    }).open();
  }

  /** A row that is empty, a new one where all are used. */
  free() {
    const found = this.rows.find(isEmpty);
    if (found) {
      return found;
    }
    const row = /** @type {HTMLElement} */ (this.blank.cloneNode(true));
    const [before, now] = [this.rows.length, this.rows.length + 1];
    const from = this.numberOf(this.blank) || before;
    for (const element of all(row, '[id], [name], [for], [aria-describedby], [aria-labelledby]')) {
      for (const name of ['id', 'name', 'for', 'aria-describedby', 'aria-labelledby']) {
        const value = element.getAttribute(name);
        if (value) {
          element.setAttribute(name, value.replaceAll(`.${from}-`, `.${now}-`));
        }
      }
      if (element instanceof HTMLInputElement) {
        element.value = '';
      }
    }
    row.querySelectorAll('[data-picked]').forEach((list) => list.replaceChildren());
    const legend = row.querySelector('legend');
    if (legend) {
      legend.textContent = (legend.textContent ?? '').replace(/\d+(?=\D*$)/, String(now));
    }
    this.rows[before - 1].after(row);
    this.rows.push(row);
    this.begin(row);
    return row;
  }

  /** @param {HTMLElement} row */
  numberOf(row) {
    return Number(/\.(\d+)-/.exec(inputsOf(row)[0]?.name ?? '')?.[1]);
  }

  /** The texts of two rows change places; the rows themselves stay. @param {HTMLElement} row @param {number} by */
  move(row, by) {
    const used = this.used();
    const other = used[used.indexOf(row) + by];
    if (!other) {
      return;
    }
    this.exchange(row, other);
    const button = /** @type {HTMLButtonElement} */ (all(other, '.picked-acts .ed-small')[by < 0 ? 0 : 1]);
    (button.disabled ? /** @type {HTMLButtonElement} */ (all(other, '.picked-acts .ed-small')[by < 0 ? 1 : 0]) : button).focus();
    say(word('editor.sort.place', other.querySelector('li')?.textContent?.trim() ?? '', used.indexOf(other) + 1, used.length));
  }

  /** @param {HTMLElement} one @param {HTMLElement} other */
  exchange(one, other) {
    const [mine, theirs] = [this.fields.get(one), this.fields.get(other)];
    if (mine && theirs) {
      const known = new Map([...mine.known, ...theirs.known]);
      mine.known = new Map(known);
      theirs.known = new Map([...known].map(([number, nodes]) => [number, nodes.map((node) => /** @type {HTMLElement} */ (node.cloneNode(true)))]));
    }
    const values = inputsOf(one).map((input) => input.value);
    const others = inputsOf(other).map((input) => input.value);
    inputsOf(one).forEach((input, at) => enter(input, others[at]));
    inputsOf(other).forEach((input, at) => enter(input, values[at]));
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const name = row.querySelector('li')?.textContent?.trim() ?? '';
    for (let at = this.rows.indexOf(row); at + 1 < this.rows.length && !isEmpty(this.rows[at + 1]); at++) {
      this.exchange(this.rows[at], this.rows[at + 1]);
      row = this.rows[at + 1];
    }
    inputsOf(row).forEach((input) => enter(input, ''));
    this.show();
    this.add.focus();
    say(word('editor.pick.removed', name));
  }

  /** Empty rows are out of sight: files are added with the button. */
  show() {
    const used = this.used();
    for (const row of this.rows) {
      row.hidden = isEmpty(row);
      const [up, down] = /** @type {HTMLButtonElement[]} */ (all(row, '.picked-acts .ed-small'));
      up.disabled = used[0] === row;
      down.disabled = used.at(-1) === row;
    }
    this.add.hidden = used.length >= this.most;
  }
}
