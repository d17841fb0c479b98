/**
 * Links and emphasis that stand around blocks, where a body cannot have them: they are written again around the text and
 * the pictures of each block inside.
 */
import { holdsBlock, isBlank, isBlockLike, isDropped, isElement, isHeading, isPicture, isVisible, make, rename, WRITTEN_AS } from './elements.js';

const MARKS = ['a[href]', ...Object.keys(WRITTEN_AS)].join(', ');

/** @param {Element} element */
const written = (element) => WRITTEN_AS[element.localName] ?? element.localName;

class Mark {
  /** @param {Element} mark */
  constructor(mark) {
    this.mark = mark;
    this.isLink = mark.localName === 'a';
    this.hasWords = !isBlank(mark);
  }

  push() {
    const isWritten = this.pushInto(this.mark);
    if (this.isLink && !isWritten && isVisible(this.mark)) {
      const line = make(this.mark, 'p');
      const link = this.copy();
      link.textContent = link.getAttribute('title')?.trim() || link.getAttribute('href');
      line.append(link);
      this.mark.after(line);
    }
    rename(this.mark, 'div').removeAttribute('href');
  }

  /** @param {Element} container @returns {boolean} */
  pushInto(container) {
    let isWritten = false;
    /** @type {Node[]} */
    let run = [];
    for (const child of [...container.childNodes]) {
      if (isBlockLike(child)) {
        isWritten = this.wrap(run) || isWritten;
        run = [];
        isWritten = this.pushIntoBlock(child) || isWritten;
      } else {
        run.push(child);
      }
    }
    return this.wrap(run) || isWritten;
  }

  /** @param {Element} block */
  pushIntoBlock(block) {
    if (isPicture(block)) {
      // words in the same link say where it leads
      return this.isLink && !this.hasWords && this.wrap([block]);
    }
    if (isDropped(block) || (!this.isLink && isHeading(block)) || (this.isLink && block.matches('a[href]'))) {
      return false;
    }
    // what is emphasised inside already is not emphasised twice, whatever a text nests
    return written(block) === written(this.mark) || this.pushInto(block);
  }

  /** @param {Node[]} run */
  wrap(run) {
    const isSeen = run.some((node) => (isElement(node) ? isPicture(node) || isVisible(node) : node.nodeType === 3 && !isBlank(node)));
    const isLinked = this.isLink && run.some((node) => isElement(node) && (node.matches('a[href]') || node.querySelector('a[href]')));
    if (!isSeen || isLinked) {
      return false;
    }
    const wrapper = this.copy();
    /** @type {ChildNode} */ (run[0]).before(wrapper);
    wrapper.append(...run);
    return true;
  }

  copy() {
    return /** @type {Element} */ (this.mark.cloneNode(false));
  }
}

export function pushDownMarks(/** @type {Element} */ body) {
  for (const mark of body.querySelectorAll(MARKS)) {
    if (mark.parentElement && holdsBlock(mark)) {
      new Mark(mark).push();
    }
  }
}
