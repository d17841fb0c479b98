/** Reads HTML into the editor's document. */
import { DOMParser as Parser, Fragment } from 'prosemirror-model';
import { clean, inert } from './clean.js';
import { schema } from './schema.js';
import { assetOf } from './subset.js';
import { remember } from './write.js';

const parser = Parser.fromSchema(schema);

/** Moves the credit out of a caption: the `cite` with which it ends. */
function splitCaption(/** @type {Element} */ caption) {
  const last = caption.lastChild;
  if (!(last && last.nodeType === 1 && /** @type {Element} */ (last).localName === 'cite')) {
    return;
  }
  const credit = caption.ownerDocument.createElement('p');
  credit.dataset.credit = '';
  credit.append(...last.childNodes);
  last.remove();
  const before = caption.lastChild;
  if (before?.nodeType === 3) {
    before.nodeValue = (before.nodeValue ?? '').replace(/ +$/, '');
  }
  caption.after(credit);
}

function prepareFigure(/** @type {HTMLElement} */ figure) {
  const image = figure.querySelector(':scope > img');
  if (!image) {
    return;
  }
  const source = image.getAttribute('src') ?? '';
  figure.dataset.alt = image.getAttribute('alt') ?? '';
  if (source.startsWith('upload:')) {
    figure.dataset.upload = source.slice('upload:'.length);
  } else {
    figure.dataset.asset = assetOf(source) ?? '';
  }
  image.remove();
  const caption = figure.querySelector(':scope > figcaption');
  if (caption) {
    splitCaption(caption);
  }
}

/** A table as the editor holds it: in a box with its caption, its rows in one body, each knowing its part. */
function prepareTable(/** @type {HTMLElement} */ table) {
  const document = table.ownerDocument;
  const box = document.createElement('div');
  box.dataset.table = '';
  const caption = document.createElement('div');
  caption.dataset.tableCaption = '';
  const written = table.querySelector(':scope > caption');
  caption.append(...(written?.childNodes ?? []));
  written?.remove();
  const rows = document.createElement('tbody');
  for (const part of [...table.children]) {
    for (const row of /** @type {HTMLElement[]} */ ([...part.children])) {
      row.dataset.part = part.localName;
      rows.append(row);
    }
    part.remove();
  }
  table.replaceWith(box);
  table.append(rows);
  box.append(caption, table);
}

/** What the editor's rules understand of the subset. */
function prepare(/** @type {HTMLElement} */ blocks) {
  blocks.querySelectorAll('figure:not(.gallery)').forEach((figure) => prepareFigure(/** @type {HTMLElement} */ (figure)));
  blocks.querySelectorAll('table').forEach(prepareTable);
  return blocks;
}

/** A block that the editor cannot hold in its schema would lose words: a test of the rules, not of the person. */
function parsed(/** @type {HTMLElement} */ block) {
  return parser.parse(prepare(block), { preserveWhitespace: 'full' });
}

/**
 * The blocks of the subset that this element holds, as nodes.
 *
 * @param {HTMLElement} blocks
 */
export function nodesOf(blocks) {
  return blocks.firstChild ? parsed(blocks).content : Fragment.empty;
}

/**
 * The document that this HTML is. Each block remembers how it was written, so that what nobody touches is written again
 * as it was, letter by letter.
 *
 * @param {string} html
 */
export function read(html) {
  const { body } = inert(html);
  body.querySelectorAll('img[src^="upload:"]').forEach((image) => image.remove());
  /** @type {import('prosemirror-model').Node[]} */
  const nodes = [];
  for (const block of [...clean(body).children]) {
    const written = block.outerHTML.replaceAll('&nbsp;', '\u00a0');
    const alone = block.ownerDocument.createElement('div');
    alone.append(block);
    const { content } = parsed(alone);
    if (content.childCount === 1) {
      remember(/** @type {import('prosemirror-model').Node} */ (content.firstChild), written);
    }
    content.forEach((node) => nodes.push(node));
  }
  const content = nodes.length > 0 ? nodes : [schema.nodes.paragraph.create()];
  return schema.nodes.doc.create(null, content);
}
