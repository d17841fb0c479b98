/** Pictures on their way to the server: several at once, two at a time, each with its progress. */
import { ownHeaders, reason, word } from '../page/page.js';

/**
 * @typedef {object} Upload
 * @property {number} id
 * @property {File} file
 * @property {'waiting' | 'sending' | 'done' | 'failed'} state
 * @property {number} progress from 0 to 1
 * @property {string} message why it failed
 * @property {string} asset the number that the server gave it
 */

const AT_ONCE = 2;
const MEGABYTE = 1_000_000;
/** What the server takes at most; it looks into everything smaller, and says what it cannot take. */
const MOST_MEGABYTES = 20;

/** @type {Map<number, Upload>} */
const uploads = new Map();
/** @type {Set<(upload: Upload) => void>} */
const listeners = new Set();
let last = 0;

/** @param {number} id */
export const uploadOf = (id) => uploads.get(id);

/** True while a picture is waiting or being sent. */
export const isSending = () => [...uploads.values()].some(({ state }) => state === 'waiting' || state === 'sending');

/** Resolves when no picture is waiting or being sent. @returns {Promise<void>} */
export function allSent() {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSending()) {
        listeners.delete(look);
        resolve();
      }
    };
    listeners.add(look);
    look();
  });
}

/** Tells of each change, until the returned function is called. @param {(upload: Upload) => void} listener */
export function onUpload(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}


/** @param {Upload} upload @param {Partial<Upload>} change */
function tell(upload, change) {
  Object.assign(upload, change);
  [...listeners].forEach((listener) => listener(upload));
}

/** @param {File} file @param {string} address */
export function upload(file, address) {
  /** @type {Upload} */
  const begun = { id: ++last, file, state: 'waiting', progress: 0, message: '', asset: '' };
  uploads.set(begun.id, begun);
  if (file.size > MOST_MEGABYTES * MEGABYTE) {
    Object.assign(begun, { state: 'failed', message: word('editor.picture.too-large', MOST_MEGABYTES) });
    return begun;
  }
  queue.push({ begun, address });
  queueMicrotask(next);
  return begun;
}

/** @param {number} id @param {string} address */
export function again(id, address) {
  const failed = uploads.get(id);
  if (failed?.state === 'failed') {
    tell(failed, { state: 'waiting', progress: 0, message: '' });
    queue.push({ begun: failed, address });
    next();
  }
}

/** @type {{begun: Upload, address: string}[]} */
const queue = [];

function next() {
  const running = [...uploads.values()].filter(({ state }) => state === 'sending').length;
  for (const { begun, address } of queue.splice(0, Math.max(0, AT_ONCE - running))) {
    send(begun, address);
  }
}

/** @param {Upload} upload @param {string} address */
function send(upload, address) {
  const request = new XMLHttpRequest();
  const failed = (/** @type {string} */ message) => {
    tell(upload, { state: 'failed', message });
    next();
  };
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) {
      tell(upload, { progress: event.loaded / event.total });
    }
  };
  request.onload = () => {
    const asset = request.status === 200 ? assetIn(request.responseText) : '';
    if (asset === '') {
      return failed(reason(request.responseText) || word('editor.picture.refused'));
    }
    tell(upload, { state: 'done', progress: 1, asset });
    next();
  };
  request.onerror = () => failed(word('editor.picture.no-connection'));
  request.ontimeout = request.onerror;
  request.open('POST', address);
  for (const [name, value] of Object.entries({ Accept: 'application/json', ...ownHeaders() })) {
    request.setRequestHeader(name, value);
  }
  const form = new FormData();
  form.append('file', upload.file, upload.file.name || 'picture');
  tell(upload, { state: 'sending' });
  request.send(form);
}

/** @param {string} text */
function assetIn(text) {
  try {
    const { asset } = JSON.parse(text);
    return /^\d{1,18}$/.test(String(asset)) ? String(asset) : '';
  } catch {
    return '';
  }
}
