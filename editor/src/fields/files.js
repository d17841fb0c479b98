/** An input that holds the number of a picture or file: it is chosen from the library, and shown in place of its number. */
import { el } from '../page/dom.js';
import { word } from '../page/page.js';
import { enter, standIn } from './inputs.js';
import { Library, sizeOf } from './library.js';

/** @typedef {import('./library.js').File} File */

const NUMBER = /^\s*(?:asset:|#)?0*(\d{1,18})\s*$/;

export class FileField {
  /** @param {HTMLInputElement} input @param {HTMLElement} shown the list of what it names, as the server wrote it */
  constructor(input, shown) {
    this.input = input;
    this.list = shown;
    this.isFiles = input.dataset.picker === 'file';
    this.source = input.dataset.source ?? '';
    /** @type {Map<string, HTMLElement[]>} */
    this.known = new Map([...shown.children].map((child) =>
      [/** @type {HTMLElement} */ (child).dataset.id ?? '', /** @type {HTMLElement[]} */ ([...child.children])]));
    this.button = el('button', { type: 'button', 'data-not-kept': true, onclick: () => this.choose() });
    this.away = el(
      'button',
      { type: 'button', class: 'quiet', 'data-not-kept': true, onclick: () => this.remove() },
      word('editor.pick.remove'),
    );
    standIn(input, this.button);
    shown.after(el('p', { class: 'picked-acts' }, this.button, this.away));
    input.addEventListener('change', () => this.show());
    this.show();
  }

  number() {
    return NUMBER.exec(this.input.value)?.[1] ?? '';
  }

  choose() {
    new Library({ source: this.source, isFiles: this.isFiles, most: 1, choose: ([file]) => file && this.take(file) }).open();
  }

  /** @param {File} file */
  take(file) {
    this.learn(file);
    enter(this.input, String(file.asset));
    this.show();
  }

  /** Remembers what a file is called. @param {File} file */
  learn(file) {
    this.known.set(String(file.asset), namesOf(file));
  }

  remove() {
    enter(this.input, '');
    this.button.focus();
  }

  show() {
    const number = this.number();
    const shown = this.known.get(number) ?? [el('span', {}, word('editor.link.file', number))];
    this.list.replaceChildren(...(number === '' ? [] : [el('li', { 'data-id': number }, ...shown)]));
    this.button.textContent = word(number === '' ? (this.isFiles ? 'editor.pick.file' : 'editor.pick.picture') : 'editor.pick.other');
    this.away.hidden = number === '';
  }

  /** True when the value is a number alone or absent, so that nothing typed would be hidden. @param {HTMLInputElement} input */
  static fits(input) {
    return input.value.trim() === '' || NUMBER.test(input.value);
  }
}

/** What is shown of a file: a small picture of it, its name, its size. @param {File} file */
function namesOf(file) {
  return [
    ...(file.picture ? [el('img', { src: `/newsroom/pictures/${file.asset}?width=320`, alt: '' })] : []),
    el('span', {}, file.name, el('span', { class: 'soft small' }, sizeOf(file))),
  ];
}
