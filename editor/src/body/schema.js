/** The body as the editor holds it: exactly what docs/body.md allows, as a ProseMirror schema. */
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { address, direction } from './subset.js';

/**
 * @typedef {import('prosemirror-model').NodeSpec} NodeSpec
 * @typedef {import('prosemirror-model').MarkSpec} MarkSpec
 * @typedef {import('prosemirror-model').Node} BodyNode
 * @typedef {import('prosemirror-model').Mark} BodyMark
 */

/** A language and a direction, where the text has its own. */
const turned = { lang: { default: null }, dir: { default: null } };

/** @param {BodyNode | BodyMark} thing @returns {Record<string, string>} */
function turn({ attrs: { lang, dir } }) {
  return { ...(lang && { lang }), ...(dir && { dir }) };
}

/** @param {number} level @returns {import('prosemirror-model').TagParseRule} */
const headingRule = (level) => ({ tag: `h${level}`, getAttrs: (dom) => ({ level, ...direction(dom) }) });

/** How many elements of the same name stand around one, so that a quotation may stand in a quotation. */
function depth(/** @type {Element} */ element) {
  let count = 0;
  for (let above = element.parentElement; above; above = above.parentElement) {
    count += above.localName === element.localName ? 1 : 0;
  }
  return count;
}

/**
 * A mark that is an element of its own name.
 *
 * @param {string} name
 * @param {string} [selector]
 * @returns {MarkSpec}
 */
function mark(name, selector = name) {
  return {
    attrs: { ...turned, depth: { default: 0 } },
    excludes: '',
    code: name === 'code',
    parseDOM: [{ tag: selector, getAttrs: (dom) => ({ ...direction(dom), depth: depth(dom) }) }],
    toDOM: (made) => [name, turn(made), 0],
  };
}

const tables = tableNodes({
  cellContent: 'inline*',
  cellAttributes: {
    scope: {
      default: null,
      getFromDOM: (dom) => dom.getAttribute('scope'),
      setDOMAttr: (value, attributes) => {
        if (value) attributes.scope = value;
      },
    },
  },
});

/** @type {Record<string, NodeSpec>} */
const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    // loose: in a list, a paragraph of its own and not the entry's text
    attrs: { ...turned, loose: { default: false } },
    parseDOM: [{ tag: 'p', getAttrs: (dom) => ({ ...direction(dom), loose: dom.parentElement?.localName === 'li' }) }],
    toDOM: (node) => ['p', turn(node), 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { ...turned, level: { default: 2 } },
    parseDOM: [headingRule(2), headingRule(3), headingRule(4)],
    toDOM: (node) => [`h${node.attrs.level}`, turn(node), 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    attrs: turned,
    parseDOM: [{ tag: 'ul', getAttrs: direction }],
    toDOM: (node) => ['ul', turn(node), 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { ...turned, start: { default: null } },
    parseDOM: [
      { tag: 'ol', getAttrs: (dom) => ({ ...direction(dom), start: Number(dom.getAttribute('start')) || null }) },
    ],
    toDOM: (node) => ['ol', { ...turn(node), ...(node.attrs.start && { start: node.attrs.start }) }, 0],
  },
  list_item: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  blockquote: {
    content: 'block+ attribution',
    group: 'block',
    defining: true,
    attrs: turned,
    parseDOM: [{ tag: 'blockquote', getAttrs: direction }],
    toDOM: (node) => ['blockquote', turn(node), 0],
  },
  attribution: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'footer' }],
    toDOM: () => ['footer', 0],
  },
  preformatted: {
    content: 'text*',
    group: 'block',
    marks: '',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', 0],
  },
  rule: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr'],
  },
  figure: {
    content: 'caption credit',
    group: 'block',
    isolating: true,
    draggable: true,
    // asset: the number of the file; upload: the number of a file that is on its way to the server
    attrs: { asset: { default: null }, alt: { default: '' }, upload: { default: null } },
    parseDOM: [
      {
        tag: 'figure[data-asset], figure[data-upload]',
        getAttrs: (dom) => ({
          asset: /^\d{1,18}$/.exec(dom.dataset.asset ?? '')?.[0] ?? null,
          upload: Number(dom.dataset.upload) || null,
          alt: dom.dataset.alt ?? '',
        }),
      },
    ],
    toDOM: ({ attrs: { asset, upload, alt } }) => [
      'figure',
      { ...(asset && { 'data-asset': asset }), ...(upload && { 'data-upload': upload }), 'data-alt': alt },
      0,
    ],
  },
  caption: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'figcaption' }],
    toDOM: () => ['figcaption', 0],
  },
  credit: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'p[data-credit]', priority: 60 }],
    toDOM: () => ['p', { 'data-credit': '' }, 0],
  },
  gallery: {
    content: 'figure+ caption',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'figure.gallery', priority: 60 }],
    toDOM: () => ['figure', { class: 'gallery' }, 0],
  },
  table_box: {
    content: 'table_caption? table',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'div[data-table]' }],
    toDOM: () => ['div', { 'data-table': '', class: 'ed-table' }, 0],
  },
  table_caption: {
    content: 'inline*',
    isolating: true,
    parseDOM: [{ tag: 'div[data-table-caption]' }],
    toDOM: () => ['div', { 'data-table-caption': '' }, 0],
  },
  table: { ...tables.table, group: undefined },
  table_row: {
    ...tables.table_row,
    attrs: { part: { default: 'tbody' } },
    parseDOM: [
      { tag: 'tr', getAttrs: (dom) => ({ part: /^(thead|tfoot)$/.exec(dom.dataset.part ?? '')?.[0] ?? 'tbody' }) },
    ],
    toDOM: (node) => ['tr', { 'data-part': node.attrs.part }, 0],
  },
  table_cell: tables.table_cell,
  table_header: tables.table_header,
  text: { group: 'inline' },
  line_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
};

/** @type {Record<string, MarkSpec>} */
const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: linked }],
    toDOM: (made) => ['a', { href: made.attrs.href, rel: 'noopener noreferrer' }, 0],
  },
  strong: mark('strong'),
  em: mark('em'),
  ins: mark('ins'),
  s: mark('s'),
  q: mark('q'),
  cite: mark('cite'),
  code: mark('code'),
  sub: mark('sub'),
  sup: mark('sup'),
  span: mark('span', 'span[lang], span[dir]'),
};

/** @param {HTMLElement} dom @returns {{href: string} | false} */
function linked(dom) {
  const href = address(dom.getAttribute('href'));
  return href === '' ? false : { href };
}

export const schema = new Schema({ nodes, marks });

/** The text blocks whose words are ordinary text: not preformatted. */
export const isRunningText = (/** @type {BodyNode} */ node) => node.isTextblock && !node.type.spec.code;
