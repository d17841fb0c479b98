/** What can be done with tables. */
import { Plugin, Selection, TextSelection } from 'prosemirror-state';
import { CellSelection, isInTable, selectedRect, TableMap } from 'prosemirror-tables';
import { schema } from '../body/schema.js';
import { depthOf } from './blocks.js';

/**
 * @typedef {import('prosemirror-state').Command} Command
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-state').Transaction} Transaction
 * @typedef {import('prosemirror-model').Node} BodyNode
 */

const { table, table_box, table_caption, table_row, table_cell, table_header } = schema.nodes;

/** A new table: a head, and rows below it. */
export function newTable(rows = 3, columns = 3) {
  const row = (/** @type {import('prosemirror-model').NodeType} */ cell, /** @type {string} */ part) =>
    table_row.create({ part }, Array.from({ length: columns }, () => cell.create()));
  const body = Array.from({ length: rows - 1 }, () => row(table_cell, 'tbody'));
  return table_box.create(null, [table_caption.create(), table.create(null, [row(table_header, 'thead'), ...body])]);
}

/** @type {Command} */
export const deleteTable = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = depthOf($from, table_box);
  if (depth && dispatch) {
    const at = $from.before(depth);
    const tr = state.tr.replaceWith(at, $from.after(depth), schema.nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  }
  return depth > 0;
};

/**
 * Makes cells header cells or ordinary ones.
 *
 * @param {Transaction} tr
 * @param {number} start where the table's content begins
 * @param {Iterable<number>} cells places within it
 * @param {boolean} isHeader
 */
function setHeader(tr, start, cells, isHeader) {
  for (const cell of new Set(cells)) {
    const { colspan, rowspan } = /** @type {BodyNode} */ (tr.doc.nodeAt(start + cell)).attrs;
    tr.setNodeMarkup(start + cell, isHeader ? table_header : table_cell, { colspan, rowspan });
  }
}

/** @param {BodyNode} within @param {number} cell */
const isHeaderCell = (within, cell) => within.nodeAt(cell)?.type === table_header;

/** True while the first row is a head. @param {EditorState} state */
export function hasHeaderRow(state) {
  return isInTable(state) && selectedRect(state).table.firstChild?.attrs.part === 'thead';
}

/** True while the cells at the start of all rows below the head name their rows. @param {EditorState} state */
export function hasHeaderColumn(state) {
  if (!isInTable(state)) {
    return false;
  }
  const { table: within, map } = selectedRect(state);
  const cells = firstColumn(within, map);
  return cells.length > 0 && cells.every((cell) => isHeaderCell(within, cell));
}

/** The cells at the start of the rows that are no head. @param {BodyNode} within @param {TableMap} map */
function firstColumn(within, map) {
  const cells = [];
  for (let row = 0; row < map.height; row++) {
    if (within.child(row).attrs.part !== 'thead') {
      cells.push(map.map[row * map.width]);
    }
  }
  return cells;
}

/** @type {Command} */
export const toggleHeaderRow = (state, dispatch) => {
  if (!isInTable(state)) {
    return false;
  }
  if (dispatch) {
    const { table: within, map, tableStart } = selectedRect(state);
    const wasHead = hasHeaderRow(state);
    const wasColumn = hasHeaderColumn(state);
    const tr = state.tr;
    within.forEach((row, offset, at) => {
      if (wasHead ? row.attrs.part === 'thead' : at === 0) {
        tr.setNodeMarkup(tableStart + offset, null, { part: wasHead ? 'tbody' : 'thead' });
        const cells = map.map.slice(at * map.width, (at + 1) * map.width).filter((cell) => cell > offset);
        setHeader(tr, tableStart, cells, !wasHead);
        if (wasHead && wasColumn) {
          setHeader(tr, tableStart, cells.slice(0, 1), true);
        }
      }
    });
    dispatch(tr);
  }
  return true;
};

/** @type {Command} */
export const toggleHeaderColumn = (state, dispatch) => {
  if (!isInTable(state)) {
    return false;
  }
  if (dispatch) {
    const { table: within, map, tableStart } = selectedRect(state);
    const tr = state.tr;
    setHeader(tr, tableStart, firstColumn(within, map), !hasHeaderColumn(state));
    dispatch(tr);
  }
  return true;
};

/** One cell of those that are selected; their texts stand one after the other. @type {Command} */
export const joinCells = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof CellSelection) || selection.$anchorCell.pos === selection.$headCell.pos) {
    return false;
  }
  const rect = selectedRect(state);
  if (cutsThrough(rect)) {
    return false;
  }
  if (dispatch) {
    const { map, table: within, tableStart } = rect;
    const cells = map.cellsInRect(rect);
    const tr = state.tr;
    const first = /** @type {BodyNode} */ (within.nodeAt(cells[0]));
    let content = first.content;
    for (const cell of cells.slice(1)) {
      const node = /** @type {BodyNode} */ (within.nodeAt(cell));
      if (node.content.size > 0) {
        const space = content.size > 0 ? content.addToEnd(schema.text(' ')) : content;
        content = space.append(node.content);
      }
    }
    for (const cell of cells.slice(1).reverse()) {
      tr.delete(tableStart + cell, tableStart + cell + /** @type {BodyNode} */ (within.nodeAt(cell)).nodeSize);
    }
    const at = tableStart + cells[0];
    const spans = { colspan: rect.right - rect.left, rowspan: rect.bottom - rect.top };
    const scope = first.attrs.scope;
    tr.replaceWith(at, at + first.nodeSize, first.type.create({ ...spans, scope }, content));
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

/** True when a cell reaches out of a rectangle. @param {import('prosemirror-tables').TableRect} rect */
function cutsThrough({ map, left, right, top, bottom }) {
  return map.cellsInRect({ left, right, top, bottom }).some((cell) => {
    const own = map.findCell(cell);
    return own.left < left || own.right > right || own.top < top || own.bottom > bottom;
  });
}

/** Keeps the parts of tables in order: a row above a head is of the head, one below a foot is of the foot. */
export function orderedParts() {
  return new Plugin({
    appendTransaction(transactions, _, { doc, tr }) {
      if (!transactions.some((each) => each.docChanged)) {
        return null;
      }
      doc.descendants((node, position) => {
        if (node.type !== table) {
          return !node.isTextblock;
        }
        /** @type {{at: number, part: string}[]} */
        const rows = [];
        node.forEach((row, offset) => rows.push({ at: position + 1 + offset, part: row.attrs.part }));
        const lastHead = rows.findLastIndex((row) => row.part === 'thead');
        const firstFoot = rows.findIndex((row, at) => row.part === 'tfoot' && at > lastHead);
        rows.forEach((row, at) => {
          const part = at <= lastHead ? 'thead' : firstFoot >= 0 && at >= firstFoot ? 'tfoot' : 'tbody';
          if (part !== row.part) {
            tr.setNodeMarkup(row.at, null, { part });
          }
        });
        return false;
      });
      return tr.docChanged ? tr : null;
    },
  });
}
