/** The editor of a body: a rich text in place of a text area, which always holds what would be saved. */
import { baseKeymap } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { EditorState, Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { read } from '../body/read.js';
import { schema } from '../body/schema.js';
import { write } from '../body/write.js';
import { el, freshId } from '../page/dom.js';
import { word } from '../page/page.js';
import { textsOfOriginal } from '../page/untranslated.js';
import { blockKeys, lastLine, plain, setBlock, toggle, toggleList, toggleQuote } from './blocks.js';
import { droppedPictures, figureViews, insertPictures } from './figures.js';
import { linkAt, LinkDialog, nameOf } from './links.js';
import { pasting } from './pasting.js';
import { shownBesides } from './shown.js';
import { orderedParts } from './tables.js';
import { Toolbar } from './toolbar.js';
import { typing } from './typing.js';

/** @typedef {import('prosemirror-state').Command} Command */

const { nodes } = schema;

/** The caret stays clear of what stands at the head of the window while the page scrolls: what saves, and the tools. */
const UNDER_THE_HEADS = { top: 150, bottom: 24, left: 0, right: 0 };

/** The editors of this page, by their text areas. @type {WeakMap<HTMLTextAreaElement, Editor>} */
const editors = new WeakMap();

/** @param {HTMLTextAreaElement} area */
export const editorOf = (area) => editors.get(area);

/** Undo turns back an automatic replacement alone, and then what was typed. @type {Command} */
const undoStep = (state, dispatch) => undoInputRule(state, dispatch) || undo(state, dispatch);

/** @param {Command} openLink @param {Command} toToolbar @returns {Record<string, Command>} */
const keys = (openLink, toToolbar) => ({
  ...blockKeys,
  'Mod-z': undoStep,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': toggle('strong'),
  'Mod-i': toggle('em'),
  'Mod-e': toggle('code'),
  'Mod-Shift-x': toggle('s'),
  'Mod-,': toggle('sub'),
  'Mod-.': toggle('sup'),
  'Mod-\\': plain,
  'Mod-k': openLink,
  'Mod-Alt-0': setBlock(nodes.paragraph),
  'Mod-Alt-2': setBlock(nodes.heading, { level: 2 }),
  'Mod-Alt-3': setBlock(nodes.heading, { level: 3 }),
  'Mod-Alt-4': setBlock(nodes.heading, { level: 4 }),
  'Mod-Shift-7': toggleList(nodes.ordered_list),
  'Mod-Shift-8': toggleList(nodes.bullet_list),
  'Mod-Shift-9': toggleQuote,
  'Alt-F10': toToolbar,
});

class Editor {
  /** @param {HTMLTextAreaElement} area */
  constructor(area) {
    this.area = area;
    this.language = area.dataset.contentLanguage ?? document.documentElement.lang;
    this.pictures = area.dataset.pictures ?? '';
    this.links = area.dataset.links ?? '';
    /** The link whose name is shown. @type {string} */
    this.linkShown = '';
    this.frame = el('div', { class: 'ed' });
    this.foot = el('div', { class: 'ed-foot' });
    this.linkName = el('span', { class: 'ed-link-name' });
    this.note = el('p', { class: 'ed-note', role: 'status' });
    this.view = this.mount();
    this.dialog = new LinkDialog(this.view, this.links, this.language);
    this.toolbar = new Toolbar(this.view, { openLink: this.openLink, choosePictures: this.choosePictures });
    this.chooser = el('input', {
      type: 'file', multiple: true, hidden: true, accept: 'image/jpeg,image/png,image/gif,image/webp,image/svg+xml',
      onchange: () => this.chosen(),
    });
    this.changeLink = el(
      'button',
      { type: 'button', class: 'ed-small', hidden: true, onclick: () => this.openLink(this.view.state, this.view.dispatch, this.view) },
      word('editor.link.edit'),
    );
    this.foot.append(this.linkName, this.changeLink, this.note);
    if (this.view.editable) {
      this.frame.prepend(this.toolbar.dom);
    } else {
      this.view.dom.setAttribute('aria-readonly', 'true');
    }
    this.frame.append(this.foot, this.chooser);
    area.after(this.frame);
    this.hideArea();
    editors.set(area, this);
  }

  mount() {
    const view = new EditorView(this.frame, {
      state: this.stateOf(this.area.value),
      editable: () => !this.area.readOnly && !this.area.matches(':disabled'),
      attributes: this.attributes(),
      nodeViews: figureViews(this.pictures),
      scrollThreshold: UNDER_THE_HEADS,
      scrollMargin: UNDER_THE_HEADS,
      dispatchTransaction: (tr) => {
        view.updateState(view.state.apply(tr));
        if (tr.docChanged) {
          this.writeBack();
        }
        this.toolbar.update(view);
        this.showLink();
      },
      handleDOMEvents: {
        focus: () => {
          this.toolbar.update(view);
          this.tellCaret(view); // a caret that stays where it began tells nothing more
          return false;
        },
      },
    });
    return view;
  }

  /** @param {string} html */
  stateOf(html) {
    const doc = read(html);
    const isOpenEnded = doc.lastChild?.type === nodes.paragraph;
    return EditorState.create({
      doc: isOpenEnded ? doc : doc.copy(doc.content.addToEnd(nodes.paragraph.create())),
      plugins: [
        typing(this.language),
        pasting(this.pictures, (...counts) => this.tellLeftOut(...counts)),
        droppedPictures(this.pictures),
        keymap(keys((...given) => this.openLink(...given), () => this.toToolbar())),
        keymap(baseKeymap),
        tableEditing(),
        history(),
        dropCursor({ class: 'ed-drop', color: false }),
        gapCursor(),
        shownBesides(textsOfOriginal(this.language)),
        orderedParts(),
        lastLine(),
        this.watching(),
      ],
    });
  }

  /** The caret's block is shown to who wants to follow it. */
  watching() {
    return new Plugin({
      view: () => ({
        update: (view, before) => {
          if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) {
            this.tellCaret(view);
          }
        },
      }),
    });
  }

  /** @param {EditorView} view */
  tellCaret(view) {
    const { $from } = view.state.selection;
    const index = $from.index(0);
    const block = view.nodeDOM($from.depth > 0 ? $from.before(1) : $from.pos);
    const top = block instanceof Element ? block.getBoundingClientRect().top : 0;
    const detail = { index, top, sentence: sentenceAt($from) };
    this.area.dispatchEvent(new CustomEvent('herald:caret', { detail }));
  }

  attributes() {
    const { area } = this;
    const label = area.labels?.[0];
    if (label && !label.id) {
      label.id = freshId();
    }
    const labelledBy = area.getAttribute('aria-labelledby') ?? label?.id;
    label?.addEventListener('click', () => this.view.focus());
    /** @type {Record<string, string>} */
    const attributes = {
      id: freshId(), role: 'textbox', 'aria-multiline': 'true', lang: this.language, class: 'ed-body', spellcheck: 'true',
    };
    if (labelledBy) {
      attributes['aria-labelledby'] = labelledBy;
    } else {
      attributes['aria-label'] = area.getAttribute('aria-label') ?? word('editor.body');
    }
    for (const name of ['aria-describedby', 'aria-invalid', 'aria-errormessage', 'dir']) {
      const value = area.getAttribute(name);
      if (value) {
        attributes[name] = value;
      }
    }
    if (area.required) {
      attributes['aria-required'] = 'true';
    }
    return attributes;
  }

  /** A hidden field that is required could not be shown to the person it stops. */
  hideArea() {
    this.area.hidden = true;
    this.area.required = false;
    if (this.area.autofocus) {
      this.view.focus();
    }
  }

  writeBack() {
    const html = write(this.view.state.doc);
    if (this.area.value !== html) {
      this.area.value = html;
      this.area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Shows another text; what was there cannot be undone back. @param {string} html */
  replace(html) {
    this.area.value = html;
    this.view.updateState(this.stateOf(html));
    this.toolbar.update(this.view);
  }

  /** @type {Command} */
  openLink = (state, dispatch) => {
    const { $from } = state.selection;
    if (!$from.parent.inlineContent || !$from.parent.type.allowsMarkType(schema.marks.link)) {
      return false;
    }
    return dispatch ? this.dialog.open() : true;
  };

  /** @type {Command} */
  choosePictures = (_, dispatch) => {
    if (dispatch) {
      this.chooser.click();
    }
    return true;
  };

  chosen() {
    insertPictures(this.view, [...(this.chooser.files ?? [])], this.pictures);
    this.chooser.value = '';
    this.view.focus();
  }

  toToolbar() {
    this.toolbar.focus();
    return true;
  }

  /** @param {number} pictures @param {number} comments */
  tellLeftOut(pictures, comments) {
    const told = [
      pictures > 0 && word('editor.paste.left-out', pictures),
      comments > 0 && word('editor.paste.comments', comments),
    ];
    this.tell(told.filter(Boolean).join(' '));
  }

  /** @param {string} text */
  tell(text) {
    this.note.textContent = text;
  }

  async showLink() {
    const href = linkAt(this.view.state)?.href ?? '';
    if (href === this.linkShown) {
      return;
    }
    this.linkShown = href;
    this.linkName.textContent = href;
    this.changeLink.hidden = href === '';
    if (href !== '') {
      const name = await nameOf(href, this.links);
      if (this.linkShown === href) {
        this.linkName.textContent = word('editor.link.leads-to', name);
      }
    }
  }
}

/** Mounts the editor in place of a text area, once. @param {HTMLTextAreaElement} area */
export function edit(area) {
  return editors.get(area) ?? new Editor(area);
}

/**
 * The part of a block that has words of its own in which a place is, and the place in it; nothing elsewhere.
 *
 * @param {import('prosemirror-model').ResolvedPos} $at
 */
function sentenceAt($at) {
  const { parent, depth } = $at;
  if (depth === 0 || !parent.isTextblock) {
    return null;
  }
  /** @type {import('prosemirror-model').Node[]} */
  const parts = [];
  const block = $at.node(1);
  if (block.isTextblock) {
    parts.push(block);
  }
  block.descendants((node) => {
    if (node.isTextblock) {
      parts.push(node);
    }
    return !node.isTextblock;
  });
  return { part: parts.indexOf(parent), parts: parts.length, text: parent.textBetween(0, parent.content.size, '', ' '), offset: $at.parentOffset };
}
