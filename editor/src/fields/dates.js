/** The next dates of an event below its rows, each of which can be changed alone: what is done fills the columns of its row. */
import { el, freshId, say } from '../page/dom.js';
import { word } from '../page/page.js';

/**
 * @typedef {{text: string, row: number, was: string, start: string, end: string, isCancelled: boolean, isMoved: boolean}} OneDate
 * @typedef {import('./times.js').TimesRow} TimesRow
 */

/** @param {string} moment */
const parted = (moment) => {
  const [day = '', time = ''] = moment.split(' ');
  return { day, time: time.slice(0, 5) };
};

/** The day before. @param {string} day */
function before(day) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/**
 * Takes what is about days from this one on out of a list of a row.
 *
 * @param {TimesRow} row @param {string} column @param {RegExp} between @param {string} joined @param {string} day
 */
function takeFrom(row, column, between, joined, day) {
  const all = row.value(column).split(between).filter((text) => text !== '');
  const later = all.filter((text) => /^\d{4}-\d\d-\d\d/.test(text) && text.slice(0, day.length) >= day);
  row.put(column, all.filter((text) => !later.includes(text)).join(joined));
  return later.join(joined);
}

export class NextDates {
  /** @param {import('./times.js').TimesField} field */
  constructor(field) {
    this.field = field;
    const heading = el('p', { class: 'label', id: freshId() }, word('editor.times.next'));
    this.heading = heading;
    this.list = el('ol', { class: 'next-dates', 'aria-labelledby': heading.id });
    this.box = el('div', { class: 'wide', hidden: true, 'data-not-kept': true }, heading, this.list);
    field.group.append(this.box);
  }

  /** @param {{dates?: OneDate[], isOver?: boolean, message: string}} answer */
  show({ dates = [], isOver = false, message }) {
    if (message && this.list.children.length > 0) {
      return; // what was understood last stays while the next thing is typed
    }
    this.heading.textContent = word(isOver ? 'editor.times.last' : 'editor.times.next');
    this.box.hidden = dates.length === 0;
    this.list.replaceChildren(...dates.map((date) => this.entry(date)));
  }

  /** @param {OneDate} date */
  entry(date) {
    const row = this.field.rows.find((each) => each.number() === date.row);
    const state = date.isCancelled ? 'editor.times.is-cancelled' : date.isMoved ? 'editor.times.is-moved' : '';
    const item = el('li', {}, el('span', {}, date.text), state !== '' && el('span', { class: 'soft small' }, ` (${word(state)})`));
    if (!row || row.value('repeat') === 'open-ended' || date.isCancelled || date.isMoved) {
      return item;
    }
    const acts = el('p', { class: 'picked-acts' });
    const act = (/** @type {string} */ key, /** @type {() => void} */ done) =>
      acts.append(el('button', { type: 'button', class: 'ed-small', onclick: done }, word(key)));
    act('editor.times.move', () => this.ask(row, date, acts));
    act('editor.times.cancel', () => this.done(row, 'changed', `${date.was} cancelled`, '\n', date));
    const repeat = row.value('repeat');
    if (repeat !== '') {
      act('editor.times.not-on', () => this.done(row, 'except', date.was, ', ', date));
      if (repeat !== 'rule' && parted(date.was).day > row.value('first')) {
        act('editor.times.end', () => this.end(row, date));
        act('editor.times.from-here', () => this.split(row, date));
      }
    }
    item.append(el('details', {}, el('summary', { 'aria-label': word('editor.times.change-of', date.text) }, word('editor.times.change')), acts));
    return item;
  }

  /** @param {TimesRow} row @param {string} column @param {string} value @param {string} between @param {OneDate} date */
  done(row, column, value, between, date) {
    row.append(column, value, between);
    row.show();
    row.input(column)?.focus();
    say(word('editor.times.changed', date.text));
  }

  /** @param {TimesRow} row @param {OneDate} date */
  end(row, date) {
    const { day } = parted(date.was);
    takeFrom(row, 'changed', /\n/, '\n', day);
    row.put('ends', before(day));
    row.show();
    row.input('ends')?.focus();
    say(word('editor.times.changed', date.text));
  }

  /** This date and those that follow become a row of their own. @param {TimesRow} row @param {OneDate} date */
  split(row, date) {
    const next = this.field.free();
    if (!next) {
      return;
    }
    const { day } = parted(date.was);
    const ends = row.value('ends');
    for (const column of ['times', 'repeat', 'interval', 'weekdays', 'venue']) {
      next.put(column, row.value(column));
    }
    next.put('first', day);
    // a last day goes on to hold for those that follow; how many times there are left is for the editor to say
    next.put('ends', /^\d+$/.test(ends) ? '' : ends);
    next.put('except', takeFrom(row, 'except', /\s*[,;\n]\s*/, ', ', day));
    next.put('also', takeFrom(row, 'also', /\s*[,;\n]\s*/, ', ', day));
    next.put('changed', takeFrom(row, 'changed', /\n/, '\n', day));
    row.put('ends', before(day));
    this.field.show();
    next.input('times')?.focus();
    say(word('editor.times.changed', date.text));
  }

  /** @param {TimesRow} row @param {OneDate} date @param {HTMLElement} acts */
  ask(row, date, acts) {
    const from = parted(date.start);
    const until = parted(date.end);
    const input = (/** @type {string} */ key, /** @type {string} */ type, /** @type {string} */ value) => {
      const id = freshId();
      return el('span', {}, el('label', { for: id }, word(key)), el('input', { id, type, value }));
    };
    const day = input('editor.times.day', 'date', from.day);
    const begins = input('editor.times.begins', 'time', from.time);
    const ends = input('editor.times.ends', 'time', until.time);
    const valueOf = (/** @type {HTMLElement} */ part) => /** @type {HTMLInputElement} */ (part.querySelector('input')).value;
    const line = () => {
      const start = [valueOf(day), from.time === '' ? '' : valueOf(begins)].filter((text) => text !== '').join(' ');
      const isNextDay = from.time !== '' && valueOf(ends) !== '' && valueOf(ends) <= valueOf(begins);
      const after = new Date(`${valueOf(day)}T12:00:00Z`);
      after.setUTCDate(after.getUTCDate() + 1);
      const end = from.time === '' || valueOf(ends) === '' ? '' : isNextDay ? `${after.toISOString().slice(0, 10)} ${valueOf(ends)}` : valueOf(ends);
      return `${date.was} > ${start}${end === '' ? '' : ` - ${end}`}`;
    };
    const form = el('div', { class: 'line', role: 'group', 'aria-label': word('editor.times.move-of', date.text) },
      day, from.time !== '' && begins, from.time !== '' && ends,
      el('button', {
        type: 'button', class: 'ed-small',
        onclick: () => valueOf(day) !== '' && this.done(row, 'changed', line(), '\n', date),
      }, word('editor.times.move-done')));
    form.addEventListener('input', (event) => event.stopPropagation()); // it is no part of the value yet
    form.addEventListener('change', (event) => event.stopPropagation());
    acts.after(form);
    acts.hidden = true;
    day.querySelector('input')?.focus();
  }
}
