/** Pasting into the editor: what is pasted is cleaned first, and says what it had to leave out. */
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { nodesOf } from '../body/read.js';
import { pasted, pastedText } from '../body/paste.js';
import { schema } from '../body/schema.js';
import { typedAddress } from './links.js';
import { insertPictures } from './figures.js';
import { picturesOf, upload } from './uploads.js';

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
  return picturesOf([new File([bytes], `picture.${found[1].slice(6).replace(/\W.*/, '')}`, { type: found[1] })])[0] ?? null;
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
  const isOpen = (/** @type {BodyNode | null} */ node) => node?.type === schema.nodes.paragraph;
  const isOneText = blocks.childCount === 1 && isOpen(blocks.firstChild);
  const isFlowing = isOneText || (blocks.childCount > 1 && isOpen(blocks.firstChild));
  return new Slice(blocks, isFlowing ? 1 : 0, isOneText || (isFlowing && isOpen(blocks.lastChild)) ? 1 : 0);
}

/** @param {EditorView} view @param {Fragment} blocks */
function insert(view, blocks) {
  const { $from } = view.state.selection;
  const tr = view.state.tr;
  const isLine = $from.parent.inlineContent && ($from.parent.type.spec.isolating || $from.parent.type.spec.tableRole);
  if ($from.parent.type.spec.code) {
    tr.insertText(blocks.textBetween(0, blocks.size, '\n', '\n'));
  } else {
    tr.replaceSelection(isLine ? new Slice(asLine(blocks), 0, 0) : sliceOf(blocks));
  }
  view.dispatch(tr.setMeta('paste', true).scrollIntoView());
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
 * @param {(leftOut: number) => void} tell of pictures that were left out
 */
export function pasting(pictures, tell) {
  let isPlain = false;
  return new Plugin({
    props: {
      handleKeyDown(_, event) {
        isPlain = event.key.toLowerCase() === 'v' && event.shiftKey && (event.ctrlKey || event.metaKey);
        return false;
      },
      handlePaste(view, event) {
        const clipboard = event.clipboardData;
        if (!clipboard) {
          return false;
        }
        const html = isPlain ? '' : clipboard.getData('text/html');
        const text = clipboard.getData('text/plain');
        isPlain = false;
        if (html.includes('data-pm-slice') || (!html && !text && clipboard.files.length === 0)) {
          return false;
        }
        if (linked(view, text)) {
          return true;
        }
        const begin = (/** @type {string} */ data) => {
          const file = fileOf(data);
          return file && upload(file, pictures).id;
        };
        const files = picturesOf(clipboard.files);
        const { blocks, leftOut } = html ? pasted(html, { pictures, begin: files.length > 0 ? () => null : begin }) : { blocks: pastedText(text), leftOut: 0 };
        // a picture that is copied comes as a file, and its HTML names where it was
        if (files.length > 0 && blocks.textContent?.trim() === '') {
          return insertPictures(view, files, pictures);
        }
        const nodes = nodesOf(blocks);
        if (nodes.size > 0) {
          insert(view, nodes);
        }
        if (leftOut > 0) {
          tell(leftOut);
        }
        return true;
      },
    },
  });
}
