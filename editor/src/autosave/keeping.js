/**
 * Keeps what is typed: at the server every few seconds, and in this browser until the server has it. Knows no page: the
 * clock, the requests and the store are handed in.
 */

/**
 * @typedef {Record<string, string[]>} Fields what a form holds, by name
 *
 * @typedef {object} Text
 * @property {Fields} fields
 * @property {string} draft the draft of the server that it belongs to
 * @property {string} version the version of it that was known
 *
 * @typedef {{kind: 'kept', draft: string, version: string, isCopy: boolean, savedAt: string, others: Other[]}} Kept
 * @typedef {{kind: 'away'}} Away no connection, or a server that is not well
 * @typedef {{kind: 'signed-out'}} SignedOut
 * @typedef {{kind: 'refused', message: string}} Refused
 * @typedef {Kept | Away | SignedOut | Refused} Reply
 * @typedef {{name: string, since: string}} Other
 *
 * @typedef {object} Unsent what this browser keeps
 * @property {Text} text
 * @property {Fields | null} sent what may or may not have arrived
 * @property {number} at when it was typed
 *
 * @typedef {object} Store
 * @property {(unsent: Unsent) => boolean} put false where the browser could not keep it
 * @property {() => void} clear
 *
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(act: () => void, after: number) => unknown} set
 * @property {(timer: any) => void} clear
 *
 * @typedef {object} Parts
 * @property {Clock} clock
 * @property {Store} store
 * @property {() => Fields} read the fields as they are now
 * @property {(text: Text, isLeaving: boolean) => Promise<Reply>} send
 * @property {(state: State) => void} show
 *
 * @typedef {object} State
 * @property {'idle' | 'typing' | 'sending' | 'kept' | 'away' | 'signed-out' | 'refused'} name
 * @property {string} draft
 * @property {string} version
 * @property {string} savedAt
 * @property {string} message
 * @property {boolean} isCopy
 * @property {boolean} isStored whether this browser holds what the server does not have
 * @property {Other[]} others
 */

/** After the last change; and at the latest, while the typing goes on. */
const PAUSE = 2000;
const AT_LEAST_EVERY = 4000;
const STORED_WITHIN = 500;
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;
const SIGN_IN_RETRY = 20_000;

/** @param {Fields} one @param {Fields} other */
export function isSame(one, other) {
  const canonical = (/** @type {Fields} */ fields) =>
    JSON.stringify(Object.keys(fields).sort().map((name) => [name, fields[name].map((each) => each.replaceAll('\r\n', '\n'))]));
  return canonical(one) === canonical(other);
}

export class Keeping {
  /** @param {Parts} parts @param {{draft: string, version: string}} known what the server has */
  constructor(parts, known) {
    this.parts = parts;
    /** What the server has said it holds. */
    this.confirmed = parts.read();
    /** True once the text is given up: nothing is kept any more, also not when the page is left. */
    this.isStopped = false;
    /** Sent without an answer: it may have arrived. @type {Text | null} */
    this.uncertain = null;
    /** @type {Promise<void> | null} */
    this.running = null;
    /** @type {unknown} */
    this.timer = undefined;
    /** @type {unknown} */
    this.storing = undefined;
    this.firstChange = 0;
    this.lastChange = 0;
    this.retries = 0;
    /** @type {State} */
    this.state = { name: 'idle', ...known, savedAt: '', message: '', isCopy: false, isStored: false, others: [] };
  }

  /** True while the server does not have what stands in the form, and somebody still wants it to. */
  get isUnsent() {
    return !this.isStopped && (this.uncertain !== null || !isSame(this.parts.read(), this.confirmed));
  }

  /** @param {Partial<State>} change */
  tell(change) {
    this.state = { ...this.state, ...change };
    this.parts.show(this.state);
  }

  /** Something was typed. */
  changed() {
    const { clock } = this.parts;
    const now = clock.now();
    this.lastChange = now;
    this.firstChange ||= now;
    this.storing ??= clock.set(() => this.store(), STORED_WITHIN);
    if (this.state.name === 'idle' || this.state.name === 'kept' || this.state.name === 'refused') {
      this.tell({ name: 'typing' });
    }
    if (!this.running && this.state.name === 'typing') {
      this.schedule(Math.min(PAUSE, this.firstChange + AT_LEAST_EVERY - now));
    }
  }

  /** @param {number} after */
  schedule(after) {
    this.parts.clock.clear(this.timer);
    this.timer = this.parts.clock.set(() => void this.send(), Math.max(0, after));
  }

  /** Puts what the server does not have into this browser; false where that failed. */
  store() {
    this.parts.clock.clear(this.storing);
    this.storing = undefined;
    if (!this.isUnsent) {
      return true;
    }
    const { draft, version } = this.state;
    const isStored = this.parts.store.put({
      text: { fields: this.parts.read(), draft, version },
      sent: this.uncertain?.fields ?? null,
      at: this.lastChange || this.parts.clock.now(),
    });
    if (isStored !== this.state.isStored) {
      this.tell({ isStored });
    }
    return isStored;
  }

  /** Sends the newest text, one request at a time; resolves when the request, and what followed it at once, is done. */
  send(isLeaving = false) {
    this.running ??= this.sendNow(isLeaving).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** @param {boolean} isLeaving */
  async sendNow(isLeaving) {
    this.parts.clock.clear(this.timer);
    if (!this.isUnsent) {
      this.settle();
      return;
    }
    this.store();
    // what may have arrived goes again first, so that the server knows it and makes no copy of what follows
    const text = this.uncertain ?? this.newest();
    const isNewest = text !== this.uncertain || isSame(text.fields, this.parts.read());
    this.firstChange = 0;
    if (this.state.name !== 'away' && this.state.name !== 'signed-out') {
      this.tell({ name: 'sending' });
    }
    this.uncertain = text;
    const reply = await this.parts.send(text, isLeaving);
    this.take(reply, text, isNewest);
  }

  /** @returns {Text} */
  newest() {
    return { fields: this.parts.read(), draft: this.state.draft, version: this.state.version };
  }

  /** @param {Reply} reply @param {Text} text @param {boolean} isNewest */
  take(reply, text, isNewest) {
    switch (reply.kind) {
      case 'kept':
        this.uncertain = null;
        this.confirmed = text.fields;
        this.retries = 0;
        this.tell({ ...reply, name: 'kept', message: '', isCopy: this.state.isCopy || reply.isCopy });
        this.settle(isNewest ? undefined : 0);
        break;
      case 'away':
        this.tell({ name: 'away' });
        this.schedule(Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.retries++));
        break;
      case 'signed-out':
        this.tell({ name: 'signed-out' });
        this.schedule(SIGN_IN_RETRY);
        break;
      case 'refused':
        this.uncertain = null;
        this.tell({ name: 'refused', message: reply.message });
        break;
    }
  }

  /** After the server has a text: nothing more to keep here, or the next text to send. @param {number} [after] */
  settle(after) {
    if (!this.isUnsent) {
      this.parts.clock.clear(this.storing);
      this.storing = undefined;
      this.firstChange = 0;
      this.parts.store.clear();
      if (this.state.isStored || this.state.name === 'typing') {
        this.tell({ isStored: false, name: this.state.savedAt ? 'kept' : 'idle' });
      }
      return;
    }
    this.store();
    const now = this.parts.clock.now();
    this.firstChange ||= now;
    this.tell({ name: 'typing' });
    this.schedule(after ?? Math.min(PAUSE, this.lastChange + PAUSE - now));
  }

  /** There may be a connection, or a session, again. */
  again() {
    if (this.state.name === 'away' || this.state.name === 'signed-out') {
      this.retries = 0;
      void this.send();
    }
  }

  /** The page is being left or hidden: what can still be done at once. */
  leaving() {
    const isStored = this.store();
    if (this.isUnsent && !this.running) {
      void this.send(true);
    }
    return isStored;
  }

  /**
   * Brings the newest text to the server before the form itself is sent; true when the server has it.
   */
  async flush() {
    for (let tries = 0; tries < 4 && (this.running || this.isUnsent); tries++) {
      await this.send();
      if (this.state.name === 'away' || this.state.name === 'signed-out' || this.state.name === 'refused') {
        return false;
      }
    }
    this.parts.clock.clear(this.timer);
    return !this.isUnsent;
  }

  /** Waits for what runs and stops; the texts here are given up. */
  async stop() {
    await this.running;
    this.isStopped = true;
    this.parts.clock.clear(this.timer);
    this.parts.clock.clear(this.storing);
    this.parts.store.clear();
  }
}
