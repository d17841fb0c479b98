/** What the elements of HTML are to a body: blocks, containers of nothing to read, emphasis. */
import { isInvisible } from './subset.js';

const names = (/** @type {string} */ list) => new Set(list.split(' '));

const DROPPED = names('script style template head title meta link base datalist frameset');
const BLOCKS = names(
  'p h1 h2 h3 h4 h5 h6 ul ol dl menu blockquote pre hr figure table div section article main header footer aside nav ' +
    'address details summary fieldset center img picture li dd dt body figcaption hgroup search legend form dialog',
);

/** How emphasis is written in a body, by the elements that stand for it. @type {Record<string, string>} */
export const WRITTEN_AS = {
  em: 'em', i: 'em', dfn: 'em', var: 'em', strong: 'strong', b: 'strong', ins: 'ins', s: 's', strike: 's', del: 's',
  q: 'q', cite: 'cite', code: 'code', kbd: 'code', samp: 'code', tt: 'code', sub: 'sub', sup: 'sup',
};

/** @param {Node} node @returns {node is Element} */
export const isElement = (node) => node.nodeType === 1;

export const isDropped = (/** @type {Element} */ element) => DROPPED.has(element.localName);

export const isBlock = (/** @type {Element} */ element) => BLOCKS.has(element.localName) || isDropped(element);

/** True when a block stands somewhere inside, so that the element itself cannot be text. @param {Element} element @returns {boolean} */
export const holdsBlock = (element) => [...element.children].some((child) => isBlock(child) || holdsBlock(child));

/** @param {Node} node @returns {node is Element} */
export const isBlockLike = (node) => isElement(node) && (isBlock(node) || holdsBlock(node));

export const isPicture = (/** @type {Element} */ element) => /^(img|picture)$/.test(element.localName);

export const isHeading = (/** @type {Element} */ element) => /^h[1-6]$/.test(element.localName);

/** True without a visible character. */
export const isBlank = (/** @type {Node} */ node) => isInvisible(node.textContent ?? '');

/** True when a reader would see some text or a picture of it. */
export const isVisible = (/** @type {Element} */ element) => element.querySelector('img') !== null || !isBlank(element);

/** A new element with an attribute and some text. @param {Node} near @param {string} name @param {Record<string, string>} [attributes] @param {string} [text] */
export function make(near, name, attributes = {}, text = '') {
  const element = /** @type {Document} */ (near.ownerDocument).createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text) {
    element.textContent = text;
  }
  return element;
}

/** An element of another name with the same attributes and children in its place. @param {Element} element @param {string} name */
export function rename(element, name) {
  const renamed = make(element, name);
  for (const attribute of element.attributes) {
    renamed.setAttributeNode(/** @type {Attr} */ (attribute.cloneNode()));
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Puts what an element holds into a new element in it. @param {Element} element @param {string} name */
export function wrapInside(element, name) {
  if (element.firstChild) {
    const wrapper = make(element, name);
    wrapper.append(...element.childNodes);
    element.append(wrapper);
  }
}
