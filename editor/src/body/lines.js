/**
 * Brings a text together in which blocks stood: one break between the words of two blocks, one space between words that
 * stood apart, neither before nor after all words. Comments mark these places; no text of a body holds any.
 */
import { isInvisible } from './subset.js';

export const EDGE = 'edge';
export const APART = 'apart';

class Lines {
  /** Where a break would stand. @type {Comment | null} */
  edge = null;
  hasWords = false;
  /** True without words since the beginning or the last break. */
  isBroken = true;
  /** @type {Text | null} */
  last = null;

  /** @param {Node} node */
  add(node) {
    if (node.nodeType === 8) {
      this.mark(/** @type {Comment} */ (node));
    } else if (node.nodeType === 3) {
      this.text(/** @type {Text} */ (node));
    } else if (/** @type {Element} */ (node).localName === 'br') {
      this.edge = null;
      this.isBroken = true;
    }
  }

  /** @param {Comment} comment */
  mark(comment) {
    const isSpaced = this.followsSpace(comment);
    if (comment.data === EDGE && !this.edge) {
      if (isSpaced && this.last) {
        this.last.data = this.last.data.replace(/ +$/, '');
      }
      this.edge = comment;
    } else if (comment.data === APART && this.hasWords && !this.isBroken && !this.edge && !isSpaced) {
      this.last = comment.ownerDocument.createTextNode(' ');
      comment.before(this.last);
    }
  }

  /** True when the text right before a node ends with a space. @param {Node} node */
  followsSpace(node) {
    let before = node.previousSibling;
    while (before && (before.nodeType === 8 || (before.nodeType === 3 && before.nodeValue === ''))) {
      before = before.previousSibling;
    }
    return before !== null && before === this.last && this.last.data.endsWith(' ');
  }

  /** @param {Text} text */
  text(text) {
    const isEmpty = isInvisible(text.data);
    if (this.edge || this.followsSpace(text) || (!this.hasWords && isEmpty)) {
      text.data = text.data.replace(/^[ \t\n\r]+/, '');
    }
    text.data = text.data.replace(/ {2,}/g, ' ');
    if (!isEmpty) {
      if (this.edge && this.hasWords && !this.isBroken) {
        this.edge.before(text.ownerDocument.createElement('br'));
      }
      this.edge = null;
      this.hasWords = true;
      this.isBroken = false;
    }
    this.last = text;
  }
}

/** @param {DocumentFragment} text */
export function joined(text) {
  const lines = new Lines();
  const walker = /** @type {Document} */ (text.ownerDocument).createTreeWalker(text, 1 + 4 + 128);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  nodes.forEach((node) => lines.add(node));
  nodes.filter((node) => node.nodeType === 8).forEach((node) => /** @type {Comment} */ (node).remove());
  text.normalize();
  return text;
}
