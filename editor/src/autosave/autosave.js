/** A form that keeps itself: what is typed into it goes to the server every few seconds, and is never lost before. */
import { inert } from '../body/clean.js';
import { allSent, isSending } from '../editor/uploads.js';
import { all, el } from '../page/dom.js';
import { ask, ownHeaders, reason, word } from '../page/page.js';
import { fieldValue, readFields, requestBody, setField } from './fields.js';
import { Choices, isSameText } from './choices.js';
import { Keeping } from './keeping.js';
import { UnsentTexts } from './unsent.js';

/**
 * @typedef {import('./keeping.js').Fields} Fields
 * @typedef {import('./keeping.js').Reply} Reply
 * @typedef {import('./keeping.js').State} State
 * @typedef {import('./keeping.js').Text} Text
 */

/** A request that outlives its page may have no more than this, in bytes. */
const MOST_WHILE_LEAVING = 60_000;
const PATIENCE = 20_000;
const ONCE_WITHIN = 2000;

export class Autosave {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    // a browser that fills in what it remembers would make it look like what the server gave
    form.autocomplete = 'off';
    this.isSubmitting = false;
    this.isReadyToGo = false;
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
    // back from the question whether to discard
    window.addEventListener('pageshow', (event) => event.persisted && (keeping.isStopped = false));
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

  /** After somebody signed in again, this page needs the token of the new session: any page of ours has it. */
  async renewToken() {
    for (const address of [location.href, '/newsroom']) {
      const { token, account } = await tokenOf(address);
      // what one person typed is not sent as somebody else's: it stays here until its writer is back
      if (token && account === document.body.dataset.account) {
        document.body.dataset.csrf = token;
        for (const field of /** @type {HTMLInputElement[]} */ (all(document, 'input[name*="csrf"]'))) {
          field.value = token;
        }
        return;
      }
    }
  }

  /** The form is sent by a person: first the newest text, so that the server knows it whatever becomes of the form. */
  async submit(/** @type {SubmitEvent} */ event) {
    if (event.defaultPrevented || this.isReadyToGo) {
      return;
    }
    const button = /** @type {HTMLElement | null} */ (event.submitter);
    event.preventDefault();
    if (this.isSubmitting) {
      return;
    }
    this.isSubmitting = true;
    this.form.setAttribute('aria-busy', 'true');
    let isGoing = false;
    try {
      isGoing = await this.isReady(button);
      if (isGoing) {
        // a form that is still being sent ignores that it shall be sent (HTML, form submission algorithm, step 3)
        await new Promise((done) => setTimeout(done));
        this.go(button);
      }
    } finally {
      const staysHere = /^(?!_self$)./.test(button?.getAttribute('formtarget') ?? this.form.target);
      // who presses twice sends once; and nothing but a person changes a form that is on its way
      setTimeout(() => {
        this.isSubmitting = false;
        this.form.removeAttribute('aria-busy');
      }, isGoing && !staysHere ? ONCE_WITHIN : 0);
    }
  }

  /** The form goes on as if nobody had stopped it, with the button that was pressed. @param {HTMLElement | null} button */
  go(button) {
    this.isReadyToGo = true;
    this.form.requestSubmit(button);
    this.isReadyToGo = false;
  }

  /** @param {HTMLElement | null} button */
  async isReady(button) {
    if (button?.hasAttribute('data-discards')) {
      return this.giveUp();
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

  /** The newest text goes to the server, for whoever thinks better of it when asked; then this browser forgets it. */
  async giveUp() {
    const isThere = await this.keeping.flush();
    const isAnswered = isThere || this.keeping.state.name === 'refused';
    if (isAnswered) {
      await this.keeping.stop();
    }
    return isAnswered;
  }

  /** Texts of this form that never reached the server are put back at once, and the person may choose otherwise. */
  async putBack() {
    const left = (await this.unsent.left()).filter(({ name, unsent }, at, all) => {
      const { fields } = unsent.text;
      // the server has it, or a page that was opened later took it over and was closed before it could send it
      const isKnown = isSameText(fields, this.given.fields)
        || all.slice(0, at).some((newer) => isSameText(newer.unsent.text.fields, fields));
      if (isKnown) {
        this.unsent.remove(name);
      }
      return !isKnown;
    });
    if (left.length === 0) {
      return;
    }
    const choices = new Choices(this, left);
    if (!this.keeping.isUnsent) {
      choices.choose(1);
    }
    choices.show();
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
    } else if (shown?.dataset.text !== text || name === 'put-back') {
      const made = el('div', { class: `ed-notice ed-notice-${name}`, role, 'data-text': text }, el('p', {}, text), ...more);
      shown ? shown.replaceWith(made) : this.notices.append(made);
      this.shown.set(name, made);
    }
  }
}

/** The token that a page of ours carries, and whose it is; nothing where there is none. @param {string} address */
async function tokenOf(address) {
  try {
    const answer = await ask(address, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    const { csrf, account } = answer.ok ? inert(await answer.text()).body.dataset : {};
    return { token: csrf ?? '', account };
  } catch {
    return { token: '', account: undefined };
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
