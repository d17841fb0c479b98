/** Pasting into the editor: what is pasted is cleaned first, and says what it had to leave out. */
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { nodesOf, prepare } from '../body/read.js';
import { pasted, pastedText } from '../body/paste.js';
import { schema } from '../body/schema.js';
import { typedAddress } from './links.js';
import { insertPictures } from './figures.js';
import { upload } from './uploads.js';

/**
 * @typedef {import('prosemirror-view').EditorView} EditorView
 * @typedef {import('prosemirror-model').Node} BodyNode
 */

/** The file in a `data:` address of a picture. @param {string} data */
function fileOf(data) {
  const found = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(data);
  if (!found) {
    return null;
  }
  const bytes = Uint8Array.from(atob(found[2].replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  return new File([bytes], `picture.${found[1].slice(6).replace(/\W.*/, '')}`, { type: found[1] });
}

/** Text alone, of blocks, for a place where no block may stand. @param {Fragment} blocks */
function asLine(blocks) {
  /** @type {BodyNode[]} */
  const line = [];
  blocks.descendants((node) => {
    if (!node.isTextblock) {
      return true;
    }
    if (line.length > 0 && node.content.size > 0) {
      line.push(schema.nodes.line_break.create());
    }
    node.forEach((piece) => line.push(piece));
    return false;
  });
  return Fragment.from(line);
}

/** Blocks as a slice whose first and last paragraphs flow into the text around them. @param {Fragment} blocks */
function sliceOf(blocks) {
  // a paragraph with a language or a direction of its own keeps it: the one around the caret has another
  const isOpen = (/** @type {BodyNode | null} */ node) =>
    node?.type === schema.nodes.paragraph && !node.attrs.dir && !node.attrs.lang;
  const isOneText = blocks.childCount === 1 && isOpen(blocks.firstChild);
  const isFlowing = isOneText || (blocks.childCount > 1 && isOpen(blocks.firstChild));
  return new Slice(blocks, isFlowing ? 1 : 0, isOneText || (isFlowing && isOpen(blocks.lastChild)) ? 1 : 0);
}

/** True where only a line of text may stand: in a cell, a caption, a credit. @param {EditorView} view */
function isLine({ state: { selection: { $from: { parent } } } }) {
  return parent.inlineContent && (parent.type.spec.isolating === true || parent.type.spec.tableRole !== undefined);
}

/** @param {EditorView} view @param {Fragment} blocks */
function insert(view, blocks) {
  const tr = view.state.tr;
  if (view.state.selection.$from.parent.type.spec.code) {
    tr.insertText(blocks.textBetween(0, blocks.size, '\n', '\n'));
  } else {
    tr.replaceSelection(isLine(view) ? new Slice(asLine(blocks), 0, 0) : sliceOf(blocks));
  }
  view.dispatch(tr.setMeta('paste', true).scrollIntoView());
}

/** True for HTML that an editor like this one has copied. @param {string} html */
const isOwn = (html) => html.includes('data-pm-slice');

/**
 * Pastes what an editor like this one has copied, as it was there. Anybody may write that they are one, with a text that
 * fits nowhere: it is then cleaned like others.
 *
 * @param {EditorView} view
 * @param {Slice} slice
 * @param {string} html
 */
function pasteOwn(view, slice, html) {
  const isOfTable = slice.content.firstChild?.type.spec.tableRole !== undefined;
  if (isOfTable) {
    return false;
  }
  try {
    if (isLine(view)) {
      insert(view, slice.content);
    } else {
      const { tr } = view.state;
      const single = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1 ? slice.content.firstChild : null;
      single ? tr.replaceSelectionWith(single) : tr.replaceSelection(slice);
      tr.doc.check();
      view.dispatch(tr.setMeta('paste', true).scrollIntoView());
    }
  } catch {
    insert(view, nodesOf(pasted(html).blocks));
  }
  return true;
}

/** An address that is pasted over words becomes their link. @param {EditorView} view @param {string} text */
function linked(view, text) {
  const { empty, from, to, $from, $to } = view.state.selection;
  const href = /^\S+$/.test(text.trim()) && /^(https?:|mailto:|tel:)/i.test(text.trim()) ? typedAddress(text) : '';
  if (empty || href === '' || !$from.sameParent($to) || !$from.parent.type.allowsMarkType(schema.marks.link)) {
    return false;
  }
  const { link } = schema.marks;
  view.dispatch(view.state.tr.removeMark(from, to, link).addMark(from, to, link.create({ href })));
  return true;
}

/**
 * @param {string} pictures the address of pictures
 * @param {(leftOut: number, comments: number) => void} tell of pictures and comments that were left out
 */
export function pasting(pictures, tell) {
  let isPlain = false;
  let isDropping = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        drop: () => {
          isDropping = true;
          queueMicrotask(() => (isDropping = false));
          return false;
        },
      },
      // what is dropped is cleaned as well; what is pasted is taken from the event itself, below
      transformPastedHTML(html) {
        if (isOwn(html)) {
          return html;
        }
        return isDropping ? prepare(pasted(html, { pictures }).blocks).innerHTML : '';
      },
      handleKeyDown(_, event) {
        isPlain = event.key.toLowerCase() === 'v' && event.shiftKey && (event.ctrlKey || event.metaKey);
        return false;
      },
      handlePaste(view, event, slice) {
        const clipboard = event.clipboardData;
        if (!clipboard) {
          return false;
        }
        const html = isPlain ? '' : clipboard.getData('text/html');
        const text = clipboard.getData('text/plain');
        isPlain = false;
        if (!html && !text && clipboard.files.length === 0) {
          return false;
        }
        if (isOwn(html)) {
          return pasteOwn(view, slice, html);
        }
        if (linked(view, text)) {
          return true;
        }
        const begin = (/** @type {string} */ data) => {
          const file = fileOf(data);
          return file && upload(file, pictures).id;
        };
        const files = [...clipboard.files];
        const { direction } = getComputedStyle(view.dom);
        const how = { pictures, direction, begin: files.length > 0 ? () => null : begin };
        const { blocks, leftOut, comments } = html ? pasted(html, how) : { blocks: pastedText(text), leftOut: 0, comments: 0 };
        // a picture that is copied comes as a file, and its HTML names where it was, perhaps with its alternative text
        const isPicture = html !== '' && text === '' && /<img/i.test(html);
        if (files.length > 0 && (isPicture || blocks.textContent?.trim() === '')) {
          return insertPictures(view, files, pictures);
        }
        const nodes = nodesOf(blocks);
        if (nodes.size > 0) {
          insert(view, nodes);
        }
        if (leftOut > 0 || comments > 0) {
          tell(leftOut, comments);
        }
        return true;
      },
    },
  });
}
