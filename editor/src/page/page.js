/** What the page says about itself: its words, its language, its token; and how it asks the server. */

/** @type {Record<string, string> | undefined} */
let words;

/** @returns {Record<string, string>} */
function read() {
  const found = document.getElementById('words')?.textContent;
  return found ? JSON.parse(found) : {};
}

/**
 * The words of the interface for a key, with `{0}`, `{1}` ... filled in; the key itself where the page has no words.
 *
 * @param {string} key
 * @param {...(string | number)} values
 */
export function word(key, ...values) {
  words ??= read();
  const pattern = words[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ''));
}

/** What each request of ours carries: who asks is a page of ours, in a session of this browser. */
export function ownHeaders() {
  return { 'X-Csrf-Token': document.body.dataset.csrf ?? '', 'X-Requested-With': 'herald' };
}

/**
 * Asks the server, as a page of ours does.
 *
 * @param {string} address
 * @param {RequestInit} [how]
 */
export function ask(address, how = {}) {
  return fetch(address, {
    credentials: 'same-origin',
    ...how,
    headers: { ...ownHeaders(), ...how.headers },
  });
}

/**
 * An address with one more parameter in its query.
 *
 * @param {string} address
 * @param {string} name
 * @param {string} value
 */
export function withParameter(address, name, value) {
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/**
 * The reason in the JSON of a refusal, where it has one.
 *
 * @param {string} text
 */
export function reason(text) {
  try {
    const message = JSON.parse(text)?.message;
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
