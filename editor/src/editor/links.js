/** Links: to an address that is typed, or to an item that is searched and chosen. */
import { schema } from '../body/schema.js';
import { address } from '../body/subset.js';
import { el, freshId } from '../page/dom.js';
import { ask, withParameter, word } from '../page/page.js';

/**
 * @typedef {{href: string, title: string, hint?: string}} Found
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-view').EditorView} EditorView
 */

const PAUSE = 180;

/** The titles of items that were seen here, by the address of a link to them. @type {Map<string, string>} */
const titles = new Map();

/**
 * The link around the caret or at the start of the selection, as far as it reaches.
 *
 * @param {EditorState} state
 */
export function linkAt({ selection: { $from, empty }, doc }) {
  const { link } = schema.marks;
  const at = $from.parent.childAfter($from.parentOffset);
  const piece = at.node && link.isInSet(at.node.marks) ? at : empty ? $from.parent.childBefore($from.parentOffset) : at;
  const mark = piece.node && link.isInSet(piece.node.marks);
  if (!mark) {
    return null;
  }
  const isPart = (/** @type {number} */ index) => mark.isInSet($from.parent.child(index).marks);
  let [first, last] = [piece.index, piece.index];
  let from = $from.start() + piece.offset;
  let to = from + /** @type {import('prosemirror-model').Node} */ (piece.node).nodeSize;
  while (first > 0 && isPart(first - 1)) {
    from -= $from.parent.child(--first).nodeSize;
  }
  while (last + 1 < $from.parent.childCount && isPart(last + 1)) {
    to += $from.parent.child(++last).nodeSize;
  }
  return { href: String(mark.attrs.href), from, to, text: doc.textBetween(from, to) };
}

/** What a person types as an address, as a link has it; nothing where it is none. */
export function typedAddress(/** @type {string} */ written) {
  const text = written.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) {
    return `mailto:${text}`;
  }
  if (/^www\.[^\s]+\.[^\s]+$/i.test(text)) {
    return `https://${text}`;
  }
  return /^([a-z][a-z0-9+.-]*:\S|\/|#\S)/i.test(text) ? address(text) : '';
}

/**
 * How a link is named to the editor: an item by its title.
 *
 * @param {string} href
 * @param {string} links the address at which items are searched
 */
export async function nameOf(href, links) {
  if (!/^item:\d+$/.test(href)) {
    return href.startsWith('asset:') ? word('editor.link.file', href.slice('asset:'.length)) : href;
  }
  if (!titles.has(href)) {
    try {
      (await search(href, links, undefined)).forEach((found) => titles.set(found.href, found.title));
    } catch {
      // the number tells enough
    }
  }
  return titles.get(href) ?? word('editor.link.item', href.slice('item:'.length));
}

/** @param {string} text @param {string} links @param {AbortSignal | undefined} signal @returns {Promise<Found[]>} */
async function search(text, links, signal) {
  const answer = await ask(withParameter(links, 'q', text), { headers: { Accept: 'application/json' }, signal });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  /** @type {Found[]} */
  const found = await answer.json();
  return found.filter((each) => address(each.href) !== '');
}

/** The dialog in which a link is made: one field for an address or for words of an item's title. */
export class LinkDialog {
  /** @param {EditorView} view @param {string} links @param {string} language */
  constructor(view, links, language) {
    this.view = view;
    this.links = links;
    this.list = el('ul', { role: 'listbox', id: freshId(), 'aria-label': word('editor.link.found'), class: 'ed-found' });
    this.to = el('input', {
      id: freshId(), type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', lang: language,
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id,
      oninput: () => this.typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    this.words = el('input', { id: freshId(), type: 'text', autocomplete: 'off', lang: language });
    this.told = el('p', { class: 'ed-told', role: 'status' });
    this.to.setAttribute('aria-describedby', (this.told.id = freshId()));
    this.unlink = el('button', { type: 'button', onclick: () => this.remove() }, word('editor.link.remove'));
    this.wordsField = el('p', {}, el('label', { for: this.words.id }, word('editor.link.words')), this.words);
    const heading = el('h2', { id: freshId() }, word('editor.link.title'));
    const form = el(
      'form',
      { method: 'dialog', onsubmit: (/** @type {Event} */ event) => this.submit(event) },
      heading,
      el('p', {}, el('label', { for: this.to.id }, word('editor.link.to')), this.to),
      this.told,
      this.list,
      this.wordsField,
      el(
        'p',
        { class: 'ed-buttons' },
        el('button', { type: 'submit', class: 'ed-first' }, word('editor.link.set')),
        this.unlink,
        el('button', { type: 'button', onclick: () => this.dialog.close() }, word('editor.cancel')),
      ),
    );
    this.dialog = el('dialog', { class: 'ed-dialog', 'aria-labelledby': heading.id }, form);
    this.dialog.addEventListener('close', () => this.closed());
    document.body.append(this.dialog);
    /** @type {Found[]} */
    this.found = [];
    this.active = -1;
    /** @type {Found | null} */
    this.chosen = null;
  }

  open() {
    const { state } = this.view;
    if (!state.selection.$from.parent.inlineContent || state.selection.$from.parent.type.spec.marks === '') {
      return false;
    }
    this.link = linkAt(state);
    this.chosen = null;
    this.to.value = this.link?.href ?? '';
    this.words.value = '';
    this.wordsField.hidden = Boolean(this.link) || !state.selection.empty;
    this.unlink.hidden = !this.link;
    this.told.textContent = word('editor.link.hint');
    this.offer([]);
    if (this.link) {
      this.showName(this.link.href);
    }
    this.dialog.showModal();
    this.to.focus();
    this.to.select();
    return true;
  }

  /** @param {string} href */
  async showName(href) {
    const name = await nameOf(href, this.links);
    if (this.to.value === href && /^(item|asset):/.test(href)) {
      this.chosen = { href, title: name };
      this.to.value = name;
      this.to.select();
      this.told.textContent = word('editor.link.leads-to', name);
    }
  }

  typed() {
    this.chosen = null;
    this.asking?.abort();
    clearTimeout(this.pause);
    const text = this.to.value.trim();
    this.offer([]);
    if (text === '' || typedAddress(text) !== '') {
      this.told.textContent = text === '' ? word('editor.link.hint') : word('editor.link.leads-to', typedAddress(text));
      return;
    }
    this.pause = setTimeout(() => this.ask(text), PAUSE);
  }

  /** @param {string} text */
  async ask(text) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const found = await search(text, this.links, signal);
      this.offer(found);
      this.told.textContent = found.length > 0 ? word('editor.link.count', found.length) : word('editor.link.nothing');
    } catch {
      if (!signal.aborted) {
        this.told.textContent = word('editor.link.no-search');
      }
    }
  }

  /** @param {Found[]} found */
  offer(found) {
    this.found = found;
    this.activate(-1);
    this.list.replaceChildren(
      ...found.map((each, at) =>
        el(
          'li',
          {
            role: 'option', id: `${this.list.id}-${at}`, 'aria-selected': 'false',
            onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
            onclick: () => this.choose(at),
          },
          el('span', { class: 'ed-found-title' }, each.title),
          each.hint ? el('span', { class: 'ed-found-hint' }, each.hint) : null,
        ),
      ),
    );
    this.list.hidden = found.length === 0;
    this.to.setAttribute('aria-expanded', String(found.length > 0));
  }

  /** @param {number} at */
  activate(at) {
    this.active = at;
    [...this.list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (at >= 0) {
      this.to.setAttribute('aria-activedescendant', `${this.list.id}-${at}`);
    } else {
      this.to.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {number} at */
  choose(at) {
    this.chosen = this.found[at];
    titles.set(this.chosen.href, this.chosen.title);
    this.to.value = this.chosen.title;
    this.told.textContent = word('editor.link.leads-to', this.chosen.title);
    this.offer([]);
    this.to.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const count = this.found.length;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.activate(this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count);
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      this.offer([]);
    }
  }

  /** @param {Event} event */
  submit(event) {
    const href = this.chosen?.href ?? typedAddress(this.to.value);
    if (href === '') {
      event.preventDefault();
      this.told.textContent = word(this.to.value.trim() === '' ? 'editor.link.hint' : 'editor.link.no-address');
      this.to.focus();
      return;
    }
    this.set(href);
  }

  /** @param {string} href */
  set(href) {
    const { state } = this.view;
    const mark = schema.marks.link.create({ href });
    const { from, to, empty } = state.selection;
    const tr = state.tr;
    if (this.link) {
      tr.removeMark(this.link.from, this.link.to, schema.marks.link).addMark(this.link.from, this.link.to, mark);
    } else if (empty) {
      const text = this.words.value.trim() || this.chosen?.title || href.replace(/^(https?:\/\/|mailto:|tel:)/, '');
      tr.replaceSelectionWith(schema.text(text, mark.addToSet(state.storedMarks ?? state.selection.$from.marks())), false);
    } else {
      tr.addMark(from, to, mark);
    }
    this.view.dispatch(tr.removeStoredMark(schema.marks.link).scrollIntoView());
  }

  remove() {
    if (this.link) {
      this.view.dispatch(this.view.state.tr.removeMark(this.link.from, this.link.to, schema.marks.link));
    }
    this.dialog.close();
  }

  closed() {
    this.asking?.abort();
    clearTimeout(this.pause);
    this.view.focus();
  }

  destroy() {
    this.dialog.remove();
  }
}
