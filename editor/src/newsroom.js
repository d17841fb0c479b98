/** The newsroom's browser side: finds what a page offers and makes it do more. Every page works without it. */
import { keepItself } from './autosave/autosave.js';
import { edit } from './editor/editor.js';
import { startFields } from './fields/fields.js';
import { startSideBySide } from './page/beside.js';
import { startCounts } from './page/counts.js';
import { all } from './page/dom.js';
import { startDropping } from './page/dropping.js';
import { startHtmx } from './page/htmx.js';
import { showSelected, startSelecting } from './page/selecting.js';
import { startShortcuts } from './page/shortcuts.js';
import { startSlugs } from './page/slug.js';
import { startSortables } from './page/sortable.js';
import { startUntranslated } from './page/untranslated.js';

/** @param {ParentNode} root */
function enhance(root) {
  // the editors first: what counts and keeps their texts follows their fields
  all(root, 'textarea[data-editor]').forEach((area) => edit(/** @type {HTMLTextAreaElement} */ (area)));
  startSideBySide(root);
  startUntranslated(root);
  startCounts(root);
  startSlugs(root);
  startSortables(root);
  startFields(root);
  showSelected(root);
  all(root, 'form[data-autosave]').forEach((form) => keepItself(/** @type {HTMLFormElement} */ (form)));
}

startHtmx(enhance);
startShortcuts();
startSelecting();
startDropping();
enhance(document);
