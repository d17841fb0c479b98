/** htmx, set so that it runs no code of a page and keeps no copy of one. */
import htmx from 'htmx.org';
import { ownHeaders } from './page.js';

/** @param {(root: ParentNode) => void} enhance what to do with each new part of a page */
export function startHtmx(enhance) {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
  });
  document.addEventListener('htmx:configRequest', (event) => {
    Object.assign(/** @type {CustomEvent} */ (event).detail.headers, ownHeaders());
  });
  document.addEventListener('htmx:load', (event) => {
    const part = /** @type {CustomEvent} */ (event).detail.elt;
    if (part !== document.body) {
      enhance(part);
    }
  });
}
