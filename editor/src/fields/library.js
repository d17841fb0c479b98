/** The dialog in which pictures or files are chosen among those that are here, or brought. */
import { onUpload, upload } from '../editor/uploads.js';
import { el, freshId } from '../page/dom.js';
import { ask, withParameter, word } from '../page/page.js';

/**
 * @typedef {{asset: number, name: string, width: number, height: number, picture: boolean}} File
 *
 * @typedef {object} How
 * @property {string} source the address of the library
 * @property {boolean} isFiles true when anything but pictures may be chosen, too
 * @property {number} most how many may be chosen
 * @property {(chosen: File[]) => void} choose
 */

const PAUSE = 180;
const FULL = 48;
const PICTURES = '/newsroom/pictures';

export class Library {
  /** @param {How} how */
  constructor(how) {
    this.how = how;
    /** @type {Map<number, File>} */
    this.chosen = new Map();
    this.group = freshId();
    this.list = el('ul', { class: 'library' });
    this.told = el('p', { class: 'ed-told', role: 'status' });
    this.more = el('button', { type: 'button', hidden: true, onclick: () => this.next() }, word('editor.pick.more'));
    this.search = el('input', { id: freshId(), type: 'search', autocomplete: 'off', oninput: () => this.typed() });
    this.file = el('input', {
      id: freshId(), type: 'file', multiple: how.most > 1, accept: 'image/jpeg,image/png,image/gif,image/webp,image/svg+xml',
      onchange: () => this.bring(),
    });
    const heading = el('h2', { id: freshId() }, word(how.isFiles ? 'editor.pick.files' : 'editor.pick.pictures'));
    const form = el(
      'form',
      { method: 'dialog', onsubmit: () => how.choose([...this.chosen.values()]) },
      heading,
      el('p', {}, el('label', { for: this.search.id }, word('editor.pick.search')), this.search),
      el('p', {}, el('label', { for: this.file.id }, word('editor.pick.bring')), this.file),
      this.told,
      this.list,
      this.more,
      el('p', { class: 'ed-buttons' },
        el('button', { type: 'submit', class: 'ed-first' }, word('editor.pick.choose')),
        el('button', { type: 'button', onclick: () => this.dialog.close() }, word('editor.cancel'))),
    );
    this.dialog = el('dialog', { class: 'ed-dialog ed-library', 'aria-labelledby': heading.id }, form);
    this.dialog.addEventListener('close', () => this.closed());
    this.search.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.search.focus();
    this.ask('', true);
  }

  typed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask('', true), PAUSE);
  }

  next() {
    const rows = /** @type {HTMLElement[]} */ ([...this.list.children]);
    this.ask(rows.at(-1)?.dataset.id ?? '', false);
  }

  /** @param {string} before where the part before ended @param {boolean} isNew */
  async ask(before, isNew) {
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const address = withParameter(withParameter(this.how.source, 'q', this.search.value.trim()), 'before', before);
    try {
      const answer = await ask(address, { headers: { Accept: 'application/json' }, signal });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      /** @type {File[]} */
      const found = await answer.json();
      const rows = found.filter(({ asset }) => !isNew || !this.chosen.has(asset)).map((file) => this.row(file));
      if (isNew) {
        this.list.replaceChildren(...[...this.chosen.values()].map((file) => this.row(file)), ...rows);
      } else {
        this.list.append(...rows);
        rows[0]?.querySelector('input')?.focus();
      }
      this.more.hidden = found.length < FULL;
      this.told.textContent = this.list.children.length > 0 ? this.count() : word('editor.pick.none');
    } catch {
      if (!signal.aborted) {
        this.told.textContent = word('editor.pick.no-answer');
      }
    }
  }

  count() {
    return this.how.most > 1 && this.chosen.size > 0 ? word('editor.pick.chosen', this.chosen.size) : '';
  }

  /** @param {File} file */
  row(file) {
    const id = freshId();
    const box = el('input', {
      id, type: this.how.most > 1 ? 'checkbox' : 'radio', name: this.group, checked: this.chosen.has(file.asset),
      onchange: () => this.mark(file, box),
    });
    return el(
      'li',
      { 'data-id': file.asset },
      file.picture ? el('img', { src: `${PICTURES}/${file.asset}?width=320`, alt: '', loading: 'lazy' }) : null,
      el('div', { class: 'choice' }, box, el('label', { for: id }, file.name, el('span', { class: 'soft' }, sizeOf(file)))),
    );
  }

  /** @param {File} file @param {HTMLInputElement} box */
  mark(file, box) {
    if (this.how.most === 1) {
      this.chosen.clear();
    }
    if (box.checked && this.chosen.size >= this.how.most) {
      box.checked = false;
      this.told.textContent = word('editor.pick.full', this.how.most);
      return;
    }
    box.checked ? this.chosen.set(file.asset, file) : this.chosen.delete(file.asset);
    this.told.textContent = this.count();
  }

  bring() {
    for (const file of this.file.files ?? []) {
      const { id } = upload(file, PICTURES);
      this.told.textContent = word('editor.pick.bringing', file.name);
      const stop = onUpload((changed) => {
        if (changed.id !== id) {
          return;
        }
        if (changed.state === 'failed') {
          stop();
          this.told.textContent = `${file.name}: ${changed.message}`;
        } else if (changed.state === 'done') {
          stop();
          this.brought({ asset: Number(changed.asset), name: file.name, width: 0, height: 0, picture: true });
        }
      });
    }
    this.file.value = '';
  }

  /** @param {File} file */
  brought(file) {
    [...this.list.children].find((row) => /** @type {HTMLElement} */ (row).dataset.id === String(file.asset))?.remove();
    const row = this.row(file);
    this.list.prepend(row);
    const box = /** @type {HTMLInputElement} */ (row.querySelector('input'));
    box.checked = true;
    this.mark(file, box);
    this.told.textContent = word('editor.pick.brought', file.name);
  }

  closed() {
    this.asking?.abort();
    clearTimeout(this.pause);
    this.dialog.remove();
  }
}

/** @param {File} file */
export const sizeOf = ({ width, height }) => (width > 0 ? ` ${width} × ${height}` : '');
