/** The words of the body subset (docs/body.md) that reading, writing and the editor share. */

export const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
export const DIRECTION = /^(ltr|rtl|auto)$/i;
const IDENTITY = /^(item|asset):[0-9]{1,18}$/;
const PICTURE = /^asset:([0-9]{1,18})$/;
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'item', 'asset']);
/** What Java calls white space: a no-break space is none. */
const INVISIBLE = /^[\t-\r\x1c-\x20\xa0\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;

/** @typedef {{lang: string | null, dir: string | null}} Direction */

/**
 * The `lang` and `dir` of an element, where they are of the subset.
 *
 * @param {Element} element
 * @returns {Direction}
 */
export function direction(element) {
  const lang = element.getAttribute('lang') ?? '';
  const dir = element.getAttribute('dir') ?? '';
  return { lang: LANGUAGE_TAG.test(lang) ? lang : null, dir: DIRECTION.test(dir) ? dir.toLowerCase() : null };
}

/**
 * The number of the asset that a picture's source names, or nothing.
 *
 * @param {string | null} source
 */
export function assetOf(source) {
  return PICTURE.exec((source ?? '').trim())?.[1] ?? null;
}

/**
 * An address that a link may have, or nothing: other schemes can run code in a reader's browser.
 *
 * @param {string | null} written
 */
export function address(written) {
  const given = (written ?? '').replace(/[\x00-\x1f\x7f]/g, '').replace(/^ +| +$/g, '');
  if (given === '') {
    return '';
  }
  if (given.startsWith('//')) {
    return `https:${given}`;
  }
  const end = given.search(/[/?#]|$/);
  const colon = given.indexOf(':');
  if (colon < 0 || colon > end) {
    return given.replaceAll(' ', '%20');
  }
  const scheme = given.slice(0, colon).toLowerCase();
  if ((scheme === 'item' || scheme === 'asset') && !IDENTITY.test(given)) {
    return '';
  }
  return SCHEMES.has(scheme) ? given.replaceAll(' ', '%20') : '';
}

/** True for text without a visible character. */
export function isInvisible(/** @type {string} */ text) {
  return INVISIBLE.test(text);
}

/**
 * Where the file of a picture is; scripts that load pictures late put something else into `src`.
 *
 * @param {Element} picture
 */
export function sourceOf(picture) {
  const source = (picture.getAttribute('src') ?? '').trim();
  if (source && !source.startsWith('data:')) {
    return source;
  }
  const late = ['data-src', 'data-lazy-src', 'data-original', 'data-srcset', 'srcset'].map((name) =>
    (picture.getAttribute(name) ?? '').trim().replace(/[\s,].*$/, ''),
  );
  return late.find((each) => each && !each.startsWith('data:')) ?? source;
}
