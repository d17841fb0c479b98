/** A field that names items: they are searched by headline, shown by it, put into order and removed. */
import { icon } from '../editor/icons.js';
import { el, say } from '../page/dom.js';
import { word } from '../page/page.js';
import { search, SearchBox } from '../page/search.js';
import { enter, standIn } from './inputs.js';

/** @typedef {{title: string, hint: string}} Name */

const SEVERAL = /^\s*(\d{1,18}([\s,;]+\d{1,18})*)?[\s,;]*$/;

export class ItemsField {
  /** @param {HTMLInputElement} input @param {HTMLElement} shown the list of what it names, as the server wrote it */
  constructor(input, shown) {
    this.input = input;
    this.list = shown;
    this.source = input.dataset.source ?? '';
    /** @type {Map<string, Name>} */
    this.names = new Map([...shown.children].map((child) => {
      const { id = '', title = '', hint = '' } = /** @type {HTMLElement} */ (child).dataset;
      return [id, { title, hint }];
    }));
    this.told = el('p', { class: 'ed-told', role: 'status' });
    this.box = new SearchBox({
      source: this.source,
      language: input.lang || document.body.dataset.language || 'en',
      typed: (text) => this.typed(text),
      choose: (found) => this.add(found),
      tell: (text) => this.tell(text),
    });
    this.box.input.placeholder = word('editor.pick.search-items');
    this.box.input.addEventListener('keydown', (event) => this.newest(event));
    standIn(input, this.box.input);
    shown.before(this.box.input, this.box.list, this.told);
    input.addEventListener('change', () => this.show());
    this.show();
  }

  numbers() {
    return this.input.value.split(/[\s,;]+/).filter((number) => number !== '');
  }

  /** @param {string} text */
  tell(text) {
    this.told.textContent = text;
  }

  /** @param {string} text */
  typed(text) {
    this.tell('');
    return text !== '';
  }

  /** In an empty field the key down shows what changed last, where the kinds are known. @param {KeyboardEvent} event */
  newest(event) {
    if (event.key === 'ArrowDown' && this.box.input.value === '' && this.box.found.length === 0 && this.source.includes('kind=')) {
      event.preventDefault();
      this.box.ask('');
    } else if (event.key === 'Enter') {
      event.preventDefault(); // or the form is saved
    }
  }

  /** @param {import('../page/search.js').Found} found */
  add(found) {
    const number = found.href.slice('item:'.length);
    this.names.set(number, { title: found.title, hint: found.hint ?? '' });
    this.box.input.value = '';
    const numbers = this.numbers();
    if (!numbers.includes(number)) {
      this.put(this.input.dataset.one === undefined ? [...numbers, number] : [number]);
    }
    this.tell(word('editor.pick.added', found.title));
  }

  /** @param {string[]} numbers */
  put(numbers) {
    enter(this.input, numbers.join(', '));
  }

  /** @param {string} number */
  nameOf(number) {
    return this.names.get(number)?.title || word('editor.link.item', number);
  }

  show() {
    const numbers = this.numbers();
    this.list.replaceChildren(...numbers.map((number, at) => this.entry(number, at, numbers.length)));
    this.ask(numbers.filter((number) => !this.names.has(number)));
  }

  /** @param {string} number @param {number} at @param {number} count */
  entry(number, at, count) {
    const title = this.nameOf(number);
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {boolean} */ isOff, /** @type {() => void} */ act) =>
      el('button', {
        type: 'button', class: 'ed-small', 'data-act': key, 'data-not-kept': true, title: word(key), disabled: isOff, onclick: act,
        'aria-label': `${word(key)}: ${title}`,
      }, icon(sign));
    return el(
      'li',
      { 'data-id': number },
      el('a', { href: `/newsroom/items/${number}`, target: '_blank', rel: 'noopener' }, title),
      el('span', { class: 'soft small' }, ` ${this.names.get(number)?.hint ?? ''}`),
      el('span', { class: 'picked-acts' },
        button('editor.block.up', 'up', at === 0, () => this.move(at, at - 1)),
        button('editor.block.down', 'down', at === count - 1, () => this.move(at, at + 1)),
        button('editor.pick.remove', 'remove', false, () => this.remove(at))),
    );
  }

  /** @param {number} from @param {number} to */
  move(from, to) {
    const numbers = this.numbers();
    const [number] = numbers.splice(from, 1);
    numbers.splice(to, 0, number);
    this.put(numbers);
    const buttons = /** @type {HTMLButtonElement[]} */ ([...(this.list.children[to]?.querySelectorAll('button') ?? [])]);
    const same = buttons[to < from ? 0 : 1];
    (same?.disabled ? buttons[to < from ? 1 : 0] : same)?.focus();
    say(word('editor.sort.place', this.nameOf(number), to + 1, numbers.length));
  }

  /** @param {number} at */
  remove(at) {
    const numbers = this.numbers();
    const [number] = numbers.splice(at, 1);
    this.put(numbers);
    const next = this.list.children[Math.min(at, numbers.length - 1)];
    (/** @type {HTMLElement | null} */ (next?.querySelector('[data-act="editor.pick.remove"]')) ?? this.box.input).focus();
    say(word('editor.pick.removed', this.nameOf(number)));
  }

  /** Numbers that came from elsewhere, such as a text that this browser had kept. @param {string[]} numbers */
  async ask(numbers) {
    for (const number of numbers) {
      this.names.set(number, { title: '', hint: '' });
      try {
        const [found] = await search(`item:${number}`, this.source, undefined);
        if (found) {
          this.names.set(number, { title: found.title, hint: found.hint ?? '' });
        }
      } catch {
        // the number tells enough
      }
    }
    if (numbers.length > 0) {
      this.show();
    }
  }

  /** True when the value is numbers alone, so that nothing typed would be hidden. @param {HTMLInputElement} input */
  static fits(input) {
    return SEVERAL.test(input.value);
  }
}
