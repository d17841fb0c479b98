// @ts-check
/**
 * Moves the map of a directory under the reader's fingers, mouse and wheel. Without it the map is what the page has: links
 * lead to its parts. When a movement has ended, the page of the part that is then shown is asked for, once, so that clusters
 * open and the list is that of the map. One finger and the wheel alone go on scrolling the page.
 */

/** Milliseconds from the end of a movement to the question for its part. */
const PAUSE = 400;
/** What counts as a movement and not as a click that trembles, in pixels. */
const TREMBLE = 5;
/** Between two taps that are one double tap. */
const DOUBLE = 300;
const HINT = 1600;
const NEAREST = 0.01; // degrees, as the server has it
const FARTHEST = 8; // times as much as the drawing shows
const MARGIN = 20; // units that a drawing leaves around what must be seen

const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
const spoken = document.createElement("p");
spoken.className = "hidden";
spoken.setAttribute("role", "status");
document.body.append(spoken);

/** @typedef {{x: number, y: number}} Spot */

/** @param {number} latitude of Web Mercator, as degrees of the equator */
const parallel = (latitude) => (Math.atan(Math.sinh((latitude * Math.PI) / 180)) * 180) / Math.PI;

/** @param {number} degrees */
const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** One drawing, and the part of it that is shown: its upper left corner and how much nearer it is than as it came. */
class Drawing {
  /** @param {SVGSVGElement} svg @param {Atlas} atlas */
  constructor(svg, atlas) {
    this.svg = svg;
    this.atlas = atlas;
    const box = svg.viewBox.baseVal;
    this.width = box.width;
    this.height = box.height;
    const [longitude, north, east, up, projection] = (svg.dataset.frame ?? "").split(" ");
    this.middle = { x: Number(longitude), y: Number(north) };
    this.units = { x: Number(east), y: Number(up) };
    this.isMercator = projection === "m";
    this.x = 0;
    this.y = 0;
    this.times = 1;
    this.most = Math.max(1, (this.width - 2 * MARGIN) / this.units.x / NEAREST);
    /** @type {{element: Element, place: string, after: string}[]} */
    this.fixed = [];
    for (const element of svg.querySelectorAll(".pin, text[x]")) {
      const text = element.getAttribute("x");
      this.fixed.push(
        text === null
          ? { element, place: element.getAttribute("transform") ?? "", after: "" }
          : {
              element,
              place: `translate(${text} ${element.getAttribute("y")})`,
              after: `translate(${-Number(text)} ${-Number(element.getAttribute("y"))})`,
            },
      );
    }
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.opening = undefined; // of a region that was clicked
    svg.classList.add("live");
    for (const line of svg.querySelectorAll(".area, .land, .dot, .hit")) {
      line.setAttribute("vector-effect", "non-scaling-stroke");
    }
    this.listen();
  }

  /** A place of the window in units of the drawing. @param {Spot} at @returns {Spot} */
  unit({ x, y }) {
    const box = this.svg.getBoundingClientRect();
    return {
      x: this.x + ((x - box.left) / box.width) * (this.width / this.times),
      y: this.y + ((y - box.top) / box.height) * (this.height / this.times),
    };
  }

  /** Shows the drawing so many times nearer, with a unit of it where the window has a place. @param {number} times @param {Spot} unit @param {Spot} at */
  show(times, unit, at) {
    const box = this.svg.getBoundingClientRect();
    this.times = Math.min(this.most, Math.max(1 / FARTHEST, times));
    this.x = unit.x - ((at.x - box.left) / box.width) * (this.width / this.times);
    this.y = unit.y - ((at.y - box.top) / box.height) * (this.height / this.times);
    this.draw();
  }

  draw() {
    this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${this.width / this.times} ${this.height / this.times}`);
    for (const { element, place, after } of this.fixed) {
      element.setAttribute("transform", `${place} scale(${1 / this.times}) ${after}`);
    }
  }

  /** @param {number} times how much nearer than now @param {Spot} at stays where it is */
  nearer(times, at) {
    const unit = this.unit(at);
    const from = this.times;
    if (isCalm.matches) {
      this.show(from * times, unit, at);
      this.atlas.settle();
      return;
    }
    const begun = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - begun) / 180);
      this.show(from * times ** share, unit, at);
      if (share < 1) {
        requestAnimationFrame(step);
      } else {
        this.atlas.settle();
      }
    };
    step();
  }

  isMoved() {
    return Math.abs(this.times - 1) > 0.01 || Math.abs(this.x) > 2 || Math.abs(this.y) > 2;
  }

  /** South, west, north and east of what is shown, without the margin that the next drawing adds; empty for all the Earth. */
  part() {
    const margin = MARGIN / this.times;
    const latitude = (/** @type {number} */ y) => {
      const north = this.middle.y + (this.height / 2 - y) / this.units.y;
      return Math.min(90, Math.max(-90, this.isMercator ? parallel(north) : north));
    };
    const longitude = (/** @type {number} */ x) => this.middle.x + (x - this.width / 2) / this.units.x;
    const west = longitude(this.x + margin);
    const east = longitude(this.x + this.width / this.times - margin);
    const south = latitude(this.y + this.height / this.times - margin);
    const north = latitude(this.y + margin);
    if (east - west >= 360 || south >= north) {
      return [];
    }
    const digits = Math.min(4, Math.max(1, 3 - Math.floor(Math.log10(east - west))));
    return [south, wrapped(west), north, wrapped(east)].map((degrees) => Number(degrees.toFixed(digits)));
  }

  listen() {
    const { svg } = this;
    this.byMouse();
    this.byFingers();
    svg.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) {
          this.atlas.hint(this.atlas.section.dataset.wheel);
          return;
        }
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        const turn = Math.max(-60, Math.min(60, event.deltaY * lines));
        const at = { x: event.clientX, y: event.clientY };
        this.show(this.times * Math.exp(-turn / 120), this.unit(at), at);
        this.atlas.settle();
      },
      { passive: false },
    );
    svg.addEventListener("focusin", (event) => {
      const pin = event.target instanceof Element ? event.target.closest(".pin") : null;
      const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(pin?.getAttribute("transform") ?? "") ?? [];
      const edge = MARGIN / this.times;
      const isSeen =
        Number(x) > this.x + edge && Number(x) < this.x + this.width / this.times - edge &&
        Number(y) > this.y + edge && Number(y) < this.y + this.height / this.times - edge;
      if (x !== undefined && !isSeen) {
        // shown, but no other part asked for: that would take the focus away
        this.x = Number(x) - this.width / this.times / 2;
        this.y = Number(y) - this.height / this.times / 2;
        this.draw();
      }
    });
  }

  byMouse() {
    const { svg } = this;
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    // a region that is held does not get the focus, and its frame
    svg.addEventListener("mousedown", (event) => event.target instanceof Element && !event.target.closest(".pin") && event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button !== 0) {
        return;
      }
      const begun = { x: event.clientX, y: event.clientY };
      const unit = this.unit(begun);
      let isMoving = false;
      const move = (/** @type {PointerEvent} */ to) => {
        if (!isMoving && Math.hypot(to.clientX - begun.x, to.clientY - begun.y) < TREMBLE) {
          return;
        }
        isMoving = true;
        this.atlas.rest();
        svg.classList.add("held");
        this.show(this.times, unit, { x: to.clientX, y: to.clientY });
      };
      const end = () => {
        removeEventListener("pointermove", move);
        removeEventListener("pointerup", end);
        removeEventListener("pointercancel", end);
        svg.classList.remove("held");
        if (isMoving) {
          // the click that ends a movement opens nothing
          const stop = (/** @type {Event} */ click) => {
            click.preventDefault();
            click.stopPropagation();
          };
          svg.addEventListener("click", stop, { capture: true, once: true });
          setTimeout(() => svg.removeEventListener("click", stop, { capture: true }));
          this.atlas.settle();
        }
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end);
      addEventListener("pointercancel", end);
    });
    // a region is opened when no second click makes it a double one
    svg.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a:has(> .area)") : null;
      clearTimeout(this.opening);
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (link && isPlain) {
        event.preventDefault();
        if (event.detail < 2) {
          this.opening = setTimeout(() => location.assign(link.getAttribute("href") ?? ""), DOUBLE);
        }
      }
    });
    svg.addEventListener("dblclick", (event) => {
      event.preventDefault();
      if (event.target instanceof Element && !event.target.closest(".pin")) {
        this.nearer(event.shiftKey ? 0.5 : 2, { x: event.clientX, y: event.clientY });
      }
    });
  }

  byFingers() {
    const { svg } = this;
    /** @type {{unit: Spot, apart: number, times: number} | undefined} */
    let pinch;
    /** @type {Spot | undefined} */
    let first;
    let tapped = { at: 0, x: 0, y: 0 };
    const spot = (/** @type {Touch} */ touch) => ({ x: touch.clientX, y: touch.clientY });
    const both = (/** @type {TouchList} */ touches) => {
      const [one, other] = [spot(touches[0]), spot(touches[1])];
      return { at: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)) };
    };
    svg.addEventListener(
      "touchstart",
      (event) => {
        first = event.touches.length === 1 ? spot(event.touches[0]) : undefined;
        if (event.touches.length === 2) {
          event.preventDefault();
          this.atlas.rest();
          this.atlas.hint("");
          const { at, apart } = both(event.touches);
          pinch = { unit: this.unit(at), apart, times: this.times };
        }
      },
      { passive: false },
    );
    svg.addEventListener(
      "touchmove",
      (event) => {
        if (pinch && event.touches.length === 2) {
          event.preventDefault();
          const { at, apart } = both(event.touches);
          this.show(pinch.times * (apart / pinch.apart), pinch.unit, at);
        } else if (first) {
          const to = spot(event.touches[0]);
          if (Math.hypot(to.x - first.x, to.y - first.y) > 2 * TREMBLE) {
            first = undefined;
            this.atlas.hint(this.atlas.section.dataset.touch);
          }
        }
      },
      { passive: false },
    );
    const end = (/** @type {TouchEvent} */ event) => {
      if (pinch && event.touches.length < 2) {
        pinch = undefined;
        this.atlas.settle();
      }
      const isTap = event.type === "touchend" && first && event.target instanceof Element && !event.target.closest(".pin");
      if (isTap && first) {
        if (event.timeStamp - tapped.at < DOUBLE && Math.hypot(first.x - tapped.x, first.y - tapped.y) < 30) {
          event.preventDefault();
          clearTimeout(this.opening);
          tapped = { at: 0, x: 0, y: 0 };
          this.nearer(2, first);
        } else {
          tapped = { at: event.timeStamp, ...first };
        }
      }
      first = undefined;
    };
    svg.addEventListener("touchend", end, { passive: false });
    svg.addEventListener("touchcancel", end);
  }
}

/** The map of a page: its drawings, of which one is seen. */
class Atlas {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.drawings = [...section.querySelectorAll("svg")].map((svg) => new Drawing(svg, this));
    this.note = document.createElement("p");
    this.note.className = "hint";
    this.note.hidden = true;
    this.note.setAttribute("aria-hidden", "true"); // it speaks of fingers and wheels
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.hinting = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.settling = undefined;
    /** @type {AbortController | undefined} */
    this.asking = undefined;
    section.append(this.note);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (section.querySelectorAll(".moves a"))) {
      link.addEventListener("click", (event) => {
        if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          this.rest();
          void this.load(link.href);
        }
      });
    }
  }

  /** @param {string | undefined} text empty to take it away */
  hint(text) {
    clearTimeout(this.hinting);
    this.note.hidden = !text;
    this.note.textContent = text ?? "";
    if (text) {
      this.hinting = setTimeout(() => (this.note.hidden = true), HINT);
    }
  }

  /** A movement begins, or goes on: what was asked for before is no longer wanted. */
  rest() {
    clearTimeout(this.settling);
    this.asking?.abort();
  }

  /** A movement has ended. */
  settle() {
    this.rest();
    this.settling = setTimeout(() => {
      const drawing = this.drawings.find(({ svg }) => svg.getBoundingClientRect().width > 0);
      if (drawing?.isMoved()) {
        void this.load(this.address(drawing));
      }
    }, PAUSE);
  }

  /** @param {Drawing} drawing */
  address(drawing) {
    const part = drawing.part();
    const [south, west, north, east] = (this.section.dataset.bounds ?? "").split(",").map(Number);
    const isWhole =
      part.length === 0 || (part[0] <= south && part[2] >= north && part[1] <= west && part[3] >= east && part[1] < part[3]);
    return isWhole ? this.section.dataset.whole ?? "" : (this.section.dataset.part ?? "").replace(/([?&]map=)[^&#]*/, `$1${part.join(",")}`);
  }

  /** Puts the page of another part in the place of this one. @param {string} address */
  async load(address) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.section.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
      const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
      const main = page?.querySelector("main");
      if (main?.querySelector(".atlas svg") && !signal.aborted) {
        replace(main);
        history.replaceState(null, "", address);
      }
    } catch {
      // the map stays as the reader has moved it; the next movement asks again
    } finally {
      this.section.removeAttribute("aria-busy");
    }
  }
}

/** Takes over what the other page has, and keeps what the reader has opened, typed and reached. @param {Element} other */
function replace(other) {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const top = () => main.querySelector(".atlas")?.getBoundingClientRect().top ?? 0;
  const before = top();
  const focused = main.contains(document.activeElement) ? document.activeElement : null;
  const [href, id, mark] = [focused?.getAttribute("href"), focused?.id, focused?.closest(".moves") && focused.textContent];
  const inputs = () => /** @type {HTMLInputElement[]} */ ([...main.querySelectorAll("input:not([type=hidden])")]);
  const typed = new Map(inputs().map((input) => [input.name, input.value]));
  const opened = [...main.querySelectorAll("details")].map((each) => each.open);

  main.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)));
  main.querySelectorAll("details").forEach((each, at) => (each.open = opened[at] ?? false));
  inputs().forEach((input) => (input.value = typed.get(input.name) ?? input.value));
  start();
  scrollBy({ top: top() - before, behavior: "instant" });
  const links = [...main.querySelectorAll("a")];
  const again =
    (id && document.getElementById(id)) ||
    (mark && links.find((link) => link.closest(".moves") && link.textContent === mark)) ||
    (href && links.find((link) => link.getAttribute("href") === href && link.getBoundingClientRect().width > 0)) ||
    (mark && main.querySelector(".moves a"));
  if (focused && again instanceof Element) {
    /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
  }
  spoken.textContent = main.querySelector(".found")?.textContent?.trim() ?? "";
}

function start() {
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".atlas[data-part]"));
  if (section) {
    new Atlas(section);
  }
}

start();
