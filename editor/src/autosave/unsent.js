/** What this browser keeps until the server has it: one entry for each open page, so that no window clears another's. */

/**
 * @typedef {import('./keeping.js').Unsent} Unsent
 * @typedef {import('./keeping.js').Fields} Fields
 * @typedef {{name: string, unsent: Unsent}} Entry
 */

const PREFIX = 'herald.unsent';
const ANSWERS_WITHIN = 150;

/** The entries of one form, in this browser and for this page. */
export class UnsentTexts {
  /** @param {string} key of the form @param {Storage} [storage] */
  constructor(key, storage) {
    this.prefix = `${PREFIX}:${key}:`;
    this.name = this.prefix + Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
    this.storage = storage ?? ownStorage();
    /** Taken over from pages that are gone, until their text is at the server. @type {Set<string>} */
    this.adopted = new Set();
    this.channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(PREFIX) : null;
    this.channel?.addEventListener('message', ({ data }) => {
      if (data?.ask === this.prefix) {
        this.channel?.postMessage({ here: [this.name, ...this.adopted] });
      }
    });
  }

  /** @param {Unsent} unsent */
  put(unsent) {
    try {
      if (!this.storage) {
        return false;
      }
      this.storage.setItem(this.name, JSON.stringify(unsent));
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    for (const name of [this.name, ...this.adopted]) {
      this.remove(name);
    }
    this.adopted.clear();
  }

  /** @param {string} name */
  remove(name) {
    try {
      this.storage?.removeItem(name);
    } catch {
      // a store that cannot be written holds nothing of ours
    }
  }

  /** All that this browser keeps for the form, the newest first. @returns {Entry[]} */
  entries() {
    /** @type {Entry[]} */
    const found = [];
    for (let at = 0; at < (this.storage?.length ?? 0); at++) {
      const name = this.storage?.key(at) ?? '';
      const unsent = name.startsWith(this.prefix) && name !== this.name ? this.parsed(name) : null;
      if (unsent) {
        found.push({ name, unsent });
      }
    }
    return found.sort((one, other) => other.unsent.at - one.unsent.at);
  }

  /** @param {string} name @returns {Unsent | null} */
  parsed(name) {
    try {
      const unsent = JSON.parse(this.storage?.getItem(name) ?? '');
      return unsent?.text?.fields ? unsent : null;
    } catch {
      return null;
    }
  }

  /** The texts of pages that are gone; those that are still open in another window answer for themselves. */
  async left() {
    const entries = this.entries();
    if (entries.length === 0) {
      return [];
    }
    const open = await this.openElsewhere();
    return this.entries().filter(({ name }) => !open.has(name));
  }

  /** @returns {Promise<Set<string>>} */
  openElsewhere() {
    /** @type {Set<string>} */
    const open = new Set();
    const { channel } = this;
    if (!channel) {
      return Promise.resolve(open);
    }
    return new Promise((resolve) => {
      const hear = (/** @type {MessageEvent} */ { data }) => data?.here?.forEach((/** @type {string} */ name) => open.add(name));
      channel.addEventListener('message', hear);
      channel.postMessage({ ask: this.prefix });
      setTimeout(() => {
        channel.removeEventListener('message', hear);
        resolve(open);
      }, ANSWERS_WITHIN);
    });
  }
}

function ownStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * Which draft of the server a text that was kept here belongs to, when the page shows `form` now. Where the server has
 * moved on with something else, it stays the draft that was known then: the server keeps the text beside, as a copy.
 *
 * @param {Unsent} unsent
 * @param {{fields: Fields, draft: string, version: string}} form
 * @param {(one: Fields, other: Fields) => boolean} isSame
 */
export function lineage({ text, sent }, form, isSame) {
  const isArrived = sent !== null && isSame(sent, form.fields);
  const { draft, version } = isArrived ? form : text;
  return { draft, version };
}
