/** The toolbar of the editor: one stop of the Tab key, arrow keys within it, and what the caret stands in pressed. */
import { redo, undo } from 'prosemirror-history';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { NodeSelection } from 'prosemirror-state';
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, isInTable, splitCell,
} from 'prosemirror-tables';
import { schema } from '../body/schema.js';
import { el, freshId, isMac } from '../page/dom.js';
import { word } from '../page/page.js';
import { depthOf, insertBlock, noBreakSpace, plain, setBlock, toggle, toggleList, toggleQuote } from './blocks.js';
import { icon } from './icons.js';
import * as tables from './tables.js';

/**
 * @typedef {import('prosemirror-state').Command} Command
 * @typedef {import('prosemirror-state').EditorState} EditorState
 * @typedef {import('prosemirror-view').EditorView} EditorView
 *
 * @typedef {object} Tool
 * @property {string} icon
 * @property {string} name
 * @property {Command} act
 * @property {string} [keys] as `Mod+B`
 * @property {(state: EditorState) => boolean} [isOn] what makes it a switch
 */

const { nodes, marks } = schema;

/** @param {string} name */
const hasMark = (name) => (/** @type {EditorState} */ state) => {
  const { $from, from, to, empty } = state.selection;
  const type = marks[name];
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};

/** @param {...import('prosemirror-model').NodeType} types */
const isWithin = (...types) => (/** @type {EditorState} */ state) => depthOf(state.selection.$from, ...types) > 0;

const isInList = isWithin(nodes.list_item);

/**
 * The tools in groups, and where a group is shown.
 *
 * @param {{openLink: Command, choosePictures: Command}} own
 * @returns {{label: string, tools: Tool[], isShown?: (state: EditorState) => boolean}[]}
 */
const groups = ({ openLink, choosePictures }) => [
  {
    label: word('editor.group.history'),
    tools: [
      { icon: 'undo', name: word('editor.undo'), act: undo, keys: 'Mod+Z' },
      { icon: 'redo', name: word('editor.redo'), act: redo, keys: 'Mod+Shift+Z' },
    ],
  },
  {
    label: word('editor.group.words'),
    tools: [
      { icon: 'strong', name: word('editor.strong'), act: toggle('strong'), isOn: hasMark('strong'), keys: 'Mod+B' },
      { icon: 'em', name: word('editor.em'), act: toggle('em'), isOn: hasMark('em'), keys: 'Mod+I' },
      { icon: 'link', name: word('editor.link'), act: openLink, isOn: hasMark('link'), keys: 'Mod+K' },
      { icon: 'ins', name: word('editor.ins'), act: toggle('ins'), isOn: hasMark('ins') },
      { icon: 'q', name: word('editor.q'), act: toggle('q'), isOn: hasMark('q') },
      { icon: 'cite', name: word('editor.cite'), act: toggle('cite'), isOn: hasMark('cite') },
      { icon: 's', name: word('editor.s'), act: toggle('s'), isOn: hasMark('s'), keys: 'Mod+Shift+X' },
      { icon: 'sub', name: word('editor.sub'), act: toggle('sub'), isOn: hasMark('sub'), keys: 'Mod+,' },
      { icon: 'sup', name: word('editor.sup'), act: toggle('sup'), isOn: hasMark('sup'), keys: 'Mod+.' },
      { icon: 'code', name: word('editor.code'), act: toggle('code'), isOn: hasMark('code'), keys: 'Mod+E' },
      { icon: 'plain', name: word('editor.plain'), act: plain, keys: 'Mod+\\' },
      { icon: 'nbsp', name: word('editor.nbsp'), act: noBreakSpace, keys: 'Ctrl+Shift+Space' },
    ],
  },
  {
    label: word('editor.group.blocks'),
    tools: [
      {
        icon: 'bullets', name: word('editor.bullets'), act: toggleList(nodes.bullet_list),
        isOn: isWithin(nodes.bullet_list), keys: 'Mod+Shift+8',
      },
      {
        icon: 'numbers', name: word('editor.numbers'), act: toggleList(nodes.ordered_list),
        isOn: isWithin(nodes.ordered_list), keys: 'Mod+Shift+7',
      },
      { icon: 'quote', name: word('editor.quote'), act: toggleQuote, isOn: isWithin(nodes.blockquote), keys: 'Mod+Shift+9' },
      { icon: 'picture', name: word('editor.picture'), act: choosePictures },
      { icon: 'table', name: word('editor.table'), act: insertTable },
      { icon: 'rule', name: word('editor.rule'), act: insertBlock(() => nodes.rule.create(), 1) },
    ],
  },
  {
    label: word('editor.group.list'),
    isShown: isInList,
    tools: [
      { icon: 'deeper', name: word('editor.list.deeper'), act: sinkListItem(nodes.list_item), keys: 'Tab' },
      { icon: 'higher', name: word('editor.list.higher'), act: liftListItem(nodes.list_item), keys: 'Shift+Tab' },
    ],
  },
  {
    label: word('editor.table'),
    isShown: isInTable,
    tools: [
      { icon: 'rowBefore', name: word('editor.table.row-before'), act: addRowBefore },
      { icon: 'rowAfter', name: word('editor.table.row-after'), act: addRowAfter },
      { icon: 'rowRemove', name: word('editor.table.row-remove'), act: deleteRow },
      { icon: 'columnBefore', name: word('editor.table.column-before'), act: addColumnBefore },
      { icon: 'columnAfter', name: word('editor.table.column-after'), act: addColumnAfter },
      { icon: 'columnRemove', name: word('editor.table.column-remove'), act: deleteColumn },
      { icon: 'headRow', name: word('editor.table.head-row'), act: tables.toggleHeaderRow, isOn: tables.hasHeaderRow },
      { icon: 'headColumn', name: word('editor.table.head-column'), act: tables.toggleHeaderColumn, isOn: tables.hasHeaderColumn },
      { icon: 'join', name: word('editor.table.join'), act: tables.joinCells },
      { icon: 'split', name: word('editor.table.split'), act: splitCell },
      { icon: 'tableRemove', name: word('editor.table.remove'), act: tables.deleteTable },
    ],
  },
];

/** @type {Command} */
function insertTable(state, dispatch, view) {
  return !isInTable(state) && insertBlock(() => tables.newTable(), 5)(state, dispatch, view);
}

/** The forms that a block of text may have. @returns {[string, string, Command][]} */
const forms = () => [
  ['paragraph', word('editor.form.paragraph'), setBlock(nodes.paragraph)],
  ['h2', word('editor.form.heading', 2), setBlock(nodes.heading, { level: 2 })],
  ['h3', word('editor.form.heading', 3), setBlock(nodes.heading, { level: 3 })],
  ['h4', word('editor.form.heading', 4), setBlock(nodes.heading, { level: 4 })],
  ['preformatted', word('editor.form.preformatted'), setBlock(nodes.preformatted)],
];

/** @param {EditorState} state */
function formOf({ selection }) {
  if (selection instanceof NodeSelection) {
    return '';
  }
  const { type, attrs } = selection.$from.parent;
  return type === nodes.heading ? `h${attrs.level}` : type.name;
}

/** @param {string} keys as `Mod+B` @returns the keys as this machine names them */
const shown = (keys) => keys.replace('Mod', isMac() ? '⌘' : 'Ctrl').replace('\\', '\\');

/** @param {string} keys as `aria-keyshortcuts` has them */
const announced = (keys) => keys.replace('Mod', isMac() ? 'Meta' : 'Control').replace('Ctrl', 'Control');

export class Toolbar {
  /**
   * @param {EditorView} view
   * @param {{openLink: Command, choosePictures: Command}} own
   */
  constructor(view, own) {
    this.view = view;
    this.tip = el('div', { class: 'ed-tip', role: 'tooltip', id: freshId(), hidden: true });
    /** @type {{button: HTMLButtonElement, tool: Tool}[]} */
    this.buttons = [];
    this.groups = groups(own).map(({ label, tools, isShown }) => {
      const group = el('div', { role: 'group', 'aria-label': label }, ...tools.map((tool) => this.button(tool)));
      return { group, isShown };
    });
    this.forms = forms();
    this.form = el(
      'select',
      { 'aria-label': word('editor.form'), tabindex: -1, onchange: () => this.chooseForm() },
      ...this.forms.map(([value, name]) => el('option', { value }, name)),
      el('option', { value: '', hidden: true }, '—'),
    );
    const [history, ...others] = this.groups.map(({ group }) => group);
    this.bar = el(
      'div',
      {
        role: 'toolbar', class: 'ed-tools', 'aria-label': word('editor.toolbar'), 'aria-controls': view.dom.id,
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
        onfocusin: (/** @type {FocusEvent} */ event) => this.focused(event),
        onfocusout: () => this.hideTip(),
      },
      history,
      el('div', { role: 'group', 'aria-label': word('editor.form') }, this.form),
      ...others,
    );
    this.dom = el('div', { class: 'ed-head' }, this.bar, this.tip);
    this.current = /** @type {HTMLElement} */ (this.form);
    this.update(view);
  }

  /** @param {Tool} tool */
  button(tool) {
    const button = el(
      'button',
      {
        type: 'button', tabindex: -1, 'aria-label': tool.name, 'aria-keyshortcuts': tool.keys && announced(tool.keys),
        'aria-pressed': tool.isOn && 'false',
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: (/** @type {MouseEvent} */ event) => this.act(tool, event),
        onmouseenter: () => this.showTip(button, tool),
        onmouseleave: () => this.hideTip(),
        onfocus: () => button.matches(':focus-visible') && this.showTip(button, tool),
      },
      icon(tool.icon),
    );
    this.buttons.push({ button, tool });
    return button;
  }

  /** @param {Tool} tool @param {MouseEvent} event */
  act(tool, event) {
    this.hideTip();
    const isByMouse = event.detail > 0;
    if (isByMouse) {
      this.view.focus();
    }
    tool.act(this.view.state, this.view.dispatch, this.view);
  }

  chooseForm() {
    const form = this.forms.find(([value]) => value === this.form.value);
    form?.[2](this.view.state, this.view.dispatch, this.view);
    this.update(this.view);
  }

  /** @param {HTMLElement} button @param {Tool} tool */
  showTip(button, tool) {
    this.tip.textContent = tool.keys ? `${tool.name} (${shown(tool.keys)})` : tool.name;
    this.tip.hidden = false;
    const around = this.dom.getBoundingClientRect();
    const at = button.getBoundingClientRect();
    const left = at.left - around.left + at.width / 2 - this.tip.offsetWidth / 2;
    this.tip.style.left = `${Math.max(0, Math.min(left, around.width - this.tip.offsetWidth))}px`;
    this.tip.style.top = `${at.bottom - around.top + 6}px`;
  }

  hideTip() {
    this.tip.hidden = true;
  }

  items() {
    return /** @type {HTMLElement[]} */ ([...this.bar.querySelectorAll('button, select')]).filter(
      (item) => !item.closest('[hidden]') && !item.matches(':disabled'),
    );
  }

  /** @param {FocusEvent} event */
  focused(event) {
    this.setCurrent(/** @type {HTMLElement} */ (event.target));
  }

  /** @param {HTMLElement} item the one at which the Tab key stops */
  setCurrent(item) {
    this.current.tabIndex = -1;
    this.current = item;
    item.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const items = this.items();
    const at = items.indexOf(this.current);
    const isTurned = getComputedStyle(this.bar).direction === 'rtl';
    /** @type {Record<string, number>} */
    const places = {
      ArrowRight: at + (isTurned ? -1 : 1), ArrowLeft: at + (isTurned ? 1 : -1), Home: 0, End: items.length - 1,
    };
    if (event.key in places) {
      event.preventDefault();
      items[(places[event.key] + items.length) % items.length].focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.hideTip();
      this.view.focus();
    }
  }

  focus() {
    this.current.focus();
  }

  /** @param {EditorView} view */
  update({ state }) {
    this.groups.forEach(({ group, isShown }) => {
      group.hidden = isShown ? !isShown(state) : false;
    });
    for (const { button, tool } of this.buttons) {
      if (button.closest('[hidden]')) {
        continue;
      }
      button.setAttribute('aria-disabled', String(!tool.act(state)));
      if (tool.isOn) {
        button.setAttribute('aria-pressed', String(tool.isOn(state)));
      }
    }
    const form = formOf(state);
    this.form.value = this.forms.some(([value]) => value === form) ? form : '';
    this.form.disabled = this.form.value === '' && document.activeElement !== this.form;
    const isGone = this.current.closest('[hidden]') || (this.current === this.form && this.form.disabled);
    if (isGone) {
      const hadFocus = this.bar.contains(document.activeElement);
      const [first] = this.items();
      this.setCurrent(first);
      if (hadFocus) {
        first.focus();
      }
    } else {
      this.setCurrent(this.current);
    }
  }
}
