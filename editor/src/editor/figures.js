/** Figures as the editor shows them: the picture, its texts in labelled fields, and its way to the server. */
import { NodeSelection, Plugin } from 'prosemirror-state';
import { dropPoint } from 'prosemirror-transform';
import { schema } from '../body/schema.js';
import { el, freshId, say } from '../page/dom.js';
import { word } from '../page/page.js';
import { moveBlock, placeBlocks } from './blocks.js';
import { icon } from './icons.js';
import { joinWithBefore, partFromGallery, removeFigure } from './galleries.js';
import { again, onUpload, upload, uploadOf } from './uploads.js';

/**
 * @typedef {import('prosemirror-view').EditorView} EditorView
 * @typedef {import('prosemirror-view').NodeView} NodeView
 * @typedef {import('prosemirror-model').Node} BodyNode
 */

const { figure, caption, credit } = schema.nodes;

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** A figure with its labelled fields. @implements {NodeView} */
class FigureView {
  /**
   * @param {BodyNode} node
   * @param {EditorView} view
   * @param {() => number | undefined} position
   * @param {string} pictures the address of pictures
   */
  constructor(node, view, position, pictures) {
    this.node = node;
    this.view = view;
    this.position = position;
    this.pictures = pictures;
    /** What the place of the picture shows now. @type {string} */
    this.shown = '';
    this.picture = el('div', { class: 'ed-picture' });
    this.state = el('div', { class: 'ed-picture-state', role: 'status' });
    this.alt = el('textarea', { id: freshId(), rows: 1, class: 'ed-alt', oninput: () => this.setAlt() });
    this.missing = el('p', { class: 'ed-missing', id: freshId() }, word('editor.figure.alt-missing'));
    this.alt.setAttribute('aria-describedby', this.missing.id);
    this.fields = el(
      'div',
      { class: 'ed-fields', contenteditable: 'false' },
      this.picture,
      this.bar(),
      this.state,
      el('div', { class: 'ed-field' }, el('label', { for: this.alt.id }, word('editor.figure.alt')), this.alt, this.missing),
    );
    this.contentDOM = el('div', { class: 'ed-texts' });
    this.dom = el('figure', { class: 'ed-figure' }, this.fields, this.contentDOM);
    this.dom.addEventListener('pointerenter', () => this.showBar());
    queueMicrotask(() => this.showBar());
    this.stopListening = onUpload((changed) => changed.id === this.node.attrs.upload && this.showUpload());
    this.show();
  }

  bar() {
    /** @param {string} label @param {string} sign @param {() => void} act */
    const button = (label, sign, act) =>
      el('button', { type: 'button', class: 'ed-small', 'aria-label': label, title: label, onclick: act }, icon(sign));
    this.join = button(word('editor.figure.join'), 'joinPictures', () => this.change(joinWithBefore));
    this.part = button(word('editor.figure.part'), 'partPictures', () => this.change(partFromGallery));
    const bar = el(
      'div',
      { class: 'ed-figure-bar', role: 'group', 'aria-label': word('editor.figure') },
      this.join,
      this.part,
      button(word('editor.block.up'), 'up', () => this.move(-1)),
      button(word('editor.block.down'), 'down', () => this.move(1)),
      button(word('editor.figure.remove'), 'remove', () => this.change(removeFigure)),
    );
    bar.addEventListener('focusin', () => this.showBar());
    return bar;
  }

  /** What can be done depends on what stands around the figure. */
  showBar() {
    const at = this.position();
    if (at !== undefined && this.join && this.part && !this.view.isDestroyed) {
      this.join.hidden = joinWithBefore(this.view.state, at) === null;
      this.part.hidden = partFromGallery(this.view.state, at) === null;
    }
  }

  show() {
    const { asset, alt } = this.node.attrs;
    if (oneLine(this.alt.value) !== alt) {
      this.alt.value = alt;
    }
    this.missing.hidden = alt.trim() !== '';
    this.dom.classList.toggle('ed-without-alt', alt.trim() === '');
    if (asset && this.shown !== asset) {
      this.shown = asset;
      const image = el('img', { src: `${this.pictures}/${asset}`, alt, draggable: 'false' });
      image.addEventListener('error', () => image.replaceWith(el('p', { class: 'ed-gone' }, word('editor.figure.gone'))));
      this.picture.replaceChildren(image);
    }
    this.picture.querySelector('img')?.setAttribute('alt', alt);
    this.showUpload();
  }

  showUpload() {
    const current = this.node.attrs.upload ? uploadOf(this.node.attrs.upload) : undefined;
    if (this.node.attrs.asset || !current) {
      this.state.replaceChildren();
      return;
    }
    if (current.state === 'done') {
      // not within an update of the view
      queueMicrotask(() => this.set({ asset: current.asset, upload: null }));
    } else if (current.state === 'failed') {
      this.state.replaceChildren(
        el('p', { class: 'ed-fault' }, `${current.file.name}: ${current.message}`),
        el('button', { type: 'button', onclick: () => again(current.id, this.pictures) }, word('editor.picture.again')),
        el('button', { type: 'button', onclick: () => this.change(removeFigure) }, word('editor.figure.remove')),
      );
    } else {
      this.showProgress(current);
    }
    if (this.shown !== current.file.name) {
      this.shown = current.file.name;
      preview(current.file, this.picture);
    }
  }

  /** @param {import('./uploads.js').Upload} current */
  showProgress(current) {
    let bar = this.state.querySelector('progress');
    if (!bar) {
      bar = el('progress', { max: 1, 'aria-label': word('editor.picture.sending', current.file.name) });
      this.state.replaceChildren(el('p', {}, word('editor.picture.sending', current.file.name)), bar);
    }
    bar.value = current.progress;
  }

  /** @param {Record<string, unknown>} attrs @param {boolean} [isUndone] whether undo turns it back */
  set(attrs, isUndone = false) {
    const at = this.position();
    if (at !== undefined && !this.view.isDestroyed) {
      const tr = this.view.state.tr.setNodeMarkup(at, null, { ...this.node.attrs, ...attrs });
      this.view.dispatch(tr.setMeta('addToHistory', isUndone));
    }
  }

  setAlt() {
    this.set({ alt: oneLine(this.alt.value) }, true);
  }

  /** @param {-1 | 1} step */
  move(step) {
    const at = this.position();
    if (at !== undefined) {
      const { state } = this.view;
      this.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)));
      const isMoved = moveBlock(step)(this.view.state, this.view.dispatch);
      say(word(isMoved ? 'editor.block.moved' : 'editor.block.at-end'));
      this.view.focus();
    }
  }

  /** @param {(state: import('prosemirror-state').EditorState, at: number) => import('prosemirror-state').Transaction | null} how */
  change(how) {
    const at = this.position();
    const tr = at === undefined ? null : how(this.view.state, at);
    if (tr) {
      this.view.dispatch(tr.scrollIntoView());
      this.view.focus();
    }
  }

  /** @param {BodyNode} node */
  update(node) {
    if (node.type !== figure) {
      return false;
    }
    this.node = node;
    this.show();
    return true;
  }

  selectNode() {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode() {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  /** What happens in the fields is theirs. @param {Event} event */
  stopEvent(event) {
    const target = /** @type {Node | null} */ (event.target);
    return this.fields.contains(target) && !this.picture.contains(target) && !/^drag|^drop/.test(event.type);
  }

  /** @param {import('prosemirror-view').ViewMutationRecord} mutation */
  ignoreMutation(mutation) {
    return mutation.type !== 'selection' && this.fields.contains(mutation.target);
  }

  destroy() {
    this.stopListening();
  }
}

/** Shows a picture that is not on the server yet; drawn, as the page's policy loads pictures from the server alone. */
async function preview(/** @type {File} */ file, /** @type {HTMLElement} */ place) {
  const canvas = el('canvas', { class: 'ed-preview', role: 'img', 'aria-label': file.name });
  place.replaceChildren(canvas);
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, 800 / bitmap.width);
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
  } catch {
    canvas.replaceWith(el('p', { class: 'ed-gone' }, file.name));
  }
}

/** A line of text with its label beside it. @param {string} label @returns {import('prosemirror-view').NodeViewConstructor} */
const labelled = (label) => (node) => {
  const contentDOM = el('div', { class: 'ed-line' });
  const dom = el('div', { class: 'ed-field' }, el('span', { class: 'ed-label', contenteditable: 'false' }, label), contentDOM);
  dom.classList.add(`ed-${node.type.name}`);
  return { dom, contentDOM, ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target) };
};

/** @param {string} pictures @returns {Record<string, import('prosemirror-view').NodeViewConstructor>} */
export function figureViews(pictures) {
  return {
    figure: (node, view, position) => new FigureView(node, view, position, pictures),
    caption: (node, view, position) => {
      const at = position();
      const isOfGallery = at !== undefined && view.state.doc.resolve(at).parent.type === schema.nodes.gallery;
      return labelled(word(isOfGallery ? 'editor.figure.caption-of-all' : 'editor.figure.caption'))(node, view, position, [], /** @type {any} */ (null));
    },
    credit: labelled(word('editor.figure.credit')),
    table_caption: labelled(word('editor.table.caption')),
    attribution: labelled(word('editor.quote.attribution')),
  };
}

/** A figure for a file that begins its way to the server. @param {File} file @param {string} pictures */
export function figureOf(file, pictures) {
  return figure.create({ upload: upload(file, pictures).id }, [caption.create(), credit.create()]);
}

/** @param {EditorView} view @param {File[]} files @param {string} pictures @param {number} [position] */
export function insertPictures(view, files, pictures, position) {
  if (files.length === 0) {
    return false;
  }
  const tr = view.state.tr;
  const figures = files.map((file) => figureOf(file, pictures));
  let at = position;
  if (at !== undefined && tr.doc.resolve(at).depth === 0) {
    tr.insert(at, figures);
  } else {
    const $end = tr.doc.resolve(at ?? tr.selection.to);
    if (placeBlocks(tr, $end.pos, figures) === null) {
      tr.insert($end.after(1), figures);
    }
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** Files that are dropped on the body become figures where they are dropped. @param {string} pictures */
export function droppedPictures(pictures) {
  return new Plugin({
    props: {
      handleDrop(view, event, slice, isMoved) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (isMoved || files.length === 0) {
          return false;
        }
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to;
        event.preventDefault();
        return insertPictures(view, files, pictures, dropPoint(view.state.doc, place, slice) ?? place);
      },
    },
  });
}
