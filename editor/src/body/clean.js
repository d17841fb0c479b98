/**
 * Brings any HTML into the subset of docs/body.md, in the browser as `BodyReader` does it on the server: built anew,
 * element by element, so that what is not known cannot pass.
 */
import { address, assetOf, direction, isInvisible } from './subset.js';

const MOST_NESTED = 100;
const NUMBER = /^[1-9][0-9]{0,3}$/;
const SPAN = /^[1-9][0-9]{0,2}$/;

const names = (/** @type {string} */ list) => new Set(list.split(' '));

const DROPPED = names(
  'script style noscript template form input button select textarea svg math head title meta link base object applet ' +
    'frameset frame canvas map dialog',
);
const BLOCKS = names(
  'p h1 h2 h3 h4 h5 h6 ul ol dl menu blockquote pre hr figure table div section article main header footer aside nav ' +
    'address details summary fieldset center iframe embed video audio img picture li dd dt body figcaption hgroup ' +
    'search legend',
);
const PARAGRAPHS = names('p address summary dt legend figcaption');
/** @type {Record<string, string>} */
const WRITTEN_AS = {
  em: 'em', i: 'em', dfn: 'em', var: 'em', strong: 'strong', b: 'strong', ins: 'ins', s: 's', strike: 's', del: 's',
  q: 'q', cite: 'cite', code: 'code', kbd: 'code', samp: 'code', tt: 'code', sub: 'sub', sup: 'sup',
};

/** @param {Element} element */
const isBlock = (element) => BLOCKS.has(element.localName) || DROPPED.has(element.localName);

/** @param {Element} element @returns {boolean} True when a block stands somewhere inside. */
function holdsBlock(element) {
  return [...element.children].some((child) => isBlock(child) || holdsBlock(child));
}

/** @param {Node} node @returns {node is Element} */
const isElement = (node) => node.nodeType === 1;

/** Headings begin at level 2 and never skip one on the way down. */
function orderHeadings(/** @type {Element} */ body) {
  let above = 1;
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    above = Math.min(Math.max(2, Math.min(4, Number(heading.localName[1]))), above + 1);
    if (heading.localName !== `h${above}`) {
      const renamed = heading.ownerDocument.createElement(`h${above}`);
      for (const attribute of heading.attributes) {
        renamed.setAttributeNode(/** @type {Attr} */ (attribute.cloneNode()));
      }
      renamed.append(...heading.childNodes);
      heading.replaceWith(renamed);
    }
  }
}

/** What is nested deeper than any text needs becomes plain paragraphs. */
function flatten(/** @type {Element} */ body) {
  for (const list of body.querySelectorAll(':is(ul, ol, menu) > :is(ul, ol, menu)')) {
    const entry = list.ownerDocument.createElement('li');
    list.replaceWith(entry);
    entry.append(list);
  }
  const walk = (/** @type {Element} */ element, /** @type {number} */ depth) => {
    for (const child of [...element.children]) {
      if (depth + 1 >= MOST_NESTED) {
        const flat = child.ownerDocument.createElement('p');
        flat.textContent = child.textContent;
        child.replaceWith(flat);
      } else {
        walk(child, depth + 1);
      }
    }
  };
  walk(body, 0);
}

/** Writes the subset into an element, as it reads other elements. */
class Reader {
  /** @param {Element | DocumentFragment} out */
  constructor(out) {
    this.document = /** @type {Document} */ (out.ownerDocument);
    this.out = out;
  }

  /** Writes the children of an element as blocks; runs of text and inline elements become paragraphs. */
  blocks(/** @type {Node} */ parent) {
    /** @type {Node[]} */
    let run = [];
    for (const child of parent.childNodes) {
      if (isElement(child) && (isBlock(child) || holdsBlock(child))) {
        this.paragraph(run);
        run = [];
        this.block(child);
      } else {
        run.push(child);
      }
    }
    this.paragraph(run);
  }

  /** @param {Element} element */
  block(element) {
    const name = element.localName;
    switch (name) {
      case 'h1': case 'h2': return this.heading('h2', element);
      case 'h3': return this.heading('h3', element);
      case 'h4': case 'h5': case 'h6': return this.heading('h4', element);
      case 'ul': case 'ol': case 'menu': return this.list(element);
      case 'dl': return this.definitions(element);
      case 'blockquote': return this.quote(element);
      case 'pre': return this.preformatted(element);
      case 'hr': return this.add('hr');
      case 'figure': return this.figure(element);
      case 'img': return this.picture(element);
      case 'table': return this.table(element);
      case 'iframe': case 'embed': case 'video': case 'audio': return this.reference(element);
      default:
    }
    if (DROPPED.has(name)) {
      return;
    }
    if (PARAGRAPHS.has(name) && !holdsBlock(element)) {
      this.paragraph(element.childNodes, element);
    } else {
      this.blocks(element);
    }
  }

  /**
   * A new element at the end of what is written.
   *
   * @param {string} name
   * @param {Element | null} [like] whose language and direction it has
   * @param {Node} [inside]
   */
  add(name, like, inside) {
    const element = this.document.createElement(name);
    if (like) {
      this.turn(element, like);
    }
    if (inside) {
      element.append(inside);
    }
    this.out.append(element);
    return element;
  }

  /** @param {Element} element @param {Element} like */
  turn(element, like) {
    const { lang, dir } = direction(like);
    if (lang) element.setAttribute('lang', lang);
    if (dir) element.setAttribute('dir', dir);
  }

  /** Writes into another element for a while. @param {Element} element @param {() => void} write */
  inside(element, write) {
    const before = this.out;
    this.out = element;
    write();
    this.out = before;
    return element;
  }

  /** @param {Iterable<Node>} nodes @param {Element | null} [like] */
  paragraph(nodes, like) {
    const text = this.inline(nodes);
    if (!isEmpty(text)) {
      this.add('p', like, strip(text));
    }
  }

  /** @param {string} name @param {Element} element */
  heading(name, element) {
    const text = this.inline(element.childNodes);
    if (!isEmpty(text)) {
      this.add(name, element, strip(text));
    }
    element.querySelectorAll('img').forEach((picture) => this.picture(picture));
  }

  /** @param {Element} element */
  list(element) {
    const isOrdered = element.localName === 'ol';
    const list = this.add(isOrdered ? 'ol' : 'ul', element);
    const start = element.getAttribute('start') ?? '';
    if (isOrdered && NUMBER.test(start)) {
      list.setAttribute('start', start);
    }
    this.inside(list, () => [...element.children].forEach((child) => this.entry(child)));
    if (!list.firstChild) {
      list.remove();
    }
  }

  /** @param {Element} child */
  entry(child) {
    if (DROPPED.has(child.localName)) {
      return;
    }
    this.inside(this.add('li'), () => {
      if (child.localName === 'ul' || child.localName === 'ol') {
        this.list(child);
      } else if (child.localName === 'li' && !holdsBlock(child)) {
        this.out.append(strip(this.inline(child.childNodes)));
      } else {
        this.entryBlocks(child);
      }
    });
  }

  /** An entry with blocks inside: its text before a nested list stays text, not a paragraph. */
  entryBlocks(/** @type {Element} */ entry) {
    /** @type {Node[]} */
    let run = [];
    for (const child of entry.childNodes) {
      if (isElement(child) && (isBlock(child) || holdsBlock(child))) {
        this.out.append(strip(this.inline(run)));
        run = [];
        this.block(child);
      } else {
        run.push(child);
      }
    }
    this.out.append(strip(this.inline(run)));
  }

  /** A definition list becomes a list whose terms are strong. */
  definitions(/** @type {Element} */ element) {
    const parts = [...element.querySelectorAll('dt, dd')];
    if (parts.length === 0) {
      return this.blocks(element);
    }
    const list = this.add('ul');
    /** @type {Element | undefined} */
    let entry;
    for (const part of parts) {
      const text = strip(this.inline(part.childNodes));
      if (part.localName === 'dt' || !entry) {
        entry = list.appendChild(this.document.createElement('li'));
      } else {
        entry.append(' ');
      }
      if (part.localName === 'dt') {
        const term = this.document.createElement('strong');
        term.append(text);
        entry.append(term);
      } else {
        entry.append(text);
      }
    }
  }

  /** A quote: blocks, then at most one attribution. */
  quote(/** @type {Element} */ element) {
    const attribution = [...element.children].findLast((child) => /^(footer|cite|figcaption)$/.test(child.localName));
    attribution?.remove();
    const said = strip(this.inline(attribution?.childNodes ?? []));
    const quote = this.inside(this.add('blockquote', element), () => this.blocks(element));
    if (!quote.firstChild) {
      quote.remove();
      this.paragraph([said]);
    } else if (!isEmpty(said)) {
      this.inside(quote, () => this.add('footer', null, said));
    }
  }

  preformatted(/** @type {Element} */ element) {
    if (!isInvisible(element.textContent ?? '')) {
      this.add('pre').textContent = element.textContent;
    }
  }

  /** What other hosts would play becomes a link. */
  reference(/** @type {Element} */ element) {
    const source = element.hasAttribute('src') ? element : element.querySelector('source[src]');
    this.mention(source?.getAttribute('src') ?? '', element.getAttribute('title') ?? '');
  }

  /** @param {string} source @param {string} title */
  mention(source, title) {
    const to = address(source);
    if (to !== '') {
      const link = this.document.createElement('a');
      link.setAttribute('href', to);
      link.textContent = isInvisible(title) ? to : title;
      this.add('p', null, link);
    }
  }

  figure(/** @type {Element} */ figure) {
    const caption = [...figure.children].find((child) => child.localName === 'figcaption');
    const said = () => strip(this.inline(caption?.childNodes ?? []));
    const table = figure.querySelector('table');
    if (table) {
      this.table(table);
      return this.paragraph([said()]);
    }
    if (figure.querySelector('blockquote') || !figure.querySelector('img')) {
      const words = said();
      caption?.remove();
      this.blocks(figure);
      return this.paragraph([words]);
    }
    const pictures = [...figure.querySelectorAll('img')].filter((picture) => !caption?.contains(picture));
    if (pictures.length === 1) {
      return this.picture(pictures[0], said());
    }
    const gallery = this.add('figure');
    gallery.setAttribute('class', 'gallery');
    this.inside(gallery, () => {
      for (const picture of pictures) {
        const own = picture.closest('figure');
        const words = own === figure ? null : own?.querySelector('figcaption');
        this.picture(picture, words ? strip(this.inline(words.childNodes)) : undefined);
      }
      if (!isEmpty(said())) {
        this.add('figcaption', null, said());
      }
    });
  }

  /**
   * One picture with its caption; one that is no asset of ours becomes a link to where it is.
   *
   * @param {Element} picture
   * @param {DocumentFragment} [caption]
   */
  picture(picture, caption) {
    const source = picture.getAttribute('src') ?? '';
    const alt = picture.getAttribute('alt') ?? '';
    if (assetOf(source) || /^upload:\d+$/.test(source)) {
      this.inside(this.add('figure'), () => {
        const image = this.add('img');
        image.setAttribute('src', source.trim());
        image.setAttribute('alt', alt);
        if (caption && !isEmpty(caption)) {
          this.add('figcaption', null, caption);
        }
      });
      return;
    }
    if (!/^(asset|item|mailto|tel):/i.test(address(source))) {
      this.mention(source, alt);
    }
    this.paragraph(caption ? [caption] : []);
  }

  table(/** @type {Element} */ table) {
    const rows = (/** @type {string} */ part) => [...table.querySelectorAll(`:scope > ${part} > tr`)];
    if (!table.querySelector('tr')) {
      return;
    }
    const written = this.inside(this.add('table'), () => {
      const caption = this.inline(table.querySelector('caption')?.childNodes ?? []);
      if (!isEmpty(caption)) {
        this.add('caption', null, strip(caption));
      }
      for (const part of ['thead', 'tbody', 'tfoot']) {
        if (rows(part).length > 0) {
          this.inside(this.add(part), () => rows(part).forEach((row) => this.row(row, part)));
        }
      }
    });
    if (!written.firstChild) {
      written.remove();
    }
    table.querySelectorAll('img').forEach((picture) => this.picture(picture));
  }

  /** @param {Element} row @param {string} part */
  row(row, part) {
    this.inside(this.add('tr'), () => {
      for (const cell of row.children) {
        if (cell.localName !== 'td' && cell.localName !== 'th') {
          continue;
        }
        const written = this.add(cell.localName, null, strip(this.inline(cell.childNodes)));
        for (const span of ['colspan', 'rowspan']) {
          const count = cell.getAttribute(span) ?? '';
          if (SPAN.test(count)) {
            written.setAttribute(span, count);
          }
        }
        if (cell.localName === 'th') {
          const scope = cell.getAttribute('scope') ?? '';
          written.setAttribute('scope', /^(col|row)$/.test(scope) ? scope : part === 'thead' ? 'col' : 'row');
        }
      }
    });
  }

  /**
   * The text inside a block: words, links, emphasis, editorial insertions.
   *
   * @param {Iterable<Node>} nodes
   */
  inline(nodes) {
    const text = this.document.createDocumentFragment();
    for (const node of nodes) {
      if (node.nodeType === 3) {
        text.append((node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' '));
      } else if (isElement(node)) {
        text.append(this.inlineElement(node));
      } else if (node.nodeType === 11) {
        text.append(node.cloneNode(true));
      }
    }
    return text;
  }

  /** @param {Element} element @returns {Node} */
  inlineElement(element) {
    const name = element.localName;
    if (DROPPED.has(name) || name === 'img') {
      return this.document.createDocumentFragment();
    }
    if (name === 'br') {
      return this.document.createElement('br');
    }
    const inside = this.inline(element.childNodes);
    const { lang, dir } = direction(element);
    const to = name === 'a' ? address(element.getAttribute('href')) : '';
    const written = to ? 'a' : WRITTEN_AS[name] ?? (name !== 'a' && (lang || dir) ? 'span' : '');
    if (!written || isEmpty(inside)) {
      return inside;
    }
    const wrapper = this.document.createElement(written);
    if (to) {
      wrapper.setAttribute('href', to);
    } else {
      this.turn(wrapper, element);
    }
    wrapper.append(inside);
    return wrapper;
  }
}

/** @param {Node} text */
const isEmpty = (text) => isInvisible(text.textContent ?? '');

/**
 * The same text without the spaces around it.
 *
 * @template {DocumentFragment} Text
 * @param {Text} text
 */
function strip(text) {
  text.normalize();
  const [first, last] = [text.firstChild, text.lastChild];
  if (first?.nodeType === 3) {
    first.nodeValue = (first.nodeValue ?? '').replace(/^[ \t\n\r]+/, '');
  }
  if (last?.nodeType === 3) {
    last.nodeValue = (last.nodeValue ?? '').replace(/[ \t\n\r]+$/, '');
  }
  return text;
}

/** A document in which nothing loads and nothing runs. */
export function inert(/** @type {string} */ html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

/**
 * What this body becomes under the rules: its blocks, in an element of its own.
 *
 * @param {HTMLElement} body
 */
export function clean(body) {
  orderHeadings(body);
  flatten(body);
  const out = body.ownerDocument.createElement('div');
  new Reader(out).blocks(body);
  return out;
}
