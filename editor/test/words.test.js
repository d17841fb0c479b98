import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const here = new URL('.', import.meta.url);
const words = (language) => {
  const lines = readFileSync(new URL(`../../src/main/resources/newsroom/words/${language}/editor.properties`, here), 'utf8').split('\n');
  return new Map(lines.filter((line) => line && !line.startsWith('#')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
};
const sources = ['', 'autosave/', 'body/', 'editor/', 'fields/', 'page/']
  .flatMap((folder) => readdirSync(new URL(`../src/${folder}`, here)).filter((file) => file.endsWith('.js')).map((file) => folder + file))
  .map((file) => readFileSync(new URL(`../src/${file}`, here), 'utf8'))
  .join('\n');
const said = new Set(sources.match(/(?<=')editor\.[a-z0-9.-]+(?=')/g));

for (const language of ['en', 'be', 'ru']) {
  test(`${language} has all the words that are said, and no others`, () => {
    assert.deepEqual([...words(language).keys()].sort(), [...said].sort());
  });

  test(`${language} has the values of the original, and no plain apostrophe`, () => {
    const english = words('en');
    for (const [key, text] of words(language)) {
      assert.deepEqual(text.match(/\{\d\}/g)?.sort(), english.get(key).match(/\{\d\}/g)?.sort(), key);
      assert.ok(text.trim() !== '' && !text.includes("'"), key);
    }
  });
}
