/** What comes from the clipboard, made clean: text from Word, Google Docs and web pages loses its dress, not its sense. */
import { clean, inert } from './clean.js';
import { isBlank } from './elements.js';
import { fromOffice } from './office.js';
import { plainElements } from './plain.js';
import { styledEmphasis } from './styled.js';
import { address, assetOf } from './subset.js';

/**
 * @typedef {object} Pasted
 * @property {HTMLElement} blocks the subset, pictures on their way as `upload:1`
 * @property {number} leftOut how many pictures of other sites were left out; their alternative texts and links stay
 * @property {number} comments how many comments of reviewers were left out
 */

/** @param {Element} element */
const unwrap = (element) => element.replaceWith(...element.childNodes);

/** A list that stands in a list, not in one of its entries, belongs to the entry before. */
function lists(/** @type {Element} */ body) {
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') {
      before.append(list);
    }
  }
  for (const entry of body.querySelectorAll('li')) {
    const paragraphs = [...entry.children].filter((child) => child.localName === 'p');
    if (paragraphs.length === 1 && entry.firstElementChild === paragraphs[0]) {
      unwrap(paragraphs[0]);
    }
  }
}

/** Two line ends in a row are the end of a paragraph. */
function paragraphs(/** @type {Element} */ body) {
  body.querySelectorAll('br.Apple-interchange-newline').forEach((each) => each.remove());
  for (const first of body.querySelectorAll('br')) {
    let next = first.nextSibling;
    while (next?.nodeType === 3 && !next.nodeValue?.trim()) {
      next = next.nextSibling;
    }
    const paragraph = first.parentElement;
    const isSecond = next?.nodeType === 1 && /** @type {Element} */ (next).localName === 'br';
    if (!isSecond || !paragraph || !/^(p|div)$/.test(paragraph.localName)) {
      continue;
    }
    const rest = /** @type {Element} */ (paragraph.cloneNode(false));
    while (next?.nextSibling) {
      rest.append(next.nextSibling);
    }
    /** @type {Element} */ (next).remove();
    first.remove();
    paragraph.after(rest);
  }
}

/** Links that lead into the pasted document itself, or through somebody who counts. */
function links(/** @type {Element} */ body) {
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^(file:|#_|#cmnt|#ftn)/i.test(href)) {
      link.removeAttribute('href');
      continue;
    }
    const counted = /^https?:\/\/www\.google\.[a-z.]+\/url\?(.*)$/i.exec(href);
    const target = counted && new URLSearchParams(counted[1]).get('q');
    if (target) {
      link.setAttribute('href', target);
    }
  }
}

/** What stands in place of a picture that is left out: its alternative text, or where a link around it alone leads. @param {Element} image */
function wordsFor(image) {
  const alt = image.getAttribute('alt')?.trim() ?? '';
  const link = image.closest('a[href]');
  const isAlone = link !== null && isBlank(link) && link.querySelectorAll('img').length === 1;
  return ` ${alt || (isAlone ? link.getAttribute('title') || address(link.getAttribute('href')) : '')} `;
}

/**
 * Pictures: ours stay, those that came along are sent to the server, those of other sites are left out.
 *
 * @param {Element} body
 * @param {string} pictures the address of our pictures
 * @param {(data: string) => number | null} begin begins to send a picture and returns the number of its upload
 */
function pasteImages(body, pictures, begin) {
  let leftOut = 0;
  for (const image of body.querySelectorAll('img')) {
    const source = (image.getAttribute('src') ?? '').trim();
    const at = source.lastIndexOf(`${pictures}/`);
    const own = assetOf(source) ?? (at >= 0 ? assetOf(`asset:${source.slice(at + pictures.length + 1)}`) : null);
    const upload = !own && source.startsWith('data:image/') ? begin(source) : null;
    if (own || upload) {
      image.setAttribute('src', own ? `asset:${own}` : `upload:${upload}`);
    } else {
      const isTiny = Number(image.getAttribute('width')) === 1 || Number(image.getAttribute('height')) === 1;
      leftOut += isTiny ? 0 : 1;
      image.replaceWith(isTiny ? '' : wordsFor(image));
    }
  }
  const drawings = [...body.querySelectorAll('svg')].filter((each) => each.getAttribute('aria-hidden') !== 'true' && !(Number(each.getAttribute('width')) <= 48));
  return leftOut + drawings.length;
}

/**
 * HTML from the clipboard as blocks of the subset.
 *
 * @param {string} html
 * @param {{pictures?: string, begin?: (data: string) => number | null, direction?: string}} [how] the direction is that of the text around
 * @returns {Pasted}
 */
export function pasted(html, { pictures = '/newsroom/pictures', begin = () => null, direction = 'ltr' } = {}) {
  // what surrounds the selection is not part of it
  const { body } = inert(html.replace(/^[\s\S]*<!--StartFragment-->|<!--EndFragment-->[\s\S]*$/g, ''));
  body.querySelectorAll('script, style, template, title, meta, link').forEach((each) => each.remove());
  body.querySelectorAll('[style*="mso-hide:all"], [style*="display:none"], [style*="display: none"]').forEach((each) => each.remove());
  const comments = fromOffice(body);
  plainElements(body);
  const leftOut = pasteImages(body, pictures, begin);
  styledEmphasis(body);
  body.querySelectorAll('[style]').forEach((each) => each.removeAttribute('style'));
  body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6) :is(b, strong)').forEach(unwrap);
  lists(body);
  paragraphs(body);
  links(body);
  body.querySelectorAll('[lang]').forEach((each) => each.removeAttribute('lang'));
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  for (const each of body.querySelectorAll('[dir]')) {
    // the direction of the text around is said already
    if (each.getAttribute('dir')?.toLowerCase() !== other) {
      each.removeAttribute('dir');
    }
  }
  return { blocks: clean(body), leftOut, comments };
}

/**
 * Plain text as blocks: an empty line ends a paragraph, a line end stays one.
 *
 * @param {string} text
 */
export function pastedText(text) {
  const blocks = inert('').createElement('div');
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  for (const paragraph of lines.split(/\n[ \t]*\n\s*/)) {
    const made = blocks.ownerDocument.createElement('p');
    paragraph.split('\n').forEach((line, at) => {
      made.append(...(at > 0 ? [blocks.ownerDocument.createElement('br')] : []), line.trim());
    });
    if (made.textContent !== '') {
      blocks.append(made);
    }
  }
  return blocks;
}
