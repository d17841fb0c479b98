import './browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { read } = await import('../src/body/read.js');
const { write } = await import('../src/body/write.js');

/** Each element and attribute of docs/body.md, the way the server writes it. */
const KEPT = [
  '<p>One.</p><p>Two.</p>',
  '<h2>A</h2><h3>B</h3><h4>C</h4>',
  '<ul><li>a</li><li>b</li></ul>',
  '<ol><li>a</li></ol>',
  '<ol start="3"><li>c</li></ol>',
  '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>',
  '<ul><li>a<ul><li>b</li></ul>and after</li></ul>',
  '<ul><li><p>a</p><p>b</p></li></ul>',
  '<ul><li><p>a</p></li><li></li></ul>',
  '<ul><li><h2>a</h2>b<blockquote><p>c</p></blockquote></li></ul>',
  '<ul><li><ul><li>a</li></ul></li></ul>',
  '<ul lang="be" dir="ltr"><li>а</li></ul><ol lang="ru"><li>б</li></ol>',
  '<blockquote><p>Said.</p></blockquote>',
  '<blockquote lang="en"><p>Said.</p><p>Twice.</p><footer>A <em>weaver</em></footer></blockquote>',
  '<blockquote><p>We keep <ins>the last band</ins>.</p></blockquote>',
  '<blockquote><ul><li>a</li></ul><blockquote><p>b</p><footer>c</footer></blockquote><footer>d</footer></blockquote>',
  '<pre>a\n  b &lt;c&gt;</pre>',
  '<hr>',
  '<figure><img src="asset:7" alt="A mill"></figure>',
  '<figure><img src="asset:7" alt=""></figure>',
  '<figure><img src="asset:7" alt="A &quot;mill&quot;"><figcaption>The <em>mill</em> <cite>N. N.</cite></figcaption></figure>',
  '<figure><img src="asset:7" alt="a"><figcaption><cite>N. N.</cite></figcaption></figure>',
  '<figure class="gallery"><figure><img src="asset:7" alt="a"><figcaption>A</figcaption></figure>' +
    '<figure><img src="asset:8" alt="b"></figure><figcaption>Both</figcaption></figure>',
  '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  '<table><caption>Years, <em>all</em></caption><thead><tr><th scope="col">Year</th></tr></thead>' +
    '<tbody><tr><th scope="row">2024</th></tr></tbody><tfoot><tr><td>sum</td></tr></tfoot></table>',
  '<table><thead><tr><th scope="col">A</th><td>B</td></tr><tr><th scope="row">A</th><td>B</td></tr></thead></table>',
  '<table><tbody><tr><td colspan="2" rowspan="3">1</td></tr></tbody></table>',
  '<p><em>a</em> <strong>b</strong> <ins>c</ins> <s>d</s> <q>e</q> <cite>f</cite> <code>g</code></p>',
  '<p>H<sub>2</sub>O, m<sup>2</sup><br>next</p>',
  '<p><a href="https://example.org/a?b=c#d">x</a> <a href="item:12">x</a> <a href="asset:12">x</a> <a href="tel:112">x</a></p>',
  '<p><a href="mailto:desk@example.org">x</a> <a href="/en/news">x</a> <a href="#note">x</a></p>',
  '<p lang="be">Вада</p><p dir="rtl">ماء</p><h2 lang="be" dir="auto">Вада</h2>',
  '<p>A <span lang="be">вада</span>, <em lang="fr" dir="ltr">eau</em>, <span dir="rtl">ماء</span></p>',
  '<p>A &lt; B &amp; C, a\u00a0b</p>',
  '<p><q>a <q>b</q> c <em>d</em></q> e</p>',
  '<p><a href="item:1">a <em>b</em> c</a></p>',
  '<p><em>a <a href="item:1">b</a> c</em></p>',
  '<p><em>a<br>b</em></p>',
  '<p><strong>a</strong><em><strong>b</strong>c</em></p>',
];

for (const html of KEPT) {
  test(`what the subset says is written as it was: ${html}`, () => {
    assert.equal(write(read(html), { isFresh: true }), html);
    assert.equal(write(read(html)), html);
  });
}

test('what nobody touched is written letter by letter', () => {
  const html = '<p><em><strong>a</strong></em></p><figure><img src="asset:7" alt=""><figcaption>A<cite>B</cite></figcaption></figure>';
  assert.equal(write(read(html)), html);
});
