/** What can be done with blocks: quotes, lists, headings, and where the caret goes from one to the next. */
import {
  chainCommands, createParagraphNear, exitCode, liftEmptyBlock, newlineInCode, setBlockType, splitBlockAs, toggleMark,
} from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { Fragment } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { NodeSelection, Plugin, Selection, TextSelection } from 'prosemirror-state';
import { addRowAfter, goToNextCell, isInTable, selectedRect } from 'prosemirror-tables';
import { schema } from '../body/schema.js';

/**
 * @typedef {import('prosemirror-state').Command} Command
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-state').Transaction} Transaction
 * @typedef {import('prosemirror-model').NodeType} NodeType
 * @typedef {import('prosemirror-model').ResolvedPos} ResolvedPos
 */

const { nodes } = schema;

/**
 * The innermost node of one of these types around a place: how deep it stands, or 0.
 *
 * @param {ResolvedPos} $at
 * @param {...NodeType} types
 */
export function depthOf($at, ...types) {
  for (let depth = $at.depth; depth > 0; depth--) {
    if (types.includes($at.node(depth).type)) {
      return depth;
    }
  }
  return 0;
}

/** The caret, where nothing is selected. @param {EditorState} state */
const caret = (state) => (state.selection instanceof TextSelection ? state.selection.$cursor : null);

/** @param {Transaction} tr @param {number} position @param {number} [bias] */
const putCaret = (tr, position, bias = 1) => tr.setSelection(Selection.near(tr.doc.resolve(position), bias)).scrollIntoView();

/** @param {import('prosemirror-model').Node} parent @param {number} from @param {number} until */
function childrenOf(parent, from, until) {
  const children = [];
  for (let at = from; at < until; at++) {
    children.push(parent.child(at));
  }
  return Fragment.from(children);
}

/** The blocks of the selection stand in a quote, with a place for who said it. */
export function quoteAround(/** @type {Transaction} */ tr) {
  const { $from, $to } = tr.selection;
  const range = $from.blockRange($to, (parent) => parent.type.contentMatch.matchType(nodes.blockquote) !== null);
  if (!range) {
    return null;
  }
  const blocks = childrenOf(range.parent, range.startIndex, range.endIndex);
  const quote = nodes.blockquote.create(null, blocks.append(Fragment.from(nodes.attribution.create())));
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, nodes.blockquote)) {
    return null;
  }
  const { anchor, head } = tr.selection;
  tr.replaceWith(range.start, range.end, quote);
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + 1), tr.doc.resolve(head + 1)));
}

/** What a quote holds stands for itself again, who said it as a paragraph. @type {Command} */
export const unquote = (state, dispatch) => {
  const { $from, anchor, head } = state.selection;
  const depth = depthOf($from, nodes.blockquote);
  if (depth === 0) {
    return false;
  }
  if (dispatch) {
    const quote = $from.node(depth);
    const said = /** @type {import('prosemirror-model').Node} */ (quote.lastChild);
    let content = childrenOf(quote, 0, quote.childCount - 1);
    if (said.content.size > 0) {
      content = content.append(Fragment.from(nodes.paragraph.create(null, said.content)));
    }
    const tr = state.tr.replaceWith($from.before(depth), $from.after(depth), content);
    const within = (/** @type {number} */ place) => tr.doc.resolve(Math.min(place - 1, tr.doc.content.size));
    tr.setSelection(TextSelection.between(within(anchor), within(head)));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** @type {Command} */
export const toggleQuote = (state, dispatch) => {
  if (depthOf(state.selection.$from, nodes.blockquote)) {
    return unquote(state, dispatch);
  }
  const tr = quoteAround(state.tr);
  if (tr && dispatch) {
    dispatch(tr.scrollIntoView());
  }
  return tr !== null;
};

/** A list of this type, another type for the list around the caret, or no list any more. @returns {Command} */
export function toggleList(/** @type {NodeType} */ type) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = depthOf($from, nodes.bullet_list, nodes.ordered_list);
    const isNearest = depth > 0 && depth >= depthOf($from, nodes.blockquote, nodes.table_cell, nodes.table_header);
    if (!isNearest) {
      return wrapInList(type)(state, dispatch);
    }
    if ($from.node(depth).type === type) {
      return liftListItem(nodes.list_item)(state, dispatch);
    }
    const { lang, dir } = $from.node(depth).attrs;
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { lang, dir }));
    return true;
  };
}

/** @param {NodeType} type @param {import('prosemirror-model').Attrs} [attrs] @returns {Command} */
export function setBlock(type, attrs) {
  return (state, dispatch) => {
    const { lang, dir } = state.selection.$from.parent.attrs;
    return setBlockType(type, { ...(lang && { lang }), ...(dir && { dir }), ...attrs })(state, dispatch);
  };
}

/** Puts a block at the place of some typed text, and the caret into the line after it. */
export function replaceByRule(
  /** @type {EditorState} */ state,
  /** @type {number} */ start,
  /** @type {number} */ end,
  /** @type {NodeType} */ type,
) {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== nodes.paragraph || $start.depth === 0) {
    return null;
  }
  const tr = state.tr.delete(start, end);
  const at = tr.mapping.map($start.before());
  if (!tr.doc.resolve(at).parent.canReplaceWith($start.index(-1), $start.index(-1), type)) {
    return null;
  }
  return putCaret(tr.insert(at, type.create()), at + 2);
}

/** Puts a block after the one with the caret, or in place of an empty one. @returns {Command} */
export function insertBlock(/** @type {() => import('prosemirror-model').Node} */ make, into = 0) {
  return (state, dispatch) => {
    const tr = state.tr;
    const block = make();
    const at = placeBlocks(tr, state.selection.to, [block]);
    if (at === null) {
      return false;
    }
    const $after = tr.doc.resolve(at + block.nodeSize);
    if (block.isLeaf && $after.depth === 0 && !$after.nodeAfter) {
      // a caret has no place in the block: without a line below, what is typed next would stand instead of it
      tr.insert($after.pos, nodes.paragraph.create());
    }
    dispatch?.(putCaret(tr, at + into));
    return true;
  };
}

/**
 * Puts blocks near a place: instead of an empty paragraph, else after the block there. Returns where they begin.
 *
 * @param {Transaction} tr
 * @param {number} position
 * @param {import('prosemirror-model').Node[]} blocks
 */
export function placeBlocks(tr, position, blocks) {
  const $at = tr.doc.resolve(position);
  for (let depth = $at.depth; depth >= 0; depth--) {
    const parent = $at.node(depth);
    if (parent.type.spec.isolating) {
      continue;
    }
    const child = depth < $at.depth ? $at.node(depth + 1) : null;
    const isEmpty = child?.type === nodes.paragraph && child.content.size === 0;
    const from = $at.index(depth) + (child && !isEmpty ? 1 : 0);
    const until = $at.index(depth) + (child ? 1 : 0);
    if (parent.canReplace(from, until, Fragment.from(blocks))) {
      const end = child ? $at.after(depth + 1) : position;
      const start = isEmpty ? $at.before(depth + 1) : end;
      tr.replaceWith(start, end, blocks);
      return start;
    }
  }
  return null;
}

/** Leaves a block for a paragraph after it. @param {EditorState} state @param {number} depth @returns {Transaction} */
function paragraphAfter(state, depth) {
  const after = state.selection.$to.after(depth);
  const next = state.doc.resolve(after).nodeAfter;
  const tr = state.tr;
  if (!(next?.type === nodes.paragraph && next.content.size === 0)) {
    tr.insert(after, nodes.paragraph.create());
  }
  return putCaret(tr, after + 1);
}

/** Enter where a block has one line of its own: to the next such line, or out of the whole. @type {Command} */
const enterInLine = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to)) {
    return false;
  }
  switch ($from.parent.type) {
    case nodes.attribution:
    case nodes.credit:
      dispatch?.(paragraphAfter(state, $from.depth - 1));
      return true;
    case nodes.caption: {
      const isOfGallery = $from.node(-1).type === nodes.gallery;
      dispatch?.(isOfGallery ? paragraphAfter(state, $from.depth - 1) : putCaret(state.tr, $from.after() + 1));
      return true;
    }
    case nodes.table_caption:
      dispatch?.(putCaret(state.tr, $from.after() + 1));
      return true;
    case nodes.table_cell:
    case nodes.table_header:
      return breakLine(state, dispatch);
    default:
      return false;
  }
};

/** Enter in an empty last line of a quote: on to who said it; in an empty quote: out of it. @type {Command} */
const enterAtEndOfQuote = (state, dispatch, view) => {
  const $at = caret(state);
  if (!$at || $at.depth < 2 || $at.parent.type !== nodes.paragraph || $at.parent.content.size > 0) {
    return false;
  }
  const quote = $at.node(-1);
  if (quote.type !== nodes.blockquote || $at.index(-1) !== quote.childCount - 2) {
    return false;
  }
  if (quote.childCount === 2) {
    return unquote(state, dispatch, view);
  }
  if (dispatch) {
    const tr = state.tr.delete($at.before(), $at.after());
    dispatch(putCaret(tr, $at.before() + 1));
  }
  return true;
};

/** What follows a block of text is a paragraph, in the same language. */
const splitIntoParagraph = splitBlockAs((node, isAtEnd) => {
  const { lang = null, dir = null } = node.attrs;
  return isAtEnd ? { type: nodes.paragraph, attrs: { lang, dir } } : null;
});

/** A second empty line leaves preformatted text. @type {Command} */
const enterAtEndOfPreformatted = (state, dispatch) => {
  const $at = caret(state);
  const isEnd = $at?.parent.type === nodes.preformatted && $at.parentOffset === $at.parent.content.size;
  if (!$at || !isEnd || !$at.parent.textContent.endsWith('\n')) {
    return false;
  }
  if (dispatch) {
    const tr = state.tr.delete($at.pos - 1, $at.pos);
    const after = tr.mapping.map($at.after());
    tr.insert(after, nodes.paragraph.create());
    dispatch(putCaret(tr, after + 1));
  }
  return true;
};

/** @type {Command} */
export const breakLine = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent || state.selection.$from.parent.type === nodes.preformatted) {
    return false;
  }
  dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create(), true).scrollIntoView());
  return true;
};

/** Backspace at the start of a line that cannot flow into the one before. @type {Command} */
const backspaceAtStart = (state, dispatch, view) => {
  const $at = caret(state);
  if (!$at || $at.parentOffset > 0 || $at.depth === 0) {
    return false;
  }
  const { type } = $at.parent;
  if (type === nodes.attribution) {
    dispatch?.(putCaret(state.tr, $at.before(), -1));
    return true;
  }
  if ([nodes.caption, nodes.credit, nodes.table_caption, nodes.table_cell, nodes.table_header].includes(type)) {
    return true;
  }
  if (type === nodes.heading || type === nodes.preformatted) {
    return setBlock(nodes.paragraph)(state, dispatch, view);
  }
  if ($at.index(-1) > 0 || $at.depth < 2) {
    return false;
  }
  if ($at.node(-1).type === nodes.list_item) {
    return liftListItem(nodes.list_item)(state, dispatch, view);
  }
  return $at.node(-1).type === nodes.blockquote && unquote(state, dispatch, view);
};

/** Delete at the end of a line into which nothing may flow. @type {Command} */
const deleteAtEnd = (state) => {
  const $at = caret(state);
  if (!$at || $at.parentOffset < $at.parent.content.size) {
    return false;
  }
  const isLastOfQuote = $at.depth > 1 && $at.node(-1).maybeChild($at.index(-1) + 1)?.type === nodes.attribution;
  return isLastOfQuote || $at.parent.type.spec.isolating === true || $at.parent.type.spec.tableRole !== undefined;
};

/** Moves the block of the selection before or after its neighbour. @param {-1 | 1} step @returns {Command} */
export function moveBlock(step) {
  return (state, dispatch) => {
    const { selection } = state;
    const $at = selection.$from;
    const depth = selection instanceof NodeSelection ? $at.depth + 1 : movable($at);
    if (depth === 0) {
      return false;
    }
    const parent = $at.node(depth - 1);
    const index = $at.index(depth - 1);
    const other = parent.maybeChild(index + step);
    if (!other || !parent.canReplaceWith(index + step, index + step, parent.child(index).type)) {
      return false;
    }
    if (other.type === nodes.attribution || other.type === nodes.caption) {
      return false;
    }
    if (dispatch) {
      const block = parent.child(index);
      const start = selection instanceof NodeSelection ? selection.from : $at.before(depth);
      const by = step < 0 ? -other.nodeSize : other.nodeSize;
      const tr = state.tr.delete(start, start + block.nodeSize).insert(start + by, block);
      tr.setSelection(
        selection instanceof NodeSelection
          ? NodeSelection.create(tr.doc, start + by)
          : TextSelection.between(
              tr.doc.resolve(selection.anchor + by),
              tr.doc.resolve(Math.min(selection.head, start + block.nodeSize - 1) + by),
            ),
      );
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** How deep the block stands that moves as one: an entry of a list, a block of a quote, a block of the body. */
function movable(/** @type {ResolvedPos} */ $at) {
  const rigid = depthOf($at, nodes.figure, nodes.table_box);
  const limit = rigid || $at.depth;
  const entry = depthOf($at, nodes.list_item);
  const quote = depthOf($at, nodes.blockquote);
  const gallery = depthOf($at, nodes.gallery);
  return Math.min(limit, Math.max(entry, quote && quote + 1, gallery && gallery + 1, 1));
}

/**
 * In the last cell of a table: a new row, and the caret in its first cell. After an empty row there is none, so that the
 * Tab key leads out of every table. @type {Command}
 */
const rowAfterLastCell = (state, dispatch) => {
  if (!isInTable(state) || goToNextCell(1)(state) || isLastRowEmpty(state)) {
    return false;
  }
  if (dispatch) {
    addRowAfter(state, (tr) => {
      const { map, tableStart } = selectedRect(state);
      const rows = tr.doc.resolve(tableStart).parent;
      let start = tableStart;
      for (let row = 0; row < map.height; row++) {
        start += rows.child(row).nodeSize;
      }
      dispatch(putCaret(tr, start + 2));
    });
  }
  return true;
};

/** True when nothing stands in the last row of the table in which the caret is. @param {EditorState} state */
function isLastRowEmpty(state) {
  const { map, table } = selectedRect(state);
  const last = new Set(map.map.slice(-map.width));
  return [...last].every((at) => {
    const cell = table.nodeAt(at);
    return cell !== null && cell.textContent === '' && cell.childCount < 2;
  });
}

/** @type {Command} */
const tab = (state, dispatch, view) =>
  goToNextCell(1)(state, dispatch) ||
  rowAfterLastCell(state, dispatch, view) ||
  toNextLine(1)(state, dispatch) ||
  sinkListItem(nodes.list_item)(state, dispatch, view);

/** @type {Command} */
const shiftTab = (state, dispatch, view) => {
  if (goToNextCell(-1)(state, dispatch) || toNextLine(-1)(state, dispatch)) {
    return true;
  }
  // an entry of an outermost list stays one, so that the key can leave the editor
  const { $from } = state.selection;
  const depth = depthOf($from, nodes.list_item);
  return depth > 3 && $from.node(depth - 2).type === nodes.list_item && liftListItem(nodes.list_item)(state, dispatch, view);
};

/** From a caption to the credit and back. @param {-1 | 1} step @returns {Command} */
function toNextLine(step) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const isWay = $from.parent.type === (step > 0 ? nodes.caption : nodes.credit) && $from.node(-1).type === nodes.figure;
    if (isWay && dispatch) {
      dispatch(putCaret(state.tr, step > 0 ? $from.after() + 1 : $from.before() - 1, -step));
    }
    return isWay;
  };
}

/** Takes all emphasis from the selection; links stay. @type {Command} */
export const plain = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) {
    return false;
  }
  if (dispatch) {
    const tr = state.tr;
    for (const type of Object.values(schema.marks)) {
      if (type !== schema.marks.link && type !== schema.marks.span) {
        tr.removeMark(from, to, type);
      }
    }
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** A space at which no line ends. @type {Command} */
export const noBreakSpace = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\u00a0').scrollIntoView());
  return true;
};

/** The keys of blocks. @type {Record<string, Command>} */
export const blockKeys = {
  Enter: chainCommands(
    enterInLine,
    enterAtEndOfQuote,
    enterAtEndOfPreformatted,
    newlineInCode,
    splitListItem(nodes.list_item),
    createParagraphNear,
    liftEmptyBlock,
    splitIntoParagraph,
  ),
  'Shift-Enter': chainCommands(newlineInCode, breakLine),
  'Mod-Enter': chainCommands(exitCode, breakLine),
  Backspace: chainCommands(undoInputRule, backspaceAtStart),
  Delete: deleteAtEnd,
  Tab: tab,
  'Shift-Tab': shiftTab,
  'Alt-Shift-ArrowUp': moveBlock(-1),
  'Alt-Shift-ArrowDown': moveBlock(1),
  'Mod-Shift-Space': noBreakSpace,
  'Ctrl-Shift-Space': noBreakSpace,
};

/** @param {string} name */
export const toggle = (name) => toggleMark(schema.marks[name]);

/** After a last block in which no caret can stand below, an empty paragraph; it is never written. */
export function lastLine() {
  return new Plugin({
    appendTransaction: (_, __, { doc, tr }) =>
      doc.lastChild?.type === nodes.paragraph ? null : tr.insert(doc.content.size, nodes.paragraph.create()).setMeta('addToHistory', false),
  });
}
