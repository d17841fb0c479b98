/** What the editor shows besides the text itself: no-break spaces, and each heading at the level it will have. */
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** @param {import('prosemirror-model').Node} doc */
function shown(doc) {
  /** @type {Decoration[]} */
  const found = [];
  let above = 1;
  doc.descendants((node, position) => {
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

export function shownBesides() {
  /** @type {Plugin<DecorationSet>} */
  const plugin = new Plugin({
    state: {
      init: (_, { doc }) => shown(doc),
      apply: (tr, before) => (tr.docChanged ? shown(tr.doc) : before),
    },
    props: {
      decorations: (state) => plugin.getState(state),
    },
  });
  return plugin;
}
