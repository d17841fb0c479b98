/** A field in which items are searched by words of their headlines, with what is found in a list below it. */
import { el, freshId } from './dom.js';
import { ask, withParameter, word } from './page.js';

/**
 * @typedef {{href: string, title: string, hint?: string}} Found
 *
 * @typedef {object} How
 * @property {string} source the address at which it is searched
 * @property {string} language of what is typed
 * @property {(found: Found) => void} choose
 * @property {(text: string) => void} tell
 * @property {(text: string) => boolean} typed says whether to search for what was typed
 */

const PAUSE = 180;

/** @param {string} text @param {string} source @param {AbortSignal | undefined} signal @returns {Promise<Found[]>} */
export async function search(text, source, signal) {
  const answer = await ask(withParameter(source, 'q', text), { headers: { Accept: 'application/json' }, signal });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  /** @type {Found[]} */
  const found = await answer.json();
  return found.filter(({ href }) => /^item:\d+$/.test(href));
}

export class SearchBox {
  /** @param {How} how */
  constructor(how) {
    this.how = how;
    this.list = el('ul', { role: 'listbox', id: freshId(), 'aria-label': word('editor.link.found'), class: 'ed-found' });
    this.input = el('input', {
      id: freshId(), type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', lang: how.language,
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id,
      oninput: () => this.typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    /** @type {Found[]} */
    this.found = [];
    this.active = -1;
    this.offer([]);
  }

  typed() {
    this.stop();
    const text = this.input.value.trim();
    this.offer([]);
    if (this.how.typed(text)) {
      this.pause = setTimeout(() => this.ask(text), PAUSE);
    }
  }

  /** @param {string} text */
  async ask(text) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const found = await search(text, this.how.source, signal);
      this.offer(found);
      this.how.tell(found.length > 0 ? word('editor.link.count', found.length) : word('editor.link.nothing'));
    } catch {
      if (!signal.aborted) {
        this.how.tell(word('editor.link.no-search'));
      }
    }
  }

  stop() {
    this.asking?.abort();
    clearTimeout(this.pause);
  }

  /** @param {Found[]} found */
  offer(found) {
    this.found = found;
    this.activate(-1);
    this.list.replaceChildren(
      ...found.map((each, at) =>
        el(
          'li',
          {
            role: 'option', id: `${this.list.id}-${at}`, 'aria-selected': 'false',
            onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
            onclick: () => this.choose(at),
          },
          el('span', { class: 'ed-found-title' }, each.title),
          each.hint ? el('span', { class: 'ed-found-hint' }, each.hint) : null,
        ),
      ),
    );
    this.list.hidden = found.length === 0;
    this.input.setAttribute('aria-expanded', String(found.length > 0));
  }

  /** @param {number} at */
  activate(at) {
    this.active = at;
    [...this.list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (at >= 0) {
      this.input.setAttribute('aria-activedescendant', `${this.list.id}-${at}`);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {number} at */
  choose(at) {
    const chosen = this.found[at];
    this.offer([]);
    this.how.choose(chosen);
    this.input.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const count = this.found.length;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.activate(this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count);
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      this.offer([]);
    }
  }
}
