/** The newsroom's browser side: finds what a page offers and makes it do more. Every page works without it. */
import { keepItself } from './autosave/autosave.js';
import { edit } from './editor/editor.js';
import { all } from './page/dom.js';
import { startHtmx } from './page/htmx.js';

/** @param {ParentNode} root */
function enhance(root) {
  all(root, 'textarea[data-editor]').forEach((area) => edit(/** @type {HTMLTextAreaElement} */ (area)));
  all(root, 'form[data-autosave]').forEach((form) => keepItself(/** @type {HTMLFormElement} */ (form)));
}

startHtmx(enhance);
enhance(document);
