/** Coordinates by pointing: the portal's map below the inputs, which stay what is typed and sent. */
import { el, freshId, say } from '../page/dom.js';
import { ask, word } from '../page/page.js';
import { enter } from './inputs.js';

/**
 * @typedef {{x: number, y: number}} Spot
 * @typedef {{width: number, height: number, frame: string, country: string, areas: {name: string, path: string}[],
 *   tiles: string, attribution: string, link: string}} MapOfPortal
 */

const SVG = 'http://www.w3.org/2000/svg';
const PIN = 'M0 0l-9-14a10.500 10.500 0 1 1 18 0z';
const STEP = 10; // pixels for an arrow key
const FINE = 1; // with the shift key
const EDGE = 30; // pixels that the pin keeps from the edge
const TREMBLE = 5;
const MOST = 4096;
const TILE = 256;
const DEEPEST = 19;

/** @type {Promise<MapOfPortal | undefined> | undefined} one map serves all fields of a page */
let loading;

/** @returns {Promise<MapOfPortal | undefined>} */
async function load() {
  try {
    const answer = await ask('/newsroom/map', { headers: { Accept: 'application/json' } });
    return answer.status === 200 ? await answer.json() : undefined;
  } catch {
    return undefined; // coordinates are typed
  }
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function draw(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** From the Earth to units of the drawing and back, as the server draws it. */
export class Projection {
  /** @param {Pick<MapOfPortal, 'width' | 'height' | 'frame'>} map */
  constructor({ width, height, frame }) {
    const [longitude, north, east, up, kind] = frame.split(' ');
    this.half = { x: width / 2, y: height / 2 };
    this.middle = { x: Number(longitude), y: Number(north) };
    this.scale = { x: Number(east), y: Number(up) };
    this.isMercator = kind === 'm';
  }

  /** @param {number} latitude @param {number} longitude @returns {Spot} */
  unit(latitude, longitude) {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, latitude)) * Math.PI) / 180);
    const north = this.isMercator ? (Math.log((1 + sine) / (1 - sine)) * 90) / Math.PI : latitude;
    return {
      x: this.half.x + wrapped(longitude - this.middle.x) * this.scale.x,
      y: this.half.y - (north - this.middle.y) * this.scale.y,
    };
  }

  /** @param {Spot} unit */
  degrees({ x, y }) {
    const north = this.middle.y + (this.half.y - y) / this.scale.y;
    const latitude = this.isMercator ? (Math.atan(Math.sinh((north * Math.PI) / 180)) * 180) / Math.PI : north;
    return { latitude: Math.max(-90, Math.min(90, latitude)), longitude: wrapped(this.middle.x + (x - this.half.x) / this.scale.x) };
  }
}

/** @param {number} degrees */
const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

export class PointField {
  /** @param {HTMLElement} group with the inputs @param {() => void} look asks what is typed */
  constructor(group, look) {
    const [latitude, longitude] = ['latitude', 'longitude'].map((part) =>
      /** @type {HTMLInputElement | null} */ (group.querySelector(`input[name$=".${part}"]`)));
    if (!latitude || !longitude) {
      return;
    }
    this.group = group;
    this.inputs = { latitude, longitude };
    loading ??= load();
    loading.then((map) => {
      if (map) {
        this.begin(map);
        look();
      }
    });
  }

  /** @param {MapOfPortal} map */
  begin(map) {
    this.map = map;
    this.projection = new Projection(map);
    this.view = { x: 0, y: 0, times: 1 };
    /** @type {{latitude: number, longitude: number} | undefined} */
    this.place = undefined;
    const hint = el('p', { class: 'hint', id: freshId() }, word('editor.point.hint'));
    this.tiles = draw('g', { 'aria-hidden': 'true' });
    this.pin = draw('g', { class: 'point-pin' }, draw('path', { d: PIN }), draw('circle', { cy: -19, r: 4 }));
    this.svg = /** @type {SVGSVGElement} */ (draw('svg', {
      class: map.tiles ? 'point-map tiled' : 'point-map', tabindex: 0, role: 'application',
      'aria-label': word('editor.point.map'), 'aria-describedby': hint.id,
    },
      this.tiles,
      ...map.areas.map(({ name, path }) => draw('path', { class: 'point-area', d: path }, draw('title', {}, name))),
      draw('path', { class: 'point-land', d: map.country }),
      this.pin));
    const button = (/** @type {string} */ key, /** @type {string} */ mark, /** @type {number} */ times) =>
      el('button', { type: 'button', class: 'ed-small', 'aria-label': word(key), title: word(key), onclick: () => this.nearer(times) }, mark);
    const credit = map.link ? el('a', { href: map.link, rel: 'noreferrer' }, map.attribution) : map.attribution;
    this.group?.append(el('div', { class: 'point wide', 'data-not-kept': true },
      this.svg,
      el('p', { class: 'picked-acts' }, button('editor.point.nearer', '+', 2), button('editor.point.farther', '−', 0.5)),
      map.attribution !== '' && el('p', { class: 'hint' }, credit),
      hint));
    this.listen();
    this.show();
  }

  listen() {
    const svg = /** @type {SVGSVGElement} */ (this.svg);
    this.group?.addEventListener('understood', (event) => this.typed(/** @type {CustomEvent} */ (event).detail.parts ?? {}));
    svg.addEventListener('keydown', (event) => this.key(event));
    svg.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        this.nearer(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 120), { x: event.clientX, y: event.clientY });
      }
    }, { passive: false });
    let isMoving = false; // the click that ends a movement points at nothing
    svg.addEventListener('click', (event) => !isMoving && this.point(this.unit({ x: event.clientX, y: event.clientY })));
    svg.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) {
        return;
      }
      const begun = { x: event.clientX, y: event.clientY };
      const from = this.unit(begun);
      isMoving = false;
      const move = (/** @type {PointerEvent} */ to) => {
        const at = { x: to.clientX, y: to.clientY };
        isMoving ||= to.pointerType !== 'touch' && Math.hypot(at.x - begun.x, at.y - begun.y) >= TREMBLE;
        if (isMoving) {
          this.hold(from, at);
        }
      };
      const end = () => {
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
      };
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
    });
  }

  /** Units of the drawing for a pixel of the screen. */
  unitsPerPixel() {
    const { map, view, svg } = this;
    return map && view && svg ? map.width / view.times / Math.max(1, svg.getBoundingClientRect().width) : 1;
  }

  /** @param {Spot} at @returns {Spot} */
  unit({ x, y }) {
    const box = /** @type {SVGSVGElement} */ (this.svg).getBoundingClientRect();
    const view = this.view ?? { x: 0, y: 0 };
    const units = this.unitsPerPixel();
    return { x: view.x + (x - box.left) * units, y: view.y + (y - box.top) * units };
  }

  /** Moves the map so that a unit of it stands at a place of the window. @param {Spot} unit @param {Spot} at */
  hold(unit, at) {
    const now = this.unit(at);
    if (this.view) {
      this.view.x += unit.x - now.x;
      this.view.y += unit.y - now.y;
      this.show();
    }
  }

  /** Nearer to what was pointed at last, or to the middle. @param {number} times @param {Spot} [at] */
  nearer(times, at) {
    const { map, view, svg } = this;
    if (!map || !view || !svg) {
      return;
    }
    const box = svg.getBoundingClientRect();
    const unit = at ? this.unit(at) : this.pinned() ?? this.unit({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    const share = at ? { x: (at.x - box.left) / box.width, y: (at.y - box.top) / box.height } : { x: 0.5, y: 0.5 };
    view.times = Math.max(1, Math.min(MOST, view.times * times));
    view.x = view.times === 1 ? 0 : unit.x - (share.x * map.width) / view.times;
    view.y = view.times === 1 ? 0 : unit.y - (share.y * map.height) / view.times;
    this.show();
  }

  /** Where the pin stands in the drawing. */
  pinned() {
    return this.place && this.projection?.unit(this.place.latitude, this.place.longitude);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    /** @type {Record<string, [number, number]>} */
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[key];
    const { map, view } = this;
    if (ctrlKey || metaKey || altKey || !map || !view) {
      return;
    }
    if (way) {
      event.preventDefault();
      const step = (shiftKey ? FINE : STEP) * this.unitsPerPixel();
      // the first press puts the pin into the middle
      const from = this.pinned();
      const middle = { x: view.x + map.width / view.times / 2, y: view.y + map.height / view.times / 2 };
      this.point(from ? { x: from.x + way[0] * step, y: from.y + way[1] * step } : middle);
    } else if (key === '+' || key === '=' || key === '-') {
      event.preventDefault();
      this.nearer(key === '-' ? 0.5 : 2);
    }
  }

  /** Takes a place of the drawing over into the inputs, no finer than a pixel is. @param {Spot} unit */
  point(unit) {
    const { inputs, projection } = this;
    if (!inputs || !projection) {
      return;
    }
    const { latitude, longitude } = projection.degrees(unit);
    const pixel = this.unitsPerPixel() / projection.scale.x;
    const digits = Math.max(2, Math.min(6, Math.ceil(-Math.log10(pixel))));
    const text = { latitude: latitude.toFixed(digits), longitude: longitude.toFixed(digits) };
    this.place = { latitude: Number(text.latitude), longitude: Number(text.longitude) };
    enter(inputs.latitude, text.latitude);
    enter(inputs.longitude, text.longitude);
    this.keepInView();
    say(word('editor.point.at', text.latitude, text.longitude));
  }

  /** @param {Record<string, string>} parts what the server understood */
  typed(parts) {
    const of = (/** @type {string} */ part) => Object.entries(parts).find(([name]) => name.endsWith(`.${part}`))?.[1] ?? '';
    const [latitude, longitude] = [of('latitude'), of('longitude')].map((text) => (text === '' ? NaN : Number(text)));
    this.place = Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
    this.keepInView();
  }

  /** Moves the map when the pin has left it. */
  keepInView() {
    const { map, view } = this;
    const unit = this.pinned();
    if (unit && map && view) {
      const edge = Math.min(EDGE * this.unitsPerPixel(), map.height / view.times / 4);
      const [wide, high] = [map.width / view.times, map.height / view.times];
      if (unit.x < view.x + edge || unit.x > view.x + wide - edge || unit.y < view.y + edge || unit.y > view.y + high - edge) {
        view.x = unit.x - wide / 2;
        view.y = unit.y - high / 2;
      }
    }
    this.show();
  }

  show() {
    const { map, view, svg, pin } = this;
    if (!map || !view || !svg || !pin) {
      return;
    }
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${map.width / view.times} ${map.height / view.times}`);
    const unit = this.pinned();
    pin.toggleAttribute('hidden', !unit);
    if (unit) {
      pin.setAttribute('transform', `translate(${unit.x} ${unit.y}) scale(${this.unitsPerPixel()})`);
    }
    this.showTiles();
  }

  /** The pictures of the tile server below what is seen. */
  showTiles() {
    const { map, view, projection } = this;
    if (!map?.tiles || !view || !projection) {
      return;
    }
    const circle = 360 * projection.scale.x;
    const zoom = Math.max(0, Math.min(DEEPEST, Math.round(Math.log2(circle / this.unitsPerPixel() / TILE))));
    const count = 2 ** zoom;
    const side = circle / count;
    const left = ((projection.middle.x + 180) / 360) * count - projection.half.x / side;
    const top = ((180 - projection.middle.y) / 360) * count - projection.half.y / side;
    /** @type {Node[]} */
    const pictures = [];
    const until = { x: left + (view.x + map.width / view.times) / side, y: top + (view.y + map.height / view.times) / side };
    for (let row = Math.max(0, Math.floor(top + view.y / side)); row < Math.min(count, until.y); row++) {
      for (let column = Math.floor(left + view.x / side); column < until.x; column++) {
        const at = ((column % count) + count) % count;
        pictures.push(draw('image', {
          href: map.tiles.replace('{z}', String(zoom)).replace('{x}', String(at)).replace('{y}', String(row)),
          x: (column - left) * side, y: (row - top) * side, width: side * 1.002, height: side * 1.002,
        }));
      }
    }
    this.tiles?.replaceChildren(...pictures);
  }
}
