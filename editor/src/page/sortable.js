/** Lists whose order a person makes: by dragging, by keys, or by buttons. */
import { icon } from '../editor/icons.js';
import { all, el, freshId, say } from './dom.js';
import { word } from './page.js';

/** The list that is being changed by keys or buttons. @type {{list: Sortable, entry: HTMLElement, from: number} | null} */
let taken = null;

class Sortable {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.hint = el('span', { class: 'ed-unseen', id: freshId() }, word('editor.sort.hint'));
    list.before(this.hint);
    this.entries().forEach((entry) => this.prepare(entry));
  }

  entries() {
    return /** @type {HTMLElement[]} */ ([...this.list.children].filter((child) => child instanceof HTMLElement && child.dataset.id));
  }

  /** @param {HTMLElement} entry */
  nameOf(entry) {
    const copy = /** @type {HTMLElement} */ (entry.cloneNode(true));
    copy.querySelectorAll('[data-sortable], button, input, select, .ed-sort').forEach((each) => each.remove());
    return entry.dataset.title ?? (copy.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
  }

  /** @param {HTMLElement} entry */
  prepare(entry) {
    const name = this.nameOf(entry);
    const handle = el(
      'button',
      {
        type: 'button', class: 'ed-move', 'aria-label': word('editor.sort.move', name), 'aria-describedby': this.hint.id,
        'aria-pressed': 'false', 'data-not-kept': true,
        onclick: () => (taken?.entry === entry ? this.put() : this.take(entry)),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event, entry),
        onpointerdown: (/** @type {PointerEvent} */ event) => this.drag(event, entry),
        onblur: (/** @type {FocusEvent} */ event) => {
          if (taken?.entry === entry && !entry.contains(/** @type {Node | null} */ (event.relatedTarget)) && !this.isMoving) {
            this.put();
          }
        },
      },
      icon('grip'),
    );
    const step = (/** @type {string} */ sign, /** @type {string} */ key, /** @type {number} */ by) =>
      el('button', {
        type: 'button', 'aria-label': `${name}: ${word(key)}`, 'data-not-kept': true,
        onclick: () => this.move(entry, this.entries().indexOf(entry) + by),
      }, icon(sign));
    entry.prepend(
      el('span', { class: 'ed-sort' }, handle,
        el('span', { class: 'ed-steps', hidden: true }, step('up', 'editor.block.up', -1), step('down', 'editor.block.down', 1))),
    );
  }

  /** @param {HTMLElement} entry */
  handleOf(entry) {
    return /** @type {HTMLElement} */ (entry.querySelector(':scope > .ed-sort > .ed-move'));
  }

  /** @param {HTMLElement} entry @param {boolean} isTaken */
  mark(entry, isTaken) {
    entry.classList.toggle('ed-taken', isTaken);
    this.handleOf(entry).setAttribute('aria-pressed', String(isTaken));
    /** @type {HTMLElement} */ (entry.querySelector(':scope > .ed-sort > .ed-steps')).hidden = !isTaken;
  }

  /** @param {HTMLElement} entry */
  take(entry) {
    taken?.list.put();
    const from = this.entries().indexOf(entry);
    taken = { list: this, entry, from };
    this.mark(entry, true);
    say(word('editor.sort.taken', this.nameOf(entry), from + 1, this.entries().length));
  }

  put() {
    if (taken) {
      const { entry } = taken;
      taken = null;
      this.mark(entry, false);
      const entries = this.entries();
      say(word('editor.sort.put', this.nameOf(entry), entries.indexOf(entry) + 1, entries.length));
    }
  }

  back() {
    if (taken) {
      const { entry, from } = taken;
      this.place(entry, from);
      taken = null;
      this.mark(entry, false);
      this.handleOf(entry).focus();
      say(word('editor.sort.back', this.nameOf(entry), from + 1));
    }
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} entry */
  key(event, entry) {
    const at = this.entries().indexOf(entry);
    /** @type {Record<string, number>} */
    const places = { ArrowUp: at - 1, ArrowLeft: at - 1, ArrowDown: at + 1, ArrowRight: at + 1, Home: 0, End: this.entries().length - 1 };
    if (taken?.entry !== entry) {
      return;
    }
    if (event.key in places) {
      event.preventDefault();
      this.move(entry, places[event.key]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.back();
    }
  }

  /** @param {HTMLElement} entry @param {number} place */
  move(entry, place) {
    const count = this.entries().length;
    if (place >= 0 && place < count) {
      this.place(entry, place);
      this.handleOf(entry).focus();
    }
    say(word('editor.sort.place', this.nameOf(entry), this.entries().indexOf(entry) + 1, count));
  }

  /** @param {HTMLElement} entry @param {number} place */
  place(entry, place) {
    const before = this.entries().indexOf(entry);
    const others = this.entries().filter((each) => each !== entry);
    if (before !== place) {
      this.isMoving = true;
      if (place < others.length) {
        others[place].before(entry);
      } else {
        others[others.length - 1].after(entry);
      }
      this.isMoving = false;
      this.write();
    }
  }

  /** The order of all entries, those of lists within included, in the field of the form. */
  write() {
    let root = this.list;
    for (let above = root.parentElement; above; above = above.parentElement) {
      root = above.matches('[data-sortable]') ? above : root;
    }
    const field = (root.parentElement ?? root).querySelector('input[name=order]') ?? root.closest('form')?.querySelector('input[name=order]');
    if (field instanceof HTMLInputElement) {
      field.value = all(root, 'li[data-id]').map((entry) => entry.dataset.id).join(',');
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  /** @param {PointerEvent} event @param {HTMLElement} entry */
  drag(event, entry) {
    if (event.button !== 0) {
      return;
    }
    const handle = this.handleOf(entry);
    const startY = event.clientY;
    let isDragging = false;
    const move = (/** @type {PointerEvent} */ { clientY }) => {
      isDragging ||= Math.abs(clientY - startY) > 4;
      if (!isDragging) {
        return;
      }
      entry.classList.add('ed-dragged');
      const others = this.entries().filter((each) => each !== entry);
      const next = others.findIndex((each) => {
        const { top, height } = each.getBoundingClientRect();
        return clientY < top + height / 2;
      });
      this.place(entry, next < 0 ? others.length : next);
      if (!handle.hasPointerCapture(event.pointerId)) {
        handle.setPointerCapture(event.pointerId);
      }
    };
    const end = () => {
      handle.removeEventListener('pointermove', move);
      entry.classList.remove('ed-dragged');
      if (isDragging) {
        // the click that ends a drag takes nothing
        handle.addEventListener('click', (click) => click.stopImmediatePropagation(), { capture: true, once: true });
        setTimeout(() => this.put());
      }
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end, { once: true });
    handle.addEventListener('pointercancel', end, { once: true });
  }
}

/** @param {ParentNode} root */
export function startSortables(root) {
  all(root, '[data-sortable]').forEach((list) => {
    if (!list.dataset.isSortable) {
      list.dataset.isSortable = 'true';
      new Sortable(list);
    }
  });
}
