/** Suggests the last part of an address from a headline, as long as nobody writes one. */
import { all } from './dom.js';
import { ask, withParameter } from './page.js';

const PAUSE = 400;

/** @param {HTMLInputElement} slug */
function suggest(slug) {
  const source = document.querySelector(slug.dataset.slugFrom ?? '');
  if (!(source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement)) {
    return;
  }
  let isOwn = slug.value !== '';
  let isFilling = false;
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;
  const fill = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await ask(withParameter(slug.dataset.slug ?? '/newsroom/slug', 'text', source.value), { signal: asking.signal });
      const suggestion = answer.ok ? (await answer.text()).trim() : '';
      const isOnItsWay = slug.form?.getAttribute('aria-busy') === 'true';
      if (!isOwn && !isOnItsWay && suggestion !== '' && suggestion !== slug.value) {
        isFilling = true;
        slug.value = suggestion;
        slug.dispatchEvent(new Event('input', { bubbles: true }));
        isFilling = false;
      }
    } catch {
      // a suggestion is not needed: the server makes one when it saves
    }
  };
  slug.addEventListener('input', () => {
    if (!isFilling) {
      isOwn = slug.value.trim() !== '';
    }
  });
  source.addEventListener('input', () => {
    clearTimeout(pause);
    if (!isOwn && source.value.trim() !== '') {
      pause = setTimeout(fill, PAUSE);
    }
  });
}

/** @param {ParentNode} root */
export function startSlugs(root) {
  all(root, 'input[data-slug-from]').forEach((slug) => suggest(/** @type {HTMLInputElement} */ (slug)));
}
