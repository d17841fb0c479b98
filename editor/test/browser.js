/** A browser's document for tests that need no browser. */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html><body></body></html>', { url: 'https://portal.example/newsroom' });

for (const name of ['window', 'document', 'DOMParser', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'FormData']) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true });
}

export { window };
