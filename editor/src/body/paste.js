/** What comes from the clipboard, made clean: text from Word, Google Docs and web pages loses its dress, not its sense. */
import { clean, inert } from './clean.js';
import { fromOffice } from './office.js';
import { assetOf } from './subset.js';

/**
 * @typedef {object} Pasted
 * @property {HTMLElement} blocks the subset, pictures on their way as `upload:1`
 * @property {number} leftOut how many pictures of other sites were left out
 */

/** @param {Element} element */
const styleOf = (element) => (element.getAttribute('style') ?? '').toLowerCase();

/** @param {Element} element @param {string} name */
function wrap(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** @param {Element} element */
const unwrap = (element) => element.replaceWith(...element.childNodes);

/** Emphasis that is only a matter of style, in one direction or the other. */
function emphasis(/** @type {Element} */ body) {
  for (const element of body.querySelectorAll('b, strong')) {
    if (/font-weight:\s*(normal|[1-4]00)/.test(styleOf(element))) {
      unwrap(element);
    }
  }
  for (const element of body.querySelectorAll('i, em')) {
    if (/font-style:\s*normal/.test(styleOf(element))) {
      unwrap(element);
    }
  }
  for (const element of body.querySelectorAll('span[style], font[style], a[style]')) {
    const style = styleOf(element);
    const isHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null;
    if (/font-weight:\s*(bold|[6-9]00)/.test(style) && !isHeading) wrap(element, 'strong');
    if (/font-style:\s*italic/.test(style)) wrap(element, 'em');
    if (/text-decoration[a-z-]*:[^;]*line-through/.test(style)) wrap(element, 's');
    if (/vertical-align:\s*super/.test(style)) wrap(element, 'sup');
    if (/vertical-align:\s*sub/.test(style)) wrap(element, 'sub');
  }
  body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6) :is(b, strong)').forEach(unwrap);
}

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
      image.remove();
    }
  }
  return leftOut;
}

/**
 * HTML from the clipboard as blocks of the subset.
 *
 * @param {string} html
 * @param {{pictures?: string, begin?: (data: string) => number | null}} [how]
 * @returns {Pasted}
 */
export function pasted(html, { pictures = '/newsroom/pictures', begin = () => null } = {}) {
  // what surrounds the selection is not part of it
  const { body } = inert(html.replace(/^[\s\S]*<!--StartFragment-->|<!--EndFragment-->[\s\S]*$/g, ''));
  body.querySelectorAll('script, style, template, noscript, title, meta, link').forEach((each) => each.remove());
  body.querySelectorAll('[style*="mso-hide:all"], [style*="display:none"], [style*="display: none"]').forEach((each) => each.remove());
  fromOffice(body);
  const leftOut = pasteImages(body, pictures, begin);
  emphasis(body);
  lists(body);
  paragraphs(body);
  links(body);
  body.querySelectorAll('[lang]').forEach((each) => each.removeAttribute('lang'));
  body.querySelectorAll('[dir]:not([dir=rtl])').forEach((each) => each.removeAttribute('dir'));
  return { blocks: clean(body), leftOut };
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
