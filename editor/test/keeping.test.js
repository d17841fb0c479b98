import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSame, Keeping } from '../src/autosave/keeping.js';
import { lineage } from '../src/autosave/unsent.js';

/** A clock that goes when it is told to. */
class Clock {
  time = 1000;
  timers = new Map();
  last = 0;
  now = () => this.time;
  set = (act, after) => {
    this.timers.set(++this.last, { act, at: this.time + after });
    return this.last;
  };
  clear = (timer) => this.timers.delete(timer);
  async pass(span) {
    await settled();
    const until = this.time + span;
    for (;;) {
      const next = [...this.timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!next) {
        break;
      }
      this.timers.delete(next[0]);
      this.time = Math.max(this.time, next[1].at);
      next[1].act();
      await settled();
    }
    this.time = until;
    await settled();
  }
}

async function settled() {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

/** A desk with a server that keeps texts as `KeepDraft` does: no text goes over another. */
class Desk {
  clock = new Clock();
  text = '';
  stored = null;
  isStoreFull = false;
  /** What the server does with the next requests: answer, keep and be silent, refuse ... */
  mode = 'ok';
  drafts = new Map();
  sent = [];
  states = [];
  held = null;

  constructor() {
    this.keeping = new Keeping(
      {
        clock: this.clock,
        store: {
          put: (unsent) => !this.isStoreFull && Boolean((this.stored = structuredClone(unsent))),
          clear: () => (this.stored = null),
        },
        read: () => ({ body: [this.text] }),
        send: (text, isLeaving) => this.answer(text, isLeaving),
        show: (state) => this.states.push(state),
      },
      { draft: '', version: '' },
    );
  }

  type(text) {
    this.text = text;
    this.keeping.changed();
  }

  async answer({ fields, draft, version }, isLeaving) {
    this.sent.push({ text: fields.body[0], draft, version, isLeaving, at: this.clock.time });
    const mode = this.mode;
    if (mode === 'slow') {
      await new Promise((resolve) => (this.held = resolve));
    }
    if (mode === 'down') return { kind: 'away' };
    if (mode === 'out') return { kind: 'signed-out' };
    if (mode === 'refuse') return { kind: 'refused', message: 'Too long.' };
    const kept = this.keep(fields.body[0], draft, version);
    return mode === 'lost' ? { kind: 'away' } : kept;
  }

  keep(text, draft, version) {
    const known = this.drafts.get(draft);
    if (known?.text === text) {
      return this.kept(draft, false);
    }
    if (known && String(known.version) === version) {
      this.drafts.set(draft, { text, version: known.version + 1 });
      return this.kept(draft, false);
    }
    const added = String(this.drafts.size + 1);
    this.drafts.set(added, { text, version: 1 });
    return this.kept(added, draft !== '');
  }

  kept(draft, isCopy) {
    return { kind: 'kept', draft, version: String(this.drafts.get(draft).version), isCopy, savedAt: '14:03', others: [] };
  }

  get state() {
    return this.keeping.state;
  }
}

test('a text is sent two seconds after the last change, and then this browser holds nothing', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.clock.pass(1500);
  desk.type('ab');
  await desk.clock.pass(1900);
  assert.equal(desk.sent.length, 0);
  assert.equal(desk.stored.text.fields.body[0], 'ab');
  await desk.clock.pass(100);
  assert.deepEqual(desk.sent.map(({ text }) => text), ['ab']);
  assert.equal(desk.state.name, 'kept');
  assert.equal(desk.stored, null);
  assert.equal(desk.keeping.isUnsent, false);
});

test('who goes on typing is kept at least every four seconds', async () => {
  const desk = new Desk();
  for (let at = 0; at < 20; at++) {
    desk.type('x'.repeat(at + 1));
    await desk.clock.pass(500);
  }
  assert.ok(desk.sent.length >= 2);
  assert.ok(desk.sent[0].at <= 5000);
  assert.ok(desk.sent[1].at - desk.sent[0].at <= 4500);
});

test('what is typed stands in this browser within a second, before it is sent', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.clock.pass(900);
  assert.equal(desk.stored.text.fields.body[0], 'a');
  assert.equal(desk.sent.length, 0);
});

test('one request at a time, and the newest text last', async () => {
  const desk = new Desk();
  desk.mode = 'slow';
  desk.type('a');
  await desk.clock.pass(2000);
  desk.type('ab');
  await desk.clock.pass(10_000);
  desk.type('abc');
  await desk.clock.pass(100);
  assert.equal(desk.sent.length, 1);
  desk.mode = 'ok';
  desk.held();
  await settled();
  await desk.clock.pass(2000);
  assert.deepEqual(desk.sent.map(({ text }) => text), ['a', 'abc']);
  assert.equal(desk.drafts.get('1').text, 'abc');
  assert.equal(desk.drafts.size, 1);
});

test('while the server is away the text stays here, is tried again with growing pauses, and is sent when it is back', async () => {
  const desk = new Desk();
  desk.mode = 'down';
  desk.type('a');
  await desk.clock.pass(60_000);
  assert.equal(desk.state.name, 'away');
  assert.equal(desk.state.isStored, true);
  const pauses = desk.sent.slice(1).map(({ at }, index) => at - desk.sent[index].at);
  assert.deepEqual(pauses.slice(0, 4), [1000, 2000, 4000, 8000]);
  assert.ok(Math.max(...pauses) <= 30_000);
  desk.type('ab');
  await desk.clock.pass(600);
  assert.equal(desk.stored.text.fields.body[0], 'ab');
  desk.mode = 'ok';
  desk.keeping.again();
  await desk.clock.pass(2000);
  assert.deepEqual(desk.sent.slice(-2).map(({ text }) => text), ['a', 'ab']);
  assert.equal([...desk.drafts.values()].at(-1).text, 'ab');
  assert.equal(desk.drafts.size, 1);
  assert.equal(desk.state.name, 'kept');
  assert.equal(desk.stored, null);
});

test('an answer that is lost makes no copy: what may have arrived goes again before what is newer', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.clock.pass(2000);
  desk.mode = 'lost';
  desk.type('ab');
  await desk.clock.pass(2000);
  assert.equal(desk.state.name, 'away');
  desk.type('abc');
  desk.mode = 'ok';
  await desk.clock.pass(5000);
  assert.deepEqual(desk.sent.map(({ text }) => text), ['a', 'ab', 'ab', 'abc']);
  assert.equal(desk.drafts.size, 1);
  assert.equal(desk.drafts.get('1').text, 'abc');
  assert.equal(desk.state.isCopy, false);
});

test('a draft that was changed elsewhere is not written over: the answer says that this is a copy', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.clock.pass(2000);
  desk.drafts.set('1', { text: 'other', version: 9 });
  desk.type('ab');
  await desk.clock.pass(2000);
  assert.equal(desk.state.isCopy, true);
  desk.type('abc');
  await desk.clock.pass(2000);
  assert.equal(desk.state.isCopy, true);
  assert.deepEqual([...desk.drafts.values()].map(({ text }) => text), ['other', 'abc']);
});

test('who is signed out goes on typing, and all is sent after they signed in', async () => {
  const desk = new Desk();
  desk.mode = 'out';
  desk.type('a');
  await desk.clock.pass(3000);
  assert.equal(desk.state.name, 'signed-out');
  desk.type('ab');
  await desk.clock.pass(1000);
  assert.equal(desk.stored.text.fields.body[0], 'ab');
  desk.mode = 'ok';
  desk.keeping.again();
  await desk.clock.pass(3000);
  assert.equal([...desk.drafts.values()].at(-1).text, 'ab');
  assert.equal(desk.state.name, 'kept');
});

test('a refused text stays here with the reason, and the next change is sent again', async () => {
  const desk = new Desk();
  desk.mode = 'refuse';
  desk.type('a');
  await desk.clock.pass(30_000);
  assert.equal(desk.state.name, 'refused');
  assert.equal(desk.state.message, 'Too long.');
  assert.equal(desk.sent.length, 1);
  assert.equal(desk.stored.text.fields.body[0], 'a');
  desk.mode = 'ok';
  desk.type('b');
  await desk.clock.pass(2000);
  assert.equal(desk.state.name, 'kept');
  assert.equal(desk.stored, null);
});

test('before a form is sent the newest text is at the server, whatever was running', async () => {
  const desk = new Desk();
  desk.mode = 'slow';
  desk.type('a');
  await desk.clock.pass(2000);
  desk.type('ab');
  const flushed = desk.keeping.flush();
  await settled();
  desk.mode = 'ok';
  desk.held();
  assert.equal(await flushed, true);
  assert.equal(desk.drafts.get('1').text, 'ab');
  assert.equal(desk.state.version, '2');
});

test('a form is not sent into a server that is away', async () => {
  const desk = new Desk();
  desk.mode = 'down';
  desk.type('a');
  assert.equal(await desk.keeping.flush(), false);
  assert.equal(desk.stored.text.fields.body[0], 'a');
});

test('who leaves loses nothing: the text is stored at once and sent in a request that outlives the page', async () => {
  const desk = new Desk();
  desk.type('a');
  assert.equal(desk.keeping.leaving(), true);
  assert.equal(desk.stored.text.fields.body[0], 'a');
  await settled();
  assert.deepEqual(desk.sent.map(({ text, isLeaving }) => [text, isLeaving]), [['a', true]]);
});

test('who gives a text up leaves nothing of it behind, whenever the page is left', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.keeping.stop();
  desk.keeping.leaving();
  await desk.clock.pass(10_000);
  assert.equal(desk.stored, null);
  assert.equal(desk.sent.length, 0);
});

test('a browser that cannot store says so', async () => {
  const desk = new Desk();
  desk.isStoreFull = true;
  desk.mode = 'down';
  desk.type('a');
  await desk.clock.pass(3000);
  assert.equal(desk.state.isStored, false);
  assert.equal(desk.keeping.leaving(), false);
});

test('who takes back what they typed has nothing to keep', async () => {
  const desk = new Desk();
  desk.type('a');
  await desk.clock.pass(600);
  desk.type('');
  await desk.clock.pass(3000);
  assert.equal(desk.sent.length, 0);
  assert.equal(desk.stored, null);
  assert.equal(desk.state.name, 'idle');
});

const fields = (body) => ({ body: [body] });

test('a text put back belongs to the draft it was typed into, unless the server has it as it was sent', () => {
  const form = { fields: fields('sent'), draft: '5', version: '8' };
  const unsent = (sent) => ({ text: { fields: fields('newer'), draft: '5', version: '7' }, sent, at: 1 });
  assert.deepEqual(lineage(unsent(fields('sent')), form, isSame), { draft: '5', version: '8' });
  assert.deepEqual(lineage(unsent(fields('other')), form, isSame), { draft: '5', version: '7' });
  assert.deepEqual(lineage(unsent(null), form, isSame), { draft: '5', version: '7' });
});
