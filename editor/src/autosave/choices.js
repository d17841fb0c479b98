/** The texts between which a person may choose when this browser had one that the server does not have. */
import { el } from '../page/dom.js';
import { word } from '../page/page.js';
import { fillIn, readFields } from './fields.js';
import { isSame } from './keeping.js';
import { lineage } from './unsent.js';

/**
 * @typedef {import('./keeping.js').Fields} Fields
 *
 * @typedef {object} Choice
 * @property {string} label
 * @property {Fields} fields
 * @property {{draft: string, version: string} | null} draft where it belongs; nothing where the form knows
 * @property {string} name of the entry in this browser, if there is one
 */

/** Two texts are the same whatever revision they were begun with. @param {Fields} one @param {Fields} other */
export const isSameText = ({ base: _, ...one }, { base: __, ...other }) => isSame(one, other);

/** @param {number} at */
const time = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'medium' });

export class Choices {
  /**
   * @param {import('./autosave.js').Autosave} autosave
   * @param {import('./unsent.js').Entry[]} left what this browser had, the newest first
   */
  constructor(autosave, left) {
    this.autosave = autosave;
    this.left = left;
    this.chosen = 0;
    const { given } = autosave;
    /** @type {Choice[]} */
    this.choices = [
      { label: word('editor.autosave.use-server'), fields: given.fields, draft: given, name: '' },
      ...left.map(({ name, unsent }) => ({
        label: word('editor.autosave.use-unsent', time(unsent.at)),
        fields: unsent.text.fields,
        draft: lineage(unsent, given, isSameText),
        name,
      })),
    ];
  }

  /** Puts a text into the form; the one that stood there can be chosen again. @param {number} at */
  choose(at) {
    const { form, keeping, unsent } = this.autosave;
    const now = readFields(form);
    if (!this.choices.some(({ fields }) => isSameText(fields, now))) {
      this.choices.push({ label: word('editor.autosave.use-unsent', time(Date.now())), fields: now, draft: null, name: '' });
    }
    const { fields, draft, name } = this.choices[at];
    // what the server has kept since the page was opened is the form's own draft, and goes on
    if (draft && keeping.state.savedAt === '') {
      Object.assign(keeping.state, { draft: draft.draft, version: draft.version });
    }
    if (name) {
      unsent.adopted.add(name);
    }
    this.chosen = at;
    fillIn(form, fields);
    keeping.changed();
  }

  show() {
    const at = time(this.left[0].unsent.at);
    const buttons = this.choices.map(({ label }, index) =>
      el(
        'button',
        {
          type: 'button', 'aria-pressed': String(index === this.chosen), 'data-not-kept': true,
          onclick: () => {
            this.choose(index);
            this.show();
            /** @type {HTMLElement | null} */ (this.autosave.notices.querySelector('button[aria-pressed=true]'))?.focus();
          },
        },
        label,
      ),
    );
    const close = el('button', { type: 'button', 'data-not-kept': true, onclick: () => this.close() }, word('editor.autosave.done'));
    const text = word(this.chosen === 0 ? 'editor.autosave.found' : 'editor.autosave.put-back', at);
    this.autosave.notice('put-back', 'status', text, ...buttons, close);
  }

  /** The person has chosen: the other texts are given up. */
  close() {
    this.left.filter(({ name }) => !this.autosave.unsent.adopted.has(name)).forEach(({ name }) => this.autosave.unsent.remove(name));
    this.autosave.notice('put-back', 'status', null);
  }
}
