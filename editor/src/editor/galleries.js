/** Several pictures as one gallery: what brings them together, and what takes one out again. */
import { NodeSelection, TextSelection } from 'prosemirror-state';
import { schema } from '../body/schema.js';

/**
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-model').Node} BodyNode
 */

const { figure, gallery, caption } = schema.nodes;

/** @param {BodyNode} whole */
function figuresOf(whole) {
  /** @type {BodyNode[]} */
  const figures = [];
  whole.forEach((child) => child.type === figure && figures.push(child));
  return figures;
}

/**
 * The figure at a place and the figure or gallery before it as one gallery; nothing where none stands before it.
 *
 * @param {EditorState} state
 * @param {number} at
 */
export function joinWithBefore(state, at) {
  const $at = state.doc.resolve(at);
  const before = $at.nodeBefore;
  const own = $at.nodeAfter;
  if ($at.parent.type === gallery || own?.type !== figure || !(before?.type === figure || before?.type === gallery)) {
    return null;
  }
  const figures = before.type === gallery ? figuresOf(before) : [before];
  const together = before.type === gallery ? /** @type {BodyNode} */ (before.lastChild) : caption.create();
  const start = at - before.nodeSize;
  const tr = state.tr.replaceWith(start, at + own.nodeSize, gallery.create(null, [...figures, own, together]));
  return tr.setSelection(NodeSelection.create(tr.doc, at + (before.type === gallery ? -1 - together.nodeSize : 1)));
}

/**
 * The figure at a place before the gallery that it begins, or behind the one it stands in; a picture that is left alone is no gallery any more.
 *
 * @param {EditorState} state
 * @param {number} at
 */
export function partFromGallery(state, at) {
  const $at = state.doc.resolve(at);
  const whole = $at.parent;
  const own = $at.nodeAfter;
  if (whole.type !== gallery || !own) {
    return null;
  }
  const others = figuresOf(whole).filter((each) => each !== own);
  const together = /** @type {BodyNode} */ (whole.lastChild);
  const isGallery = others.length > 1 || together.content.size > 0;
  const rest = isGallery && others.length > 0 ? [gallery.create(null, [...others, together])] : others;
  const isFirst = $at.index() === 0;
  const tr = state.tr.replaceWith($at.before(), $at.after(), isFirst ? [own, ...rest] : [...rest, own]);
  const place = $at.before() + (isFirst ? 0 : rest.reduce((size, each) => size + each.nodeSize, 0));
  return tr.setSelection(NodeSelection.create(tr.doc, place));
}

/**
 * The document without the figure at a place, and without a gallery in which it was the only one.
 *
 * @param {EditorState} state
 * @param {number} at
 */
export function removeFigure(state, at) {
  const $at = state.doc.resolve(at);
  const isLast = $at.parent.type === gallery && $at.parent.childCount === 2;
  const from = isLast ? $at.before() : at;
  const size = isLast ? $at.parent.nodeSize : /** @type {BodyNode} */ ($at.nodeAfter).nodeSize;
  const tr = state.tr.delete(from, from + size);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(from)));
}
