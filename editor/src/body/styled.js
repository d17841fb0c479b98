/**
 * Emphasis and direction that are only written as style, as Word, Google Docs and the editors of other systems do: they
 * become elements and attributes, and elements whose style takes their emphasis back go.
 */
import { isHeading, rename, WRITTEN_AS, wrapInside } from './elements.js';

/** Elements in which no text may stand. */
const WITHOUT_TEXT = /^(table|thead|tbody|tfoot|tr|ul|ol|menu|dl|img|picture|hr|br|body|figure|select|svg|math|pre|colgroup|col)$/;
const INLINE = /^(span|font|a|u|small|big|mark)$/;

/**
 * The declarations of a style attribute by their exact names: `mso-bidi-font-weight` is not a weight.
 *
 * @param {Element} element
 * @returns {Record<string, string>}
 */
export function declarations(element) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const declaration of (element.getAttribute('style') ?? '').toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) {
      found[declaration.slice(0, colon).trim()] = declaration.slice(colon + 1).replace('!important', '').trim();
    }
  }
  for (const part of (found.font ?? '').split(/\s+/)) {
    if (/^(bold|bolder|[6-9]00)$/.test(part)) {
      found['font-weight'] ??= part;
    } else if (/^(italic|oblique)$/.test(part)) {
      found['font-style'] ??= part;
    }
  }
  return found;
}

/** @param {Element} element @param {Record<string, string>} style */
function decorate(element, style) {
  const line = (style['text-decoration'] ?? '') + (style['text-decoration-line'] ?? '');
  if (line.includes('line-through') && !/^(s|strike|del)$/.test(element.localName)) {
    wrapInside(element, 's');
  }
  const height = style['vertical-align'] ?? '';
  if (INLINE.test(element.localName) && /^(super|sub)$/.test(height)) {
    wrapInside(element, height === 'super' ? 'sup' : 'sub');
  }
}

/** @param {Element} element */
function apply(element) {
  const style = declarations(element);
  const name = WRITTEN_AS[element.localName] ?? element.localName;
  const weight = style['font-weight'] ?? '';
  const slant = style['font-style'] ?? '';
  if (/^(ltr|rtl)$/.test(style.direction ?? '') && !element.getAttribute('dir')) {
    element.setAttribute('dir', style.direction);
  }
  const isTakenBack = (name === 'strong' && /^(normal|lighter|[1-4]00)$/.test(weight)) || (name === 'em' && slant === 'normal');
  if (isTakenBack) {
    rename(element, 'span'); // which stays where it carries a language or a direction
  } else if (!WITHOUT_TEXT.test(element.localName)) {
    const isStrong = name === 'strong' || name === 'th' || isHeading(element) || element.closest('h1, h2, h3, h4, h5, h6');
    if (/^(bold|bolder|[6-9]00)$/.test(weight) && !isStrong) wrapInside(element, 'strong');
    if (/^(italic|oblique)/.test(slant) && name !== 'em') wrapInside(element, 'em');
    decorate(element, style);
  }
}

export function styledEmphasis(/** @type {Element} */ body) {
  body.querySelectorAll('[style]').forEach(apply);
}
