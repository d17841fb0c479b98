/** What Word and its kind put on the clipboard, made into plain HTML before it is cleaned. */

/** @typedef {{level: number, isOrdered: boolean, start: number | null, content: Node[]}} Entry */

const ORDERED = /^[([]?\s*(?:(\d+)|[a-zа-яё]|[ivxlcdm]+)\s*[.)\]]/i;

/** @param {Element} element */
const styleOf = (element) => element.getAttribute('style') ?? '';

/** The level of a paragraph that Word shows as an entry of a list, or 0. */
function levelOf(/** @type {Element} */ paragraph) {
  const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(styleOf(paragraph));
  return found && /^(p|h[1-6]|div)$/.test(paragraph.localName) ? Number(found[1]) : 0;
}

/**
 * Takes the bullet or number that Word writes before an entry, and returns it.
 *
 * @param {Element} paragraph
 */
function takeMarker(paragraph) {
  const ignored = [...paragraph.querySelectorAll('[style*="mso-list"]')].filter((each) => /mso-list:\s*ignore/i.test(styleOf(each)));
  if (ignored.length > 0) {
    const marker = ignored.map((each) => each.textContent).join('');
    ignored.forEach((each) => each.remove());
    return marker;
  }
  // <!--[if !supportLists]-->marker<!--[endif]-->
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, 128);
  const comments = [];
  while (walker.nextNode()) {
    comments.push(/** @type {Comment} */ (walker.currentNode));
  }
  const begin = comments.find((comment) => /\[if\s+!supportLists\]/i.test(comment.data));
  const end = comments.find((comment) => /\[endif\]/i.test(comment.data));
  if (!begin || !end) {
    return '';
  }
  const range = paragraph.ownerDocument.createRange();
  range.setStartAfter(begin);
  range.setEndBefore(end);
  const marker = range.toString();
  range.deleteContents();
  return marker;
}

/**
 * Lists in lists of entries that only know their level.
 *
 * @param {Document} document
 * @param {Entry[]} entries
 */
function nested(document, entries) {
  const root = document.createDocumentFragment();
  /** @type {{list: HTMLElement, level: number}[]} */
  const open = [];
  for (const { level, isOrdered, start, content } of entries) {
    while (open.length > 0 && open[open.length - 1].level > level) {
      open.pop();
    }
    let current = open.at(-1);
    const name = isOrdered ? 'ol' : 'ul';
    if (current?.level === level && current.list.localName !== name) {
      open.pop();
      current = undefined;
    }
    if (!current || current.level < level) {
      const list = document.createElement(name);
      if (start && start > 1) {
        list.setAttribute('start', String(start));
      }
      const above = open.findLast((each) => each.level < level)?.list.lastElementChild;
      (above ?? root).append(list);
      current = { list, level };
      open.push(current);
    }
    const entry = document.createElement('li');
    entry.append(...content);
    current.list.append(entry);
  }
  return root;
}

/** Paragraphs of Word that look like a list become one. */
function wordLists(/** @type {Element} */ body) {
  const paragraphs = [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')].filter((each) => levelOf(each) > 0);
  for (let at = 0; at < paragraphs.length; ) {
    const run = [paragraphs[at]];
    while (paragraphs[++at] && run[run.length - 1].nextElementSibling === paragraphs[at]) {
      run.push(paragraphs[at]);
    }
    const entries = run.map((paragraph) => {
      const level = levelOf(paragraph);
      const marker = takeMarker(paragraph).replace(/[\s\u00a0]+/g, ' ').trim();
      const number = ORDERED.exec(marker);
      return { level, isOrdered: number !== null, start: Number(number?.[1]) || null, content: [...paragraph.childNodes] };
    });
    const list = nested(body.ownerDocument, entries);
    run[0].before(list);
    run.forEach((paragraph) => paragraph.remove());
  }
}

/** Word in the browser puts each entry into a list of its own. */
function onlineLists(/** @type {Element} */ body) {
  body.querySelectorAll('.EOP').forEach((each) => each.remove());
  const wrappers = [...body.querySelectorAll('.ListContainerWrapper')];
  for (let at = 0; at < wrappers.length; ) {
    const run = [wrappers[at]];
    while (wrappers[++at] && run[run.length - 1].nextElementSibling === wrappers[at]) {
      run.push(wrappers[at]);
    }
    const entries = run
      .flatMap((wrapper) => [...wrapper.querySelectorAll('li')])
      .map((entry) => ({
        level: Number(entry.dataset.ariaLevel ?? entry.getAttribute('aria-level')) || 1,
        isOrdered: entry.parentElement?.localName === 'ol',
        start: null,
        content: [...entry.childNodes],
      }));
    run[0].before(nested(body.ownerDocument, entries));
    run.forEach((wrapper) => wrapper.remove());
  }
}

/** Changes that Word tracks: what was deleted goes, what was added stays as ordinary text. */
function trackedChanges(/** @type {Element} */ body) {
  body.querySelectorAll('del[cite], del[datetime], .msoDel').forEach((each) => each.remove());
  body.querySelectorAll('ins[cite], ins[datetime], .msoIns').forEach((each) => each.replaceWith(...each.childNodes));
}

/** Comments of reviewers, with the marks that lead to them: takes them out and returns how many there were. */
function reviewers(/** @type {Element} */ body) {
  const comments = [...body.querySelectorAll('[style*="mso-element:comment"]')].filter((each) => /mso-element:\s*comment\s*(;|$)/i.test(styleOf(each))).length;
  body
    .querySelectorAll('[style*="mso-element:comment"], [style*="mso-comment-"], .MsoCommentReference')
    .forEach((each) => {
      const isText = /mso-comment-reference/i.test(styleOf(each)) && !each.querySelector('.MsoCommentReference');
      if (isText && each.textContent) {
        each.replaceWith(...each.childNodes);
      } else {
        each.remove();
      }
    });
  return comments;
}

/** Names of Word's styles that say what a paragraph is. @type {[string, string][]} */
const STYLES = [
  ['p.MsoTitle', 'h1'],
  ['p.MsoSubtitle', 'p'],
  ['p.MsoQuote, p.MsoIntenseQuote', 'blockquote'],
  ['span.MsoIntenseEmphasis, span.MsoSubtleEmphasis', 'em'],
  ['span.MsoIntenseReference', 'strong'],
];

/**
 * Makes of a text from Word or its kind what it looks like, and returns how many comments of reviewers it left out.
 *
 * @param {Element} body
 */
export function fromOffice(body) {
  trackedChanges(body);
  const comments = reviewers(body);
  wordLists(body);
  onlineLists(body);
  for (const [selector, name] of STYLES) {
    body.querySelectorAll(selector).forEach((paragraph) => {
      const made = body.ownerDocument.createElement(name);
      made.append(...paragraph.childNodes);
      const dir = paragraph.getAttribute('dir');
      if (dir) {
        made.setAttribute('dir', dir);
      }
      paragraph.replaceWith(made);
    });
  }
  return comments;
}
