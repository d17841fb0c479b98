/** What the editor shows besides the text itself: no-break spaces, headings at the level they will have, what is not translated yet. */
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { word } from '../page/page.js';
import { plain } from '../page/untranslated.js';

/** @param {import('prosemirror-model').Node} doc @param {Set<string>} original texts that are to be translated */
function shown(doc, original) {
  /** @type {Decoration[]} */
  const found = [];
  let above = 1;
  doc.descendants((node, position) => {
    if (node.isTextblock && original.has(plain(node.textContent))) {
      const label = word('editor.untranslated');
      found.push(Decoration.node(position, position + node.nodeSize, { class: 'ed-untranslated', title: label, 'data-label': label }));
    }
    if (node.type.name === 'figure' && original.has(plain(node.attrs.alt))) {
      found.push(Decoration.node(position, position + node.nodeSize, { class: 'ed-untranslated-alt', title: word('editor.untranslated') }));
    }
    if (node.isText) {
      for (const { index } of node.text?.matchAll(/[\u00a0\u202f]/g) ?? []) {
        found.push(Decoration.inline(position + index, position + index + 1, { class: 'ed-nbsp' }));
      }
    } else if (node.type.name === 'heading' && node.content.size > 0) {
      above = Math.min(node.attrs.level, above + 1);
      if (above !== node.attrs.level) {
        found.push(Decoration.node(position, position + node.nodeSize, { class: `ed-as-h${above}` }));
      }
    } else if (node.isTextblock && node.content.size === 0) {
      found.push(Decoration.node(position, position + node.nodeSize, { class: 'ed-empty' }));
    }
    return true;
  });
  return DecorationSet.create(doc, found);
}

/** @param {Set<string>} original */
export function shownBesides(original) {
  /** @type {Plugin<DecorationSet>} */
  const plugin = new Plugin({
    state: {
      init: (_, { doc }) => shown(doc, original),
      apply: (tr, before) => (tr.docChanged ? shown(tr.doc, original) : before),
    },
    props: {
      decorations: (state) => plugin.getState(state),
    },
  });
  return plugin;
}
