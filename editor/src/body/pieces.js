/** What the parts of reading share. */
import { isBlank, isBlock, isElement } from './elements.js';

/** Elements that keep a language or a direction themselves; of others, what is inside has it. */
export const TURNED = /^(ul|ol|menu|blockquote)$/;

/** The element in the language and direction of its parent, where it has none of its own and the parent keeps none. */
export function turned(/** @type {Element} */ element, /** @type {Element} */ parent) {
  for (const turn of ['lang', 'dir']) {
    if (!TURNED.test(parent.localName) && parent.hasAttribute(turn) && !element.getAttribute(turn)) {
      element.setAttribute(turn, parent.getAttribute(turn) ?? '');
    }
  }
  return element;
}

/** The rows in these parts of a table. @param {Element} table @param {string} parts */
export const rowsOf = (table, parts) => [...table.querySelectorAll(`:scope > :is(${parts}) > tr`)];

/** The same element without its pictures and without their captions. @param {Element} element */
export function withoutPictures(element) {
  for (const own of element.querySelectorAll('figure')) {
    if (own.querySelector('img')) {
      own.querySelector('figcaption')?.remove();
    }
  }
  for (const link of element.querySelectorAll('a')) {
    if (link.querySelector('img') && isBlank(link)) {
      link.removeAttribute('href'); // it is written with its picture
    }
  }
  element.querySelectorAll('img, picture').forEach((each) => each.remove());
  return element;
}

/** The text of an element as it stands, each block in it a line of its own. @param {Element} element */
export function linesOf(element) {
  let text = '';
  let isAtEdge = false;
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeType === 3) {
      const words = node.nodeValue ?? '';
      const isNewLine = text === '' || text.endsWith('\n') || words.startsWith('\n');
      text += (words !== '' && isAtEdge && !isNewLine ? '\n' : '') + words;
      isAtEdge &&= words === '';
    } else if (isElement(node)) {
      const isEdge = (isBlock(node) || /^t[rdh]$/.test(node.localName)) && !/^(img|picture)$/.test(node.localName);
      text += node.localName === 'br' ? '\n' : '';
      isAtEdge ||= isEdge;
      node.childNodes.forEach(walk);
      isAtEdge ||= isEdge;
    }
  };
  element.childNodes.forEach(walk);
  return text;
}

/**
 * The same text without the spaces around it.
 *
 * @template {DocumentFragment} Text
 * @param {Text} text
 */
export function strip(text) {
  text.normalize();
  const [first, last] = [text.firstChild, text.lastChild];
  if (first?.nodeType === 3) {
    first.nodeValue = (first.nodeValue ?? '').replace(/^[ \t\n\r]+/, '');
  }
  if (last?.nodeType === 3) {
    last.nodeValue = (last.nodeValue ?? '').replace(/[ \t\n\r]+$/, '');
  }
  text.normalize();
  return text;
}
