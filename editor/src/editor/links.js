/** Links: to an address that is typed, or to an item that is searched and chosen. */
import { schema } from '../body/schema.js';
import { address } from '../body/subset.js';
import { el, freshId } from '../page/dom.js';
import { word } from '../page/page.js';
import { search, SearchBox } from '../page/search.js';

/**
 * @typedef {import('../page/search.js').Found} Found
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-view').EditorView} EditorView
 */

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

/** The dialog in which a link is made: one field for an address or for words of an item's title. */
export class LinkDialog {
  /** @param {EditorView} view @param {string} links @param {string} language */
  constructor(view, links, language) {
    this.view = view;
    this.links = links;
    this.told = el('p', { class: 'ed-told', role: 'status', id: freshId() });
    this.box = new SearchBox({
      source: links,
      language,
      typed: (text) => this.typed(text),
      choose: (found) => this.choose(found),
      tell: (text) => this.tell(text),
    });
    this.to = this.box.input;
    this.to.setAttribute('aria-describedby', this.told.id);
    this.words = el('input', { id: freshId(), type: 'text', autocomplete: 'off', lang: language });
    this.unlink = el('button', { type: 'button', onclick: () => this.remove() }, word('editor.link.remove'));
    this.wordsField = el('p', {}, el('label', { for: this.words.id }, word('editor.link.words')), this.words);
    const heading = el('h2', { id: freshId() }, word('editor.link.title'));
    const form = el(
      'form',
      { method: 'dialog', onsubmit: (/** @type {Event} */ event) => this.submit(event) },
      heading,
      el('p', {}, el('label', { for: this.to.id }, word('editor.link.to')), this.to),
      this.told,
      this.box.list,
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
    this.tell(word('editor.link.hint'));
    this.box.offer([]);
    if (this.link) {
      this.showName(this.link.href);
    }
    document.body.append(this.dialog);
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

  /** @param {string} text */
  tell(text) {
    this.told.textContent = text;
  }

  /** An address needs no search. @param {string} text */
  typed(text) {
    this.chosen = null;
    if (text === '' || typedAddress(text) !== '') {
      this.tell(text === '' ? word('editor.link.hint') : word('editor.link.leads-to', typedAddress(text)));
      return false;
    }
    return true;
  }

  /** @param {Found} found */
  choose(found) {
    this.chosen = found;
    titles.set(found.href, found.title);
    this.to.value = found.title;
    this.tell(word('editor.link.leads-to', found.title));
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
    this.box.stop();
    this.dialog.remove();
    this.view.focus();
  }
}
