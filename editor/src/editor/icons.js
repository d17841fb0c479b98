/** The signs on the toolbar's buttons: drawn lines, or letters where letters say it. */

const SVG = 'http://www.w3.org/2000/svg';

const grid = 'M3.5 3.5h13v13h-13z';

/** Paths in a square of twenty. @type {Record<string, string>} */
const PATHS = {
  undo: 'M8 5 4 9l4 4M4 9h7.5a4 4 0 0 1 0 8H9',
  redo: 'm12 5 4 4-4 4M16 9H8.500a4 4 0 0 0 0 8H11',
  link: 'M8.5 11.500a3 3 0 0 0 4.3 0l2.9-2.900a3 3 0 0 0-4.3-4.300l-1.2 1.200M11.5 8.500a3 3 0 0 0-4.3 0l-2.9 2.900a3 3 0 0 0 4.3 4.300l1.2-1.2',
  plain: 'M5 4h10M10 4v6M9 16h2M4 16 16 6',
  nbsp: 'M4 9v4h12V9M8 4v3M12 4v3',
  bullets: 'M8 5h9M8 10h9M8 15h9M3.8 5h.4M3.8 10h.4M3.8 15h.4',
  numbers: 'M9 5h8M9 10h8M9 15h8M3.5 3.5 4.8 3v4M3.3 12.200c1-1.2 2.5-.4 2 .8-.3.7-2 2.5-2 2.500h2.4',
  quote: 'M4 14c2-1 3-2.5 3-5H4V5h4.500v4c0 3-1 5-3 6.200M11.5 14c2-1 3-2.5 3-5h-3V5H16v4c0 3-1 5-3 6.2',
  picture: 'M3 4h14v12H3zM3 14l4-4 3 3 3.5-4 3.5 4M7 7.300h.2',
  table: `${grid}M3.5 8h13M3.5 12.200h13M10 8v8.5`,
  rule: 'M3 10h14M6 5h8M6 15h8',
  deeper: 'M3 4h14M9 8h8M9 12h8M3 16h14M3 7.500l3 2.5-3 2.5',
  higher: 'M3 4h14M9 8h8M9 12h8M3 16h14M6 7.5 3 10l3 2.5',
  rowBefore: 'M3 11h14v6H3zM10 11v6M10 2.500v6M7 5.500h6',
  rowAfter: 'M3 3h14v6H3zM10 3v6M10 11.500v6M7 14.500h6',
  rowRemove: 'M3 3h14v5H3zM10 3v5M6.5 14.500h7',
  columnBefore: 'M11 3v14h6V3zM11 10h6M2.5 10h6M5.5 7v6',
  columnAfter: 'M3 3v14h6V3zM3 10h6M11.5 10h6M14.5 7v6',
  columnRemove: 'M3 3v14h5V3zM3 10h5M11.5 10h6',
  headRow: `${grid}M3.5 8h13M3.5 4.500h13M3.5 5.700h13M3.5 6.900h13`,
  headColumn: `${grid}M8 3.500v13M4.5 3.500v13M5.7 3.500v13M6.9 3.500v13`,
  join: `${grid}M6 10h8M8 7.5 5.5 10 8 12.500M12 7.500l2.5 2.5-2.5 2.5`,
  split: `${grid}M10 3.500v13M5.5 10h2M12.5 10h2`,
  tableRemove: `${grid}M7 7l6 6M13 7l-6 6`,
};

/** Letters, and the element that shows them as they will look. @type {Record<string, [string, string]>} */
const LETTERS = {
  strong: ['b', 'B'],
  em: ['i', 'I'],
  s: ['s', 'S'],
  ins: ['span', '[ ]'],
  q: ['span', '“ ”'],
  cite: ['cite', '©'],
  code: ['code', '<>'],
  sub: ['span', 'x₂'],
  sup: ['span', 'x²'],
};

/** @param {string} name */
export function icon(name) {
  if (name in LETTERS) {
    const [element, letters] = LETTERS[name];
    const sign = document.createElement(element);
    sign.textContent = letters;
    sign.setAttribute('aria-hidden', 'true');
    return sign;
  }
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
