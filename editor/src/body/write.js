/** Writes the editor's document as HTML of the subset, and nothing else. */
import { address, DIRECTION, isInvisible, LANGUAGE_TAG } from './subset.js';

/**
 * @typedef {import('prosemirror-model').Node} BodyNode
 * @typedef {import('prosemirror-model').Mark} BodyMark
 */

/** How blocks were written when they were read. @type {WeakMap<BodyNode, string>} */
const originals = new WeakMap();

/** @param {BodyNode} block @param {string} html */
export function remember(block, html) {
  originals.set(block, html);
}

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} text */
const quoted = (text) => escape(text).replaceAll('"', '&quot;');

/** @param {string} html */
const strip = (html) => html.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');

/** True for HTML of a line without a visible character. @param {string} html */
const isEmpty = (html) => isInvisible(html.replace(/<[^>]*>/g, ''));

/** @param {Record<string, unknown>} attributes those without a value are left out */
function attributes(attributes) {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${quoted(String(value))}"`)
    .join('');
}

/** A value, where it is of the subset: the last wall, should a forged text have brought another. */
const fitting = (/** @type {RegExp} */ pattern, /** @type {unknown} */ value) => (pattern.test(String(value ?? '')) ? value : null);

/** @param {BodyNode | BodyMark} thing */
const turn = ({ attrs: { lang, dir } }) => attributes({ lang: fitting(LANGUAGE_TAG, lang), dir: fitting(DIRECTION, dir) });

/** @param {BodyNode} figure */
const assetOf = (figure) => fitting(/^[0-9]{1,18}$/, figure.attrs.asset);

/** @param {BodyMark} mark @param {string} inside */
function marked(mark, inside) {
  if (isEmpty(inside)) {
    return inside;
  }
  if (mark.type.name === 'link') {
    const href = address(mark.attrs.href);
    return href ? `<a${attributes({ href })}>${inside}</a>` : inside;
  }
  const opened = turn(mark);
  if (mark.type.name === 'span' && opened === '') {
    return inside;
  }
  return `<${mark.type.name}${opened}>${inside}</${mark.type.name}>`;
}

/**
 * Text with its marks: of several that begin at one place the one that reaches farthest is the outermost, so that no
 * quotation or link falls into pieces because a word in it is emphasised.
 *
 * @param {BodyNode[]} pieces
 * @param {readonly BodyMark[]} open the marks around them
 * @returns {string}
 */
function line(pieces, open = []) {
  let html = '';
  for (let at = 0; at < pieces.length; ) {
    let reach = at + 1;
    /** @type {BodyMark | undefined} */
    let outermost;
    for (const mark of pieces[at].marks) {
      if (mark.isInSet(open)) {
        continue;
      }
      let end = at + 1;
      while (end < pieces.length && mark.isInSet(pieces[end].marks)) {
        end++;
      }
      if (!outermost || end > reach) {
        outermost = mark;
        reach = end;
      }
    }
    if (outermost) {
      html += marked(outermost, line(pieces.slice(at, reach), [...open, outermost]));
    } else {
      const { text } = pieces[at];
      html += text === undefined ? '<br>' : escape(text.replace(/[\t\n\r ]+/g, ' '));
    }
    at = reach;
  }
  return html;
}

/** @param {BodyNode} block */
function inline(block) {
  /** @type {BodyNode[]} */
  const pieces = [];
  block.forEach((piece) => pieces.push(piece));
  return strip(line(pieces));
}

/** @param {BodyNode} caption @param {BodyNode | null} credit */
function figcaption(caption, credit) {
  const parts = [inline(caption), credit ? inline(credit) : ''].map((html) => (isEmpty(html) ? '' : html));
  const html = [parts[0], parts[1] && `<cite>${parts[1]}</cite>`].filter(Boolean).join(' ');
  return html && `<figcaption>${html}</figcaption>`;
}

/** Writes blocks in order, knowing the level of the heading above. */
class Writer {
  above = 1;
  /** True while each heading was written with the level it has in the document. */
  isAsItStands = true;

  /** @param {BodyNode} parent @param {number} [count] how many of its children */
  blocks(parent, count = parent.childCount) {
    let html = '';
    for (let at = 0; at < count; at++) {
      html += this.block(parent.child(at));
    }
    return html;
  }

  /** @param {BodyNode} node @returns {string} */
  block(node) {
    switch (node.type.name) {
      case 'paragraph': return this.text('p', node);
      case 'heading': return this.heading(node);
      case 'bullet_list': return `<ul${turn(node)}>${this.entries(node)}</ul>`;
      case 'ordered_list':
        return `<ol${attributes({ start: fitting(/^[1-9][0-9]{0,3}$/, node.attrs.start) })}${turn(node)}>${this.entries(node)}</ol>`;
      case 'blockquote': return this.quote(node);
      case 'preformatted': return this.preformatted(node);
      case 'rule': return '<hr>';
      case 'figure': return this.figure(node);
      case 'gallery': return this.gallery(node);
      case 'table_box': return this.table(node);
      default: throw new Error(`No block of a body: ${node.type.name}`);
    }
  }

  /** @param {string} name @param {BodyNode} node */
  text(name, node) {
    const html = inline(node);
    return isEmpty(html) ? '' : `<${name}${turn(node)}>${html}</${name}>`;
  }

  /** Headings begin at level 2 and never skip one on the way down, as the server has it. */
  heading(/** @type {BodyNode} */ node) {
    const html = inline(node);
    if (isEmpty(html)) {
      return '';
    }
    this.above = Math.min(Number(fitting(/^[234]$/, node.attrs.level) ?? 2), this.above + 1);
    this.isAsItStands &&= this.above === node.attrs.level;
    return this.text(`h${this.above}`, node);
  }

  /** @param {BodyNode} list */
  entries(list) {
    let html = '';
    list.forEach((entry) => {
      html += `<li>${this.entry(entry)}</li>`;
    });
    return html;
  }

  /** The text of an entry stands as text; paragraphs stand as such where there are several. */
  entry(/** @type {BodyNode} */ entry) {
    let html = '';
    entry.forEach((node, _, at) => {
      const isText = node.type.name === 'paragraph';
      const besideText = [at - 1, at + 1].some((other) => entry.maybeChild(other)?.type.name === 'paragraph');
      const isPlain = isText && !node.attrs.loose && !besideText && turn(node) === '';
      html += isPlain ? inline(node) : this.block(node);
    });
    return html;
  }

  /** @param {BodyNode} quote */
  quote(quote) {
    const html = this.blocks(quote, quote.childCount - 1);
    const said = inline(/** @type {BodyNode} */ (quote.lastChild));
    const footer = isEmpty(said) ? '' : said;
    if (html === '') {
      return footer && `<p>${footer}</p>`;
    }
    return `<blockquote${turn(quote)}>${html}${footer && `<footer>${footer}</footer>`}</blockquote>`;
  }

  /** @param {BodyNode} node */
  preformatted(node) {
    const text = node.textContent;
    // the first line end after <pre> is none for the parsers of HTML
    return isInvisible(text) ? '' : `<pre>${text.startsWith('\n') ? '\n' : ''}${escape(text)}</pre>`;
  }

  /** A picture that is still on its way to the server cannot be written yet. */
  figure(/** @type {BodyNode} */ figure) {
    const asset = assetOf(figure);
    if (!asset) {
      return '';
    }
    return `<figure><img src="asset:${asset}" alt="${quoted(String(figure.attrs.alt))}">${figcaption(figure.child(0), figure.child(1))}</figure>`;
  }

  /** @param {BodyNode} gallery */
  gallery(gallery) {
    /** @type {BodyNode[]} */
    const figures = [];
    gallery.forEach((child) => assetOf(child) && figures.push(child));
    const caption = figcaption(/** @type {BodyNode} */ (gallery.lastChild), null);
    if (figures.length > 1) {
      return `<figure class="gallery">${figures.map((each) => this.figure(each)).join('')}${caption}</figure>`;
    }
    const alone = figures.map((each) => this.figure(each)).join('');
    const words = caption.replace(/^<figcaption>|<\/figcaption>$/g, '');
    return alone + (words && `<p>${words}</p>`);
  }

  /** @param {BodyNode} box */
  table(box) {
    /** @type {Record<string, string>} */
    const rows = { thead: '', tbody: '', tfoot: '' };
    let caption = '';
    box.forEach((child) => {
      if (child.type.name === 'table_caption') {
        caption = inline(child);
        return;
      }
      child.forEach((row) => {
        rows[row.attrs.part in rows ? row.attrs.part : 'tbody'] += `<tr>${this.cells(row)}</tr>`;
      });
    });
    if (!Object.values(rows).some((html) => html.includes('</td>') || html.includes('</th>'))) {
      return isEmpty(caption) ? '' : `<p>${caption}</p>`; // a table without cells is none
    }
    const parts = Object.entries(rows).map(([part, html]) => html && `<${part}>${html}</${part}>`);
    return `<table>${isEmpty(caption) ? '' : `<caption>${caption}</caption>`}${parts.join('')}</table>`;
  }

  /** @param {BodyNode} row */
  cells(row) {
    let html = '';
    row.forEach((cell) => {
      const isHeader = cell.type.name === 'table_header';
      const { colspan, rowspan } = cell.attrs;
      const usual = row.attrs.part === 'thead' ? 'col' : 'row';
      const scope = isHeader ? fitting(/^(col|row)$/, cell.attrs.scope) ?? usual : null;
      const spans = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
      const name = isHeader ? 'th' : 'td';
      html += `<${name}${attributes({ ...spans, scope })}>${inline(cell)}</${name}>`;
    });
    return html;
  }
}

/** @typedef {{html: string, above: number, isAsItStands: boolean}} Written a block, and the level of heading after it */

/** What was written of a block before, by the level of heading above it: most of a text stays as one types. */
const before = new WeakMap(/** @type {[BodyNode, Map<number, Written>][]} */ ([]));

/** @param {BodyNode} block @param {number} above @returns {Written} */
function written(block, above) {
  const known = before.get(block) ?? new Map();
  before.set(block, known);
  if (!known.has(above)) {
    const writer = new Writer();
    writer.above = above;
    const html = writer.block(block);
    known.set(above, { html, above: writer.above, isAsItStands: writer.isAsItStands });
  }
  return /** @type {Written} */ (known.get(above));
}

/**
 * The HTML of a document.
 *
 * @param {BodyNode} doc
 * @param {{isFresh?: boolean}} [how] fresh: also what nobody touched is written anew
 */
export function write(doc, { isFresh = false } = {}) {
  let above = 1;
  let html = '';
  doc.forEach((block) => {
    const made = written(block, above);
    above = made.above;
    html += (isFresh || !made.isAsItStands ? undefined : originals.get(block)) ?? made.html;
  });
  return html;
}
