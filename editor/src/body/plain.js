/** Makes plain HTML of elements that a body cannot say, so that their words, links and pictures stay. */
import { isBlank, make, rename } from './elements.js';
import { address, sourceOf } from './subset.js';

const EMBEDDED = 'iframe, embed, object, applet, video, audio, noembed, noframes';

/** @param {Element | null | undefined} element @param {string} name */
const addressIn = (element, name) => address(element?.getAttribute(name) ?? '');

/** @param {Element} element @param {string} name */
const attr = (element, name) => (element.getAttribute(name) ?? '').trim();

/** Where what is embedded is. @param {Element} element */
function addressOf(element) {
  switch (element.localName) {
    case 'object': {
      const parameters = [...element.querySelectorAll(':scope > param[value]')].filter((each) => /^(movie|src|url|filename|href)$/i.test(attr(each, 'name')));
      return attr(element, 'data') ? addressIn(element, 'data') : parameters.map((each) => addressIn(each, 'value')).find((each) => each !== '') ?? '';
    }
    case 'applet':
      return addressIn(element, 'archive');
    case 'video': case 'audio':
      return element.hasAttribute('src') ? addressIn(element, 'src') : addressIn(element.querySelector('source[src]'), 'src');
    default:
      return attr(element, 'src') ? addressIn(element, 'src') : addressIn(element, 'data-src');
  }
}

/** What stands inside, as HTML; parsers read some of these elements as text. @param {Element} element @param {boolean} isWrittenHtml */
function insideOf(element, isWrittenHtml) {
  const inside = make(element, 'div');
  if (/^(iframe|noembed|noframes)$/.test(element.localName)) {
    const text = (element.textContent ?? '') + (element.getAttribute('srcdoc') ?? '');
    if (isWrittenHtml) {
      const { body } = new DOMParser().parseFromString(text, 'text/html');
      flatten(body);
      [...body.querySelectorAll(EMBEDDED)].reverse().forEach((each) => replace(each, false));
      inside.append(...body.childNodes);
    } else {
      inside.append(text);
    }
    return inside;
  }
  for (const child of [...element.childNodes]) {
    const name = child.nodeType === 1 ? /** @type {Element} */ (child).localName : '';
    if (name === 'track') {
      const to = addressIn(/** @type {Element} */ (child), 'src');
      const line = make(element, 'p');
      line.append(...(to ? [make(element, 'a', { href: to }, attr(/** @type {Element} */ (child), 'label') || to)] : []));
      inside.append(line);
    } else if (name !== 'source' && name !== 'param') {
      inside.append(child);
    }
  }
  return inside;
}

/** What is embedded becomes a link: pages load nothing from elsewhere. Words inside, for browsers that cannot show it, stay. */
function replace(/** @type {Element} */ element, isWrittenHtml = true) {
  const to = addressOf(element);
  const plain = make(element, 'div');
  const inside = insideOf(element, isWrittenHtml);
  const isLinked = [...inside.querySelectorAll('a[href]')].some((link) => addressIn(link, 'href') === to && !isBlank(link));
  if (to && !isLinked) {
    const line = make(element, 'p');
    line.append(make(element, 'a', { href: to }, attr(element, 'title') || attr(element, 'aria-label') || to));
    plain.append(line);
  }
  if (attr(element, 'poster')) {
    plain.append(make(element, 'img', { src: attr(element, 'poster'), alt: '' }));
  }
  plain.append(...inside.childNodes);
  element.replaceWith(plain);
}

/** The character data of XML, which is a comment to HTML. */
function sections(/** @type {Element} */ body) {
  const walker = body.ownerDocument.createTreeWalker(body, 128);
  const found = [];
  while (walker.nextNode()) {
    found.push(/** @type {Comment} */ (walker.currentNode));
  }
  for (const comment of found.filter(({ data }) => data.startsWith('[CDATA['))) {
    comment.replaceWith(comment.data.slice('[CDATA['.length).replace(/\]\]$/, ''));
  }
}

/** A picture that a script would put in the place of another, and that stands again in `noscript`. */
function lazyPictures(/** @type {Element} */ body) {
  for (const plain of body.querySelectorAll('noscript')) {
    const picture = plain.querySelector('img');
    const before = plain.previousElementSibling;
    if (picture && before?.localName === 'img' && sourceOf(before) === sourceOf(picture)) {
      before.remove();
    }
  }
}

function inputs(/** @type {Element} */ body) {
  for (const input of body.querySelectorAll('input')) {
    const type = attr(input, 'type').toLowerCase();
    if (/^(submit|button|reset)$/.test(type)) {
      input.replaceWith(` ${attr(input, 'value')} `);
    } else if (type === 'image') {
      input.replaceWith(make(input, 'img', { src: attr(input, 'src'), alt: attr(input, 'alt') }));
    } else {
      input.remove();
    }
  }
}

function areas(/** @type {Element} */ body) {
  for (const area of body.querySelectorAll('area')) {
    const name = attr(area, 'alt') || attr(area, 'title');
    const href = attr(area, 'href');
    area.replaceWith(...(address(href) ? [make(area, 'a', { href }, name || href), ' '] : [` ${name} `]));
  }
}

function drawings(/** @type {Element} */ body) {
  for (const drawing of body.querySelectorAll('svg')) {
    drawing.querySelectorAll('metadata').forEach((each) => each.remove());
    drawing.querySelectorAll('title').forEach((each) => rename(each, 'text'));
    for (const link of drawing.querySelectorAll('a')) {
      const href = link.getAttribute('href') ?? link.getAttribute('xlink:href');
      const plain = rename(link, 'a');
      plain.setAttribute('href', href ?? '');
    }
    for (const image of drawing.querySelectorAll('image')) {
      const src = attr(image, 'href') || attr(image, 'xlink:href');
      image.replaceWith(make(image, 'img', { src, alt: attr(image, 'aria-label') }));
    }
  }
}

function formulas(/** @type {Element} */ body) {
  body.querySelectorAll('math annotation, math annotation-xml').forEach((each) => each.remove());
  for (const name of ['sup', 'sub']) {
    for (const { children: [, script] } of body.querySelectorAll(`math m${name}`)) {
      if (script) {
        const raised = make(body, name);
        script.replaceWith(raised);
        raised.append(script);
      }
    }
  }
  for (const { children: [, below] } of body.querySelectorAll('math mfrac')) {
    below?.before('/');
  }
}

/** Replaces what a body cannot say. */
export function plainElements(/** @type {Element} */ body) {
  [...body.querySelectorAll(EMBEDDED)].reverse().forEach((each) => replace(each));
  sections(body);
  lazyPictures(body);
  inputs(body);
  areas(body);
  drawings(body);
  formulas(body);
  for (const reading of body.querySelectorAll('rt')) {
    if (reading.parentElement && !reading.parentElement.querySelector('rp')) {
      reading.prepend(' (');
      reading.append(')');
    }
  }
}

const MOST_NESTED = 100;

/** What is nested deeper than any text needs becomes plain paragraphs, with its links and pictures. */
export function flatten(/** @type {Element} */ body) {
  for (const list of body.querySelectorAll(':is(ul, ol, menu) > :is(ul, ol, menu)')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') {
      before.append(list);
    } else {
      const entry = make(list, 'li');
      list.replaceWith(entry);
      entry.append(list);
    }
  }
  const walk = (/** @type {Element} */ element, /** @type {number} */ depth) => {
    for (const child of [...element.children]) {
      if (depth + 1 >= MOST_NESTED) {
        const flat = make(child, 'p', {}, child.textContent ?? '');
        for (const link of child.querySelectorAll('a[href]')) {
          flat.append(' ', make(link, 'a', { href: attr(link, 'href') }, link.textContent ?? ''));
        }
        flat.append(...[...child.querySelectorAll('img')].map((picture) => picture.cloneNode()));
        child.replaceWith(flat);
      } else {
        walk(child, depth + 1);
      }
    }
  };
  walk(body, 0);
}
