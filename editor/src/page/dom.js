/** Small words for building what a page shows. */

/** @typedef {Node | string | null | undefined | false} Child */

let last = 0;

/** An identity that no other element of the page has. */
export function freshId() {
  return `ed-${++last}`;
}

/**
 * A new element with attributes, handlers (`onclick`) and children.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [attributes] true stands alone, false, null and undefined are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** @type {HTMLElement | undefined} */
let voice;

/**
 * Says something to those who listen to the page instead of looking at it.
 *
 * @param {string} text
 */
export function say(text) {
  if (!voice?.isConnected) {
    voice = el('div', { class: 'ed-unseen', 'aria-live': 'assertive', 'data-voice': true });
    document.body.append(voice);
  }
  voice.textContent = text;
}

/**
 * The elements within a root that fit a selector, the root among them.
 *
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function all(root, selector) {
  const found = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  return root instanceof HTMLElement && root.matches(selector) ? [root, ...found] : found;
}

/** True where the person types, so that a letter is a letter and no command. */
export function isTyping(/** @type {EventTarget | null} */ target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))
  );
}

/**
 * True for what a person works with keys: a letter meant for it, or dictated beside it, must do nothing else. The links and
 * boxes of rows that are walked with keys are none of these.
 */
export function isControl(/** @type {EventTarget | null} */ target) {
  return (
    target instanceof HTMLElement &&
    target.closest('button, summary, audio, video, [role=button], [role=menuitem], [role=tab], [role=slider], [draggable=true]') !== null
  );
}

export const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
