import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apostrophe, quotationMark } from '../src/body/quotes.js';

/** What stands after each straight mark of a text was typed. */
function typed(text, language) {
  let made = '';
  for (const letter of text) {
    if (letter === '"') {
      made += quotationMark(made, language) ?? letter;
    } else if (letter === "'") {
      made += apostrophe(made, language);
    } else {
      made += letter;
    }
  }
  return made;
}

const EXAMPLES = [
  ['en', 'She said "yes".', 'She said “yes”.'],
  ['en', '"One "two" three"', '“One ‘two’ three”'],
  ['en', '"It\'s \'fine\'," he said', '“It’s ‘fine’,” he said'],
  ['en', 'a 5" pipe', 'a 5" pipe'],
  ['en', '"Windows 10"', '“Windows 10”'],
  ['en', '("a")', '(“a”)'],
  ['be', '"Кажа "так""', '«Кажа „так“»'],
  ['be', "сям'я і п'еса", 'сям’я і п’еса'],
  ['ru', 'газета "Звязда" и "СБ"', 'газета «Звязда» и «СБ»'],
  ['ru', '"Он сказал: "да", и "нет""', '«Он сказал: „да“, и „нет“»'],
  ['ru-BY', '"а"', '«а»'],
  ['de', '"Ja "so" ja"', '„Ja ‚so‘ ja“'],
  ['pl', '"Tak "so" tak"', '„Tak «so» tak”'],
  ['fr', '"Oui"', '«\u202fOui\u202f»'],
  ['sv', '"Ja" och "nej"', '”Ja” och ”nej”'],
  ['xx', '"a"', '“a”'],
];

for (const [language, straight, expected] of EXAMPLES) {
  test(`${language}: ${straight} becomes ${expected}`, () => {
    assert.equal(typed(straight, language), expected);
  });
}
