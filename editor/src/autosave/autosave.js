/** A form that keeps itself: what is typed into it goes to the server every few seconds, and is never lost before. */
import { allSent, isSending } from '../editor/uploads.js';
import { all, el } from '../page/dom.js';
import { ask, ownHeaders, reason, word } from '../page/page.js';
import { fieldValue, fillIn, readFields, requestBody, setField } from './fields.js';
import { isSame, Keeping } from './keeping.js';
import { lineage, UnsentTexts } from './unsent.js';

/**
 * @typedef {import('./keeping.js').Fields} Fields
 * @typedef {import('./keeping.js').Reply} Reply
 * @typedef {import('./keeping.js').State} State
 * @typedef {import('./keeping.js').Text} Text
 */

/** A request that outlives its page may have no more than this, in bytes. */
const MOST_WHILE_LEAVING = 60_000;
const PATIENCE = 20_000;

/** Two texts are the same whatever revision they were begun with. @param {Fields} one @param {Fields} other */
const isSameText = ({ base: _, ...one }, { base: __, ...other }) => isSame(one, other);

class Autosave {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.address = form.dataset.autosave ?? '';
    this.unsent = new UnsentTexts(form.dataset.key ?? location.pathname);
    this.status = all(document, '[data-autosave-status]')[0];
    this.notices = el('div', { class: 'ed-notices' });
    (form.querySelector('[data-autosave-notices]') ?? form).prepend(this.notices);
    /** @type {Map<string, HTMLElement>} */
    this.shown = new Map();
    /** The form as the server gave it. */
    this.given = { fields: readFields(form), draft: fieldValue(form, 'draft'), version: fieldValue(form, 'version') };
    this.keeping = new Keeping(
      {
        clock: { now: () => Date.now(), set: (act, after) => setTimeout(act, after), clear: (timer) => clearTimeout(timer) },
        store: this.unsent,
        read: () => readFields(form),
        send: (text, isLeaving) => this.send(text, isLeaving),
        show: (state) => this.show(state),
      },
      { draft: this.given.draft, version: this.given.version },
    );
    this.listen();
    void this.putBack();
  }

  listen() {
    const { form, keeping } = this;
    const changed = (/** @type {Event} */ event) => {
      if (!(event.target instanceof Element && event.target.closest('[data-not-kept]'))) {
        keeping.changed();
      }
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', (event) => this.submit(event));
    window.addEventListener('online', () => keeping.again());
    window.addEventListener('focus', () => keeping.state.name === 'signed-out' && keeping.again());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        keeping.leaving();
      } else {
        keeping.again();
      }
    });
    window.addEventListener('pagehide', () => keeping.leaving());
    window.addEventListener('beforeunload', (event) => {
      const isLost = keeping.isUnsent && !keeping.store();
      if (isLost || isSending()) {
        event.preventDefault();
      }
    });
  }

  /** @param {Text} text @param {boolean} isLeaving @returns {Promise<Reply>} */
  async send(text, isLeaving) {
    if (this.keeping.state.name === 'signed-out') {
      await this.renewToken();
    }
    const body = requestBody(this.form, text).toString();
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), PATIENCE);
    try {
      const answer = await fetch(this.address, {
        method: 'POST',
        body,
        credentials: 'same-origin',
        redirect: 'manual',
        keepalive: isLeaving && body.length < MOST_WHILE_LEAVING,
        signal: waiting.signal,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json', ...ownHeaders() },
      });
      return await replyIn(answer);
    } catch {
      return { kind: 'away' };
    } finally {
      clearTimeout(timer);
    }
  }

  /** After somebody signed in again, this page needs the token of the new session: it asks itself for it. */
  async renewToken() {
    try {
      const answer = await ask(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
      const token = page.body.dataset.csrf;
      if (token) {
        document.body.dataset.csrf = token;
        for (const field of all(document, 'input[name*="csrf"]')) {
          const fresh = page.querySelector(`input[name="${CSS.escape(/** @type {HTMLInputElement} */ (field).name)}"]`);
          /** @type {HTMLInputElement} */ (field).value = fresh?.getAttribute('value') ?? token;
        }
      }
    } catch {
      // the request that follows says what is wrong
    }
  }

  /** The form is sent by a person: first the newest text, so that the server knows it whatever becomes of the form. */
  async submit(/** @type {SubmitEvent} */ event) {
    if (event.defaultPrevented || this.isSubmitting) {
      return;
    }
    const button = /** @type {HTMLElement | null} */ (event.submitter);
    event.preventDefault();
    this.isSubmitting = true;
    this.form.setAttribute('aria-busy', 'true');
    try {
      if (await this.isReady(button)) {
        // the form goes on as if nobody had stopped it, with the button that was pressed
        this.form.requestSubmit(button);
      }
    } finally {
      this.form.removeAttribute('aria-busy');
      this.isSubmitting = false;
    }
  }

  /** @param {HTMLElement | null} button */
  async isReady(button) {
    if (button?.hasAttribute('data-discards')) {
      await this.keeping.stop();
      return true;
    }
    if (isSending()) {
      this.notice('pictures', 'status', word('editor.autosave.pictures'));
      await allSent();
      this.notice('pictures', 'status', null);
    }
    const isThere = await this.keeping.flush();
    // a text that the server refuses to keep is refused on its own page, with the reasons beside the fields
    return isThere || this.keeping.state.name === 'refused';
  }

  /** Texts of this form that never reached the server are put back at once, and the person may choose otherwise. */
  async putBack() {
    const left = (await this.unsent.left()).filter(({ name, unsent }) => {
      const isKnown = isSameText(unsent.text.fields, this.given.fields);
      if (isKnown) {
        this.unsent.remove(name);
      }
      return !isKnown;
    });
    if (left.length === 0 || this.keeping.isUnsent) {
      this.offer(left, '');
      return;
    }
    left.forEach(({ name }) => this.unsent.adopted.add(name));
    this.adopt(left[0].unsent);
    this.offer(left, left[0].name);
  }

  /** @param {import('./keeping.js').Unsent} unsent */
  adopt(unsent) {
    Object.assign(this.keeping.state, lineage(unsent, this.given, isSameText));
    fillIn(this.form, unsent.text.fields);
    this.keeping.changed();
  }

  /** @param {import('./unsent.js').Entry[]} left @param {string} chosen */
  offer(left, chosen) {
    if (left.length === 0) {
      return;
    }
    const time = (/** @type {number} */ at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'medium' });
    const choices = left.map(({ name, unsent }) => ({
      label: word('editor.autosave.use-unsent', time(unsent.at)), isChosen: name === chosen, choose: () => this.adopt(unsent),
    }));
    const server = {
      label: word('editor.autosave.use-server'), isChosen: chosen === '',
      choose: () => {
        Object.assign(this.keeping.state, { draft: this.given.draft, version: this.given.version });
        fillIn(this.form, this.given.fields);
        this.keeping.changed();
      },
    };
    const buttons = [server, ...choices].map(({ label, isChosen, choose }) =>
      el('button', {
        type: 'button', 'aria-pressed': String(isChosen), 'data-not-kept': true,
        onclick: (/** @type {Event} */ event) => {
          buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === event.target)));
          choose();
        },
      }, label),
    );
    const text = word(chosen === '' ? 'editor.autosave.found' : 'editor.autosave.put-back', time(left[0].unsent.at));
    this.notice('put-back', 'status', text, ...buttons);
  }

  /** @param {State} state */
  show(state) {
    setField(this.form, 'draft', state.draft);
    setField(this.form, 'version', state.version);
    this.showStatus(state);
    this.showOthers(state.others);
    this.notice('copy', 'alert', state.isCopy ? word('editor.autosave.copy') : null);
    this.notice('refused', 'alert', state.name === 'refused' ? state.message || word('editor.autosave.refused') : null);
    const signIn = document.body.dataset.signIn ?? '/newsroom/sign-in';
    const isOut = state.name === 'signed-out';
    this.notice(
      'signed-out', 'alert', isOut ? word('editor.autosave.signed-out') : null,
      el('a', { href: signIn, target: '_blank', rel: 'noopener' }, word('editor.autosave.sign-in')),
    );
    this.notice('away', 'alert', state.name === 'away' ? word(state.isStored ? 'editor.autosave.away' : 'editor.autosave.away-not-stored') : null);
  }

  /** @param {State} state */
  showStatus({ name, savedAt, isStored }) {
    if (!this.status) {
      return;
    }
    const isTrouble = name === 'away' || name === 'signed-out' || name === 'refused';
    // the time of each keeping is there to be looked at; trouble, and the end of it, is said
    this.status.setAttribute('aria-live', isTrouble || this.status.dataset.state === 'trouble' ? 'polite' : 'off');
    this.status.dataset.state = isTrouble ? 'trouble' : name;
    const text = {
      idle: '',
      typing: savedAt ? word('editor.autosave.kept', savedAt) : word('editor.autosave.typing'),
      sending: word('editor.autosave.sending'),
      kept: word('editor.autosave.kept', savedAt),
      away: word(isStored ? 'editor.autosave.here' : 'editor.autosave.nowhere'),
      'signed-out': word(isStored ? 'editor.autosave.here' : 'editor.autosave.nowhere'),
      refused: word(isStored ? 'editor.autosave.here' : 'editor.autosave.nowhere'),
    }[name];
    if (this.status.textContent !== text) {
      this.status.textContent = text;
    }
  }

  /** @param {import('./keeping.js').Other[]} others */
  showOthers(others) {
    const text = others.map(({ name, since }) => word('editor.autosave.other', name, since)).join(' ');
    for (const place of all(document, '[data-others]')) {
      if (place.textContent !== text) {
        place.textContent = text;
      }
    }
  }

  /**
   * Shows a notice above the form, or takes it away.
   *
   * @param {string} name
   * @param {'status' | 'alert'} role
   * @param {string | null} text
   * @param {...HTMLElement} more
   */
  notice(name, role, text, ...more) {
    const shown = this.shown.get(name);
    if (text === null) {
      shown?.remove();
      this.shown.delete(name);
    } else if (shown?.dataset.text !== text) {
      const made = el('div', { class: `ed-notice ed-notice-${name}`, role, 'data-text': text }, el('p', {}, text), ...more);
      shown ? shown.replaceWith(made) : this.notices.append(made);
      this.shown.set(name, made);
    }
  }
}

/** What an answer to a text says. @param {Response} answer @returns {Promise<Reply>} */
async function replyIn(answer) {
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
    return { kind: 'signed-out' };
  }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    return { kind: 'away' };
  }
  const text = await answer.text();
  if (answer.status !== 200) {
    return { kind: 'refused', message: reason(text) };
  }
  try {
    const { draft, version, copy, savedAt, others } = JSON.parse(text);
    return {
      kind: 'kept', draft: String(draft), version: String(version), isCopy: copy === true, savedAt: String(savedAt ?? ''),
      others: Array.isArray(others) ? others : [],
    };
  } catch {
    // a page in place of the answer: something between us and the server
    return { kind: 'away' };
  }
}

/** @type {WeakSet<HTMLFormElement>} */
const known = new WeakSet();

/** @param {HTMLFormElement} form */
export function keepItself(form) {
  if (!known.has(form)) {
    known.add(form);
    new Autosave(form);
  }
}
