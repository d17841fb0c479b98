/** Lists of a body. */
import { holdsBlock, isBlank, isElement } from './elements.js';
import { strip, turned } from './pieces.js';

const NUMBER = /^[1-9][0-9]{0,3}$/;

/** After these nothing is needed to begin a line. */
const ENDS_A_LINE = /^(br|hr|ul|ol|p|h[234]|blockquote|pre|figure|table)$/;

/** True for an element around entries of a list. */
const holdsEntries = (/** @type {Element} */ element) =>
  !/^(ul|ol|menu|dl|table|blockquote|figure)$/.test(element.localName) &&
  element.querySelector(':scope > li, :scope > :not(ul, ol, menu, dl, table, blockquote) li, :scope > dt, :scope > dd') !== null;

/**
 * Writes lists. What stands in a list outside of its entries stays: before the first entry as blocks before the list,
 * after an entry as more of that entry, as browsers show it.
 */
export class ListReader {
  /** @param {import('./clean.js').Reader} reader */
  constructor(reader) {
    this.reader = reader;
    this.written = reader.document.createElement('ul');
    /** @type {Element | null} */
    this.open = null;
    this.isTurned = false;
    this.parts = /^li$/;
  }

  /** @param {Element} element */
  list(element) {
    if (!element.querySelector('li')) {
      this.reader.blocks(element); // a list without entries indents a text
      return;
    }
    this.turnAsEntries(element);
    const isOrdered = element.localName === 'ol';
    this.written = this.reader.document.createElement(isOrdered ? 'ol' : 'ul');
    const start = element.getAttribute('start') ?? '';
    if (isOrdered && NUMBER.test(start)) {
      this.written.setAttribute('start', start);
    }
    this.reader.turn(this.written, element);
    this.children(element);
  }

  /** A direction that all entries have is that of the list. @param {Element} list */
  turnAsEntries(list) {
    const dir = list.firstElementChild?.getAttribute('dir') ?? '';
    this.isTurned = !list.getAttribute('dir') && dir !== '' && [...list.children].every((each) => each.localName === 'li' && each.getAttribute('dir') === dir);
    if (this.isTurned) {
      list.setAttribute('dir', dir);
    }
  }

  /** @param {Element} parent @returns {void} */
  children(parent) {
    /** @type {Node[]} */
    let loose = [];
    for (const child of [...parent.childNodes]) {
      const name = isElement(child) ? child.localName : '';
      const isPart = this.parts.test(name);
      if (isElement(child) && (isPart || holdsEntries(child))) {
        this.loose(loose, parent);
        loose = [];
        isPart ? this.part(child) : this.children(child);
      } else {
        loose.push(child);
      }
    }
    this.loose(loose, parent);
  }

  /** @param {Element} part */
  part(part) {
    switch (part.localName) {
      case 'dt': return this.term(part);
      case 'dd': return this.definition(part);
      default: return this.entry(part);
    }
  }

  /** @param {Node[]} nodes @param {Element} parent */
  loose(nodes, parent) {
    const write = () => this.reader.runs(nodes, (run) => this.text(run), (block) => this.reader.block(turned(block, parent)));
    this.open ? this.reader.inside(this.open, write) : write();
  }

  /** @param {Node[]} run */
  text(run) {
    const text = strip(this.reader.inline(run));
    if (!isBlank(text) && this.open) {
      this.open.append(...(this.isAtLine() ? [] : [this.reader.document.createElement('br')]), text);
    } else {
      this.reader.words(text);
    }
    this.reader.flush();
  }

  isAtLine() {
    const last = this.open?.lastChild;
    return !last || (isElement(last) && ENDS_A_LINE.test(last.localName));
  }

  beginEntry() {
    if (!this.open) {
      this.reader.out.append(this.written);
    }
    this.open = this.reader.document.createElement('li');
    this.written.append(this.open);
    return this.open;
  }

  /** @param {Element} entry */
  entry(entry) {
    const written = this.beginEntry();
    if (this.isTurned) {
      entry.removeAttribute('dir');
    }
    if (holdsBlock(entry)) {
      this.entryBlocks(entry);
    } else {
      written.append(this.reader.line(entry));
    }
  }

  /** An entry with blocks inside: its text before a nested list stays text, not a paragraph. @param {Element} entry */
  entryBlocks(entry) {
    const written = /** @type {Element} */ (this.open);
    const text = (/** @type {Node[]} */ run) => {
      const around = this.reader.document.createElement('li');
      this.reader.turn(around, entry);
      around.append(...run);
      const line = this.reader.line(around);
      written.append(...(isBlank(line) || this.isAtLine() ? [] : [this.reader.document.createElement('br')]), line);
      this.reader.flush();
    };
    this.reader.inside(written, () => this.reader.runs(entry.childNodes, text, (block) => this.reader.block(turned(block, entry))));
  }

  /** A definition list becomes a list whose terms are strong. @param {Element} element */
  definitions(element) {
    if (!element.querySelector('dt, dd')) {
      this.reader.blocks(element);
      return;
    }
    this.parts = /^d[td]$/;
    this.reader.turn(this.written, element);
    this.children(element);
  }

  /** @param {Element} term */
  term(term) {
    const written = this.beginEntry();
    const text = this.reader.line(term);
    const strong = this.reader.document.createElement('strong');
    const isEmpty = isBlank(text);
    strong.append(text);
    written.append(...(isEmpty ? strong.childNodes : [strong]));
    this.reader.inside(written, () => this.reader.flush());
  }

  /** @param {Element} definition */
  definition(definition) {
    const written = this.open ?? this.beginEntry();
    const [only, other] = definition.children;
    const own = [...definition.childNodes].filter((node) => node.nodeType === 3);
    const isOneParagraph = only && !other && /^(p|div)$/.test(only.localName) && own.every(isBlank) && !holdsBlock(only);
    if (holdsBlock(definition) && !isOneParagraph) {
      this.entryBlocks(definition);
      return;
    }
    const text = this.reader.line(definition);
    written.append(...(this.isAtLine() || isBlank(text) ? [] : [' ']), text);
    written.normalize();
    this.reader.inside(written, () => this.reader.flush());
  }
}
