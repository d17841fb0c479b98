import './browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { pasted, pastedText } = await import('../src/body/paste.js');
const { nodesOf } = await import('../src/body/read.js');
const { schema } = await import('../src/body/schema.js');
const { write } = await import('../src/body/write.js');

/** What the body says after this was pasted into an empty one. */
function body(html, how) {
  const nodes = nodesOf(pasted(html, how).blocks);
  return write(schema.nodes.doc.create(null, nodes.size > 0 ? nodes : schema.nodes.paragraph.create()));
}

const wordEntry = (level, list, marker, text) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l${list} level${level} lfo1'><![if !supportLists]>` +
  `<span style='font-family:Symbol;mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>` +
  `<![endif]><span lang=EN-US>${text}<o:p></o:p></span></p>`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0in;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoTitle><span lang=EN-US>The mill<o:p></o:p></span></p>
<h1><span lang=EN-US>Why</span></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'><b><span lang=EN-US>Strong</span></b><span lang=EN-US> and <i>slanted</i>
words.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordEntry(1, 0, '·', 'First')}
${wordEntry(2, 0, 'o', 'Deeper')}
${wordEntry(1, 0, '·', 'Second')}
<p class=MsoNormal>Between</p>
${wordEntry(1, 1, '3.', 'Third')}
${wordEntry(1, 1, '4.', 'Fourth')}
<p class=MsoNormal>A <ins cite="mailto:Ada" datetime="2026-05-03">new</ins><del cite="mailto:Ada" datetime="2026-05-03">old</del> word<a style='mso-comment-reference:A_1'>s</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>.</p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100 valign=top><p class=MsoNormal><b>A</b><o:p></o:p></p></td><td><p class=MsoNormal>B</p></td></tr></table>
<!--EndFragment--><div style='mso-element:comment-list'><p class=MsoCommentText>Reviewer says</p></div></body></html>`;

test('a text from Word keeps its headings, lists and emphasis, and nothing else', () => {
  assert.equal(
    body(WORD),
    '<h2>The mill</h2><h2>Why</h2><p><strong>Strong</strong> and <em>slanted</em> words.</p>' +
      '<ul><li>First<ul><li>Deeper</li></ul></li><li>Second</li></ul><p>Between</p>' +
      '<ol start="3"><li>Third</li><li>Fourth</li></ol><p>A new words.</p>' +
      '<table><tbody><tr><td><strong>A</strong></td><td>B</td></tr></tbody></table>',
  );
});

test('a list from Word as other programs pass it on, its marks between comments', () => {
  const entry = (level, marker, text) =>
    `<p style="mso-list:l0 level${level} lfo2"><!--[if !supportLists]-->${marker}&nbsp;&nbsp;<!--[endif]-->${text}</p>`;
  assert.equal(
    body(entry(1, '1.', 'a') + entry(2, 'b)', 'b') + entry(2, '·', 'c') + entry(1, '2.', 'd')),
    '<ol><li>a<ol><li>b</li></ol><ul><li>c</li></ul></li><li>d</li></ol>',
  );
});

test('a list from Word in the browser is one list', () => {
  const entry = (level, text) =>
    `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="${level}" role="listitem">` +
    `<p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${text}</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`;
  assert.equal(body(entry(1, 'a') + entry(2, 'b') + entry(1, 'c')), '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>');
});

const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:700;">Title</span></h1>
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;">Plain </span><span style="font-weight:700;">strong</span><span style="font-style:italic;"> slanted</span><span style="text-decoration:line-through;"> gone</span> H<span style="vertical-align:sub;">2</span>O <a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">link</span></a></p>
<br /><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Two</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`;

test('a text from Google Docs is not strong as a whole, and what is only styled becomes emphasis', () => {
  assert.equal(
    body(DOCS),
    '<h2>Title</h2><p>Plain <strong>strong</strong><em> slanted</em><s> gone</s> H<sub>2</sub>O ' +
      '<a href="https://example.org/a">link</a></p><ul><li>One<ul><li>Two</li></ul></li></ul>',
  );
});

test('two line ends are the end of a paragraph', () => {
  assert.equal(body('<p>a<br><br>b<br>c<br> <br>d</p>'), '<p>a</p><p>b<br>c</p><p>d</p>');
});

test('pictures of other sites are left out and counted, those that come along are sent, ours stay', () => {
  const html =
    '<p>a</p><img src="https://x.example/a.png" alt="A"><img src="file:///C:/a.png"><img src="https://x.example/dot.gif" width=1 height=1>' +
    '<img src="data:image/png;base64,AAAA" alt="B"><img src="https://portal.example/newsroom/pictures/7" alt="C">';
  const { blocks, leftOut } = pasted(html, { begin: () => 5 });
  assert.equal(leftOut, 2);
  assert.deepEqual([...blocks.querySelectorAll('img')].map((image) => image.getAttribute('src')), ['upload:5', 'asset:7']);
});

test('an empty line ends a paragraph of plain text', () => {
  assert.equal(pastedText('a\r\nb\r\n\r\nc <b>\n\n\n').innerHTML, '<p>a<br>b</p><p>c &lt;b&gt;</p>');
});

test('links into the pasted document and to files of a machine are their words', () => {
  assert.equal(body('<p><a href="#_ftn1">[1]</a> <a href="file:///C:/a.doc">b</a> <a href="/en/news">c</a></p>'), '<p>[1] b <a href="/en/news">c</a></p>');
});

/** Words, links and pictures in places where a body has none for them, and what becomes of them. */
const ODD = [
  ['<ol>1/ keep,<br>2/ leave.</ol>', '<p>1/ keep,<br>2/ leave.</p>'],
  ['<ul>Head<li>one</li>between<li>two</li></ul>', '<p>Head</p><ul><li>one<br>between</li><li>two</li></ul>'],
  ['<dl>Lead<dt>Mayor</dt><dd>Anna</dd>last</dl>', '<p>Lead</p><ul><li><strong>Mayor</strong> Anna<br>last</li></ul>'],
  ['<figure>words<figcaption>cap</figcaption></figure>', '<p>words</p><p>cap</p>'],
  ['<table><tr><td><p>100</p><p>200</p></td></tr></table>', '<table><tbody><tr><td>100<br>200</td></tr></tbody></table>'],
  ['<table><tr><td><ul><li>Alpha</li><li>Beta</li></ul></td></tr></table>', '<table><tbody><tr><td>Alpha<br>Beta</td></tr></tbody></table>'],
  ['<object data="https://x.example/r.pdf"><a href="https://x.example/r.pdf">Report</a></object>', '<p><a href="https://x.example/r.pdf">Report</a></p>'],
  ['<object data="https://x.example/r.pdf">words</object>', '<p><a href="https://x.example/r.pdf">https://x.example/r.pdf</a></p><p>words</p>'],
  ['<noscript><p>Timetable</p></noscript>', '<p>Timetable</p>'],
  ['<a href="/en/a"><h2>Head</h2><p>Text</p></a>', '<h2><a href="/en/a">Head</a></h2><p><a href="/en/a">Text</a></p>'],
  ["<p><b style='mso-bidi-font-weight:normal'>Bold</b> <i style='mso-bidi-font-style:normal'>slanted</i></p>", '<p><strong>Bold</strong> <em>slanted</em></p>'],
  ['<p dir=rtl>שלום</p><p dir=ltr>a</p>', '<p dir="rtl">שלום</p><p>a</p>'],
  ['<p><a href="https://x.example/"><img src="https://x.example/a.png" alt="A mill"></a></p>', '<p><a href="https://x.example/"> A mill </a></p>'],
];

for (const [html, becomes] of ODD) {
  test(`no word and no link is lost: ${html}`, () => assert.equal(body(html), becomes));
}

test('in a text from right to left its own direction is not written again', () => {
  const { blocks } = pasted('<p dir=rtl>שלום</p><p dir=ltr>a</p>', { direction: 'rtl' });
  assert.equal(blocks.innerHTML, '<p>שלום</p><p dir="ltr">a</p>');
});

test('comments of reviewers are counted', () => {
  const { comments } = pasted('<p>a</p><div style="mso-element:comment"><p>Reviewer says</p></div>');
  assert.equal(comments, 1);
});
