/**
 * Brings any HTML into the subset of docs/body.md, in the browser as `BodyReader` does it on the server: built anew,
 * element by element, so that what is not known cannot pass, and no word, link or picture is lost.
 */
import { holdsBlock, isBlank, isBlock, isBlockLike, isDropped, isElement, rename, WRITTEN_AS } from './elements.js';
import { APART, EDGE, joined } from './lines.js';
import { ListReader } from './lists.js';
import { pushDownMarks } from './loose.js';
import { linesOf, rowsOf, strip, TURNED, turned, withoutPictures } from './pieces.js';
import { flatten, plainElements } from './plain.js';
import { styledEmphasis } from './styled.js';
import { address, assetOf, direction, isInvisible, sourceOf } from './subset.js';

const SPAN = /^[1-9][0-9]{0,2}$/;

/** Elements that stand apart from the words around them without beginning a line. */
const STANDS_APART = /^(td|th|button|label|option|textarea|text|svg|math)$/;
const LINES = /^(tr|caption|optgroup)$/;
/** What may stand in each part of a table. @type {Record<string, RegExp>} */
const PARTS = {
  table: /^(caption|colgroup|thead|tbody|tfoot|tr)$/, colgroup: /^col$/, thead: /^tr$/, tbody: /^tr$/, tfoot: /^tr$/, tr: /^t[dh]$/,
};

/** Headings begin at level 2 and never skip one on the way down. */
function orderHeadings(/** @type {Element} */ body) {
  let above = 1;
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    above = Math.min(Math.max(2, Math.min(4, Number(heading.localName[1]))), above + 1);
    if (heading.localName !== `h${above}`) {
      rename(heading, `h${above}`);
    }
  }
}

/** What an address says of a file: without its protocol, its query, and the size at its end. */
const fileIn = (/** @type {string} */ to) =>
  to.replace(/^[a-z]+:\/\//i, '').replace(/[?#].*$/, '').replace(/-\d+x\d+(?=\.[a-z]+$)/i, '');

const isOwn = (/** @type {Element} */ picture) => {
  const source = picture.getAttribute('src') ?? '';
  return assetOf(source) !== null || /^upload:\d+$/.test(source);
};

/** Writes the subset into an element, as it reads other elements. */
export class Reader {
  /** @param {Element | DocumentFragment} out */
  constructor(out) {
    this.document = /** @type {Document} */ (out.ownerDocument);
    this.out = out;
    /** Pictures that stood in a text. @type {Element[]} */
    this.pictures = [];
  }

  /** Writes the children of an element as blocks; runs of text and inline elements become paragraphs. @param {Element} parent */
  blocks(parent) {
    const like = TURNED.test(parent.localName) ? null : parent;
    this.runs(parent.childNodes, (run) => this.paragraph(run, like), (block) => this.block(turned(block, parent)));
  }

  /**
   * Goes through nodes: blocks one by one, what stands between them together.
   *
   * @param {Iterable<Node>} nodes
   * @param {(run: Node[]) => void} text
   * @param {(block: Element) => void} block
   */
  runs(nodes, text, block) {
    /** @type {Node[]} */
    let run = [];
    for (const child of [...nodes]) {
      if (isBlockLike(child)) {
        text(run);
        run = [];
        block(child);
      } else {
        run.push(child);
      }
    }
    text(run);
  }

  /** @param {Element} element */
  block(element) {
    switch (element.localName) {
      case 'h1': case 'h2': return this.heading('h2', element);
      case 'h3': return this.heading('h3', element);
      case 'h4': case 'h5': case 'h6': return this.heading('h4', element);
      case 'ul': case 'ol': case 'menu': return new ListReader(this).list(element);
      case 'dl': return new ListReader(this).definitions(element);
      case 'blockquote': return this.quote(element);
      case 'pre': return this.preformatted(element);
      case 'hr': return this.add('hr');
      case 'figure': return this.figure(element);
      case 'img': return this.picture(element);
      case 'table': return this.table(element);
      default:
    }
    if (holdsBlock(element)) {
      this.blocks(element);
    } else if (!isDropped(element)) {
      this.paragraph(element.childNodes, element);
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
    if (!isBlank(text)) {
      this.add('p', like, strip(text));
    }
    this.flush();
  }

  /** Text that was read already, as a paragraph. @param {DocumentFragment} text */
  words(text) {
    if (!isBlank(text)) {
      this.add('p', null, text);
    }
  }

  /** @param {string} name @param {Element} element */
  heading(name, element) {
    const text = this.inline(element.childNodes);
    if (!isBlank(text)) {
      this.add(name, element, strip(text));
    }
    this.flush();
  }

  /** Pictures that stood where only text may stand follow it. */
  flush(pictures = this.takePictures()) {
    pictures.forEach((picture) => this.picture(picture));
  }

  takePictures() {
    return this.pictures.splice(0);
  }

  /** A quote: blocks, then at most one attribution. */
  quote(/** @type {Element} */ element) {
    const attribution = [...element.children].findLast((child) => /^(footer|cite|figcaption)$/.test(child.localName));
    attribution?.remove();
    const said = attribution ? this.line(attribution) : this.document.createDocumentFragment();
    const inSaid = this.takePictures();
    const quote = this.inside(this.add('blockquote', element), () => this.blocks(element));
    if (!quote.firstChild) {
      quote.remove();
      this.words(said);
    } else if (!isBlank(said)) {
      this.inside(quote, () => this.add('footer', null, said));
    }
    this.flush(inSaid);
  }

  /** Its text alone, in lines; links and pictures that stood in it follow. @param {Element} element */
  preformatted(element) {
    const text = linesOf(element);
    if (!isInvisible(text)) {
      this.add('pre').textContent = text;
    }
    for (const link of element.querySelectorAll('a[href]')) {
      this.words(strip(this.inline([link])));
    }
    this.takePictures();
    this.flush([...element.querySelectorAll('img')]);
  }

  /** @param {string} to @param {string} name */
  mention(to, name) {
    const link = this.document.createElement('a');
    link.setAttribute('href', to);
    link.textContent = isInvisible(name) ? to : name.trim();
    this.add('p', null, link);
  }

  figure(/** @type {Element} */ figure) {
    const caption = [...figure.children].find((child) => child.localName === 'figcaption');
    const said = caption ? this.line(caption) : this.document.createDocumentFragment();
    const inCaption = this.takePictures();
    caption?.remove();
    if (figure.querySelector('img') && !figure.querySelector('table, blockquote')) {
      this.picturesOf(figure, said);
    } else {
      this.blocks(figure);
      this.words(said);
    }
    this.flush(inCaption);
  }

  /** Pictures in a figure; words beside them stand before or after it. @param {Element} figure @param {DocumentFragment} said */
  picturesOf(figure, said) {
    const before = this.document.createElement('div');
    const after = this.document.createElement('div');
    let isAfter = false;
    for (const child of figure.childNodes) {
      isAfter ||= isElement(child) && (child.localName === 'img' || child.querySelector('img') !== null);
      (isAfter ? after : before).append(child.cloneNode(true));
    }
    this.blocks(withoutPictures(before));
    const pictures = [...figure.querySelectorAll('img')];
    const own = pictures.filter(isOwn);
    const ownCaption = pictures.length === 1 ? this.captionOf(pictures[0], figure) : null;
    if (own.length > 1) {
      this.gallery(figure, own, said);
    } else if (pictures.length === 1 && (!ownCaption || isBlank(ownCaption))) {
      this.picture(pictures[0], said);
    } else {
      own.forEach((picture) => this.picture(picture, this.captionOf(picture, figure)));
      this.words(said);
    }
    if (pictures.length > 1) {
      pictures.filter((picture) => !isOwn(picture)).forEach((picture) => this.picture(picture, this.captionOf(picture, figure)));
    }
    this.blocks(withoutPictures(after));
  }

  /** @param {Element} figure @param {Element[]} pictures @param {DocumentFragment} said */
  gallery(figure, pictures, said) {
    const gallery = this.add('figure');
    gallery.setAttribute('class', 'gallery');
    this.inside(gallery, () => {
      pictures.forEach((picture) => this.asset(picture, this.captionOf(picture, figure)));
      if (!isBlank(said)) {
        this.add('figcaption', null, said);
      }
    });
    pictures.forEach((picture) => this.linkAround(picture));
  }

  /** The caption that a picture has of its own in a figure of several. @param {Element} picture @param {Element} figure */
  captionOf(picture, figure) {
    const own = picture.closest('figure');
    const caption = own === figure ? null : own?.querySelector('figcaption');
    const text = caption ? this.line(caption) : this.document.createDocumentFragment();
    this.takePictures(); // they are pictures of the figure
    return text;
  }

  /** One picture with its caption; one that is no asset of ours becomes a link to where it is. @param {Element} picture @param {DocumentFragment} [caption] */
  picture(picture, caption) {
    if (isOwn(picture)) {
      this.asset(picture, caption);
      this.linkAround(picture);
      return;
    }
    const to = address(sourceOf(picture));
    const alt = picture.getAttribute('alt') ?? '';
    if (to && !/^(asset|item|mailto|tel):/i.test(to)) {
      this.mention(to, alt);
    } else if (!isInvisible(alt)) {
      this.paragraph([this.document.createTextNode(alt)]);
    }
    this.linkAround(picture);
    if (caption) {
      this.words(caption);
    }
  }

  /** @param {Element} picture @param {DocumentFragment} [caption] */
  asset(picture, caption) {
    this.inside(this.add('figure'), () => {
      const image = this.add('img');
      image.setAttribute('src', (picture.getAttribute('src') ?? '').trim());
      image.setAttribute('alt', picture.getAttribute('alt') ?? '');
      if (caption && !isBlank(caption)) {
        this.add('figcaption', null, caption);
      }
    });
  }

  /** A link around a picture follows it, unless it leads to the picture itself. @param {Element} picture */
  linkAround(picture) {
    const around = picture.closest('a[href]');
    const to = address(around?.getAttribute('href') ?? '');
    // words in the same link say it already
    if (around && to && fileIn(to) !== fileIn(address(sourceOf(picture))) && isBlank(around)) {
      this.mention(to, picture.getAttribute('alt')?.trim() || (around.getAttribute('title') ?? ''));
    }
  }

  table(/** @type {Element} */ table) {
    this.looseWords(table);
    const captions = [...table.querySelectorAll(':scope > caption')].map((each) => this.line(each)).filter((each) => !isBlank(each));
    const hasRows = rowsOf(table, 'thead, tbody, tfoot').some((row) => [...row.children].some((cell) => PARTS.tr.test(cell.localName)));
    captions.slice(hasRows ? 1 : 0).forEach((caption) => this.words(caption));
    if (hasRows) {
      this.inside(this.add('table'), () => {
        captions.slice(0, 1).forEach((caption) => this.add('caption', null, caption));
        for (const part of ['thead', 'tbody', 'tfoot']) {
          const rows = rowsOf(table, part);
          if (rows.length > 0) {
            this.inside(this.add(part), () => rows.forEach((row) => this.row(row, part)));
          }
        }
      });
    }
    this.flush();
  }

  /** What stands between rows and cells stands before the table, as browsers show it. @param {Element} table */
  looseWords(table) {
    const loose = this.document.createElement('div');
    for (const part of [table, ...table.querySelectorAll(':scope > :is(thead, tbody, tfoot, colgroup)'), ...rowsOf(table, 'thead, tbody, tfoot')]) {
      loose.append(...[...part.childNodes].filter((child) => !(isElement(child) && PARTS[part.localName]?.test(child.localName))));
    }
    this.blocks(loose);
  }

  /** @param {Element} row @param {string} part */
  row(row, part) {
    this.inside(this.add('tr'), () => {
      for (const cell of row.children) {
        for (const turn of ['lang', 'dir']) {
          const around = cell.closest(`[${turn}]`);
          if (around && cell.closest('table')?.contains(around)) {
            cell.setAttribute(turn, around.getAttribute(turn) ?? '');
          }
        }
        const written = this.add(cell.localName, null, this.line(cell));
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

  /** The text inside an element without spaces around it, in its own language and direction. @param {Element} element */
  line(element) {
    const text = strip(this.inline(element.childNodes));
    const { lang, dir } = direction(element);
    if ((!lang && !dir) || isBlank(text)) {
      return text;
    }
    const span = this.document.createElement('span');
    this.turn(span, element);
    span.append(text);
    const line = this.document.createDocumentFragment();
    line.append(span);
    return line;
  }

  /** The text of these nodes; what they hold of blocks becomes lines of it. @param {Iterable<Node>} nodes */
  inline(nodes) {
    return joined(this.raw(nodes));
  }

  /** @param {Iterable<Node>} nodes */
  raw(nodes) {
    const text = this.document.createDocumentFragment();
    for (const node of nodes) {
      if (node.nodeType === 3) {
        text.append((node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' '));
      } else if (isElement(node) && node.localName === 'img') {
        this.pictures.push(node);
      } else if (isElement(node) && !isDropped(node)) {
        text.append(...this.inlineElement(node));
      }
    }
    return text;
  }

  /** @param {Element} element @returns {Node[]} */
  inlineElement(element) {
    const name = element.localName;
    const apart = (/** @type {string} */ how) => [this.document.createComment(how), this.marked(element, ''), this.document.createComment(how)];
    if (name === 'br') {
      return [this.document.createElement('br')];
    }
    if ((isBlock(element) && name !== 'picture') || LINES.test(name)) {
      return apart(EDGE);
    }
    return STANDS_APART.test(name) || /button|btn/i.test(element.getAttribute('class') ?? '') ? apart(APART) : [this.marked(element, WRITTEN_AS[name] ?? '')];
  }

  /** What is inside an element, within a link, emphasis, or another language where the element is one. @param {Element} element @param {string} written */
  marked(element, written) {
    const inside = this.raw(element.childNodes);
    if (element.localName === 'a') {
      return this.linked(element, inside);
    }
    const { lang, dir } = direction(element);
    const name = !written && (lang || dir) ? 'span' : written;
    if (!name || isBlank(inside)) {
      return inside;
    }
    const wrapper = this.document.createElement(name);
    this.turn(wrapper, element);
    wrapper.append(inside);
    return wrapper;
  }

  /** @param {Element} link @param {DocumentFragment} inside @returns {Node} */
  linked(link, inside) {
    const to = address(link.getAttribute('href'));
    const isWithPicture = isBlank(inside) && link.querySelector('img') !== null;
    if (!to || isWithPicture) {
      return inside;
    }
    const title = link.getAttribute('title')?.trim() || link.getAttribute('aria-label')?.trim();
    const isNested = inside.querySelector('a') !== null;
    // a link with nothing inside cannot be seen; one around a drawing goes by its name
    if (isBlank(inside) && !isNested && link.childElementCount === 0 && !title) {
      return inside;
    }
    const made = this.document.createElement('a');
    made.setAttribute('href', to);
    made.append(isNested || isBlank(inside) ? title || to : inside);
    if (isNested) {
      inside.append(this.document.createComment(APART), made);
      return inside;
    }
    return made;
  }
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
  flatten(body);
  plainElements(body);
  styledEmphasis(body);
  pushDownMarks(body);
  orderHeadings(body);
  const out = body.ownerDocument.createElement('div');
  new Reader(out).blocks(body);
  return out;
}
