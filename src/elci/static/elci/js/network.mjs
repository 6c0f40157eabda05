// All ties at once: a canvas above the server's map, which it follows as that moves and comes closer.
const REACH = 12;
const MOST_RADIUS = 5;

/** Running sums: what was sent as steps. */
export function summed(steps) {
  const found = new Int32Array(steps.length);
  let last = 0;
  for (let place = 0; place < steps.length; place += 1) {
    last += steps[place];
    found[place] = last;
  }
  return found;
}

/** Both ends of each tie, from how many each city has with later ones and the steps to these. */
export function unpackedTies({ counts, others }) {
  const ties = new Int32Array(2 * others.length);
  let tie = 0;
  for (let city = 0; city < counts.length; city += 1) {
    let other = 0;
    for (let number = 0; number < counts[city]; number += 1) {
      other += others[tie];
      ties[2 * tie] = city;
      ties[2 * tie + 1] = other;
      tie += 1;
    }
  }
  return ties;
}

// The style sheet says these as properties of the canvas: only so are they resolved for the scheme.
const coloursOf = (canvas) => {
  const { color, outlineColor, textDecorationColor } = getComputedStyle(canvas);
  return { ties: color, lit: outlineColor, cities: textDecorationColor };
};

class Drawing {
  constructor(room, told) {
    this.room = room;
    this.svg = room.querySelector("svg");
    this.figure = room.querySelector("figure");
    this.output = room.querySelector("output");
    this.told = told;
    this.ids = summed(told.ids);
    this.ties = unpackedTies(told);
    this.degrees = new Uint16Array(this.ids.length);
    for (const end of this.ties) this.degrees[end] += 1;
    this.views = {
      map: [told.x, told.y, told.fineness],
      ...(told.gx === undefined ? {} : { graph: [told.gx, told.gy, told.fineness] }),
    };
    this.view = "map";
    this.wide = this.svg.viewBox.baseVal.width;
    this.shown = this.chosen();
    this.canvas = document.createElement("canvas");
    this.canvas.className = "network__canvas";
    this.canvas.setAttribute("aria-hidden", "true");
    this.figure.append(this.canvas);
    room.classList.add("network--drawn");
  }

  // Which ties touch the country or the region that the page is about.
  chosen() {
    const { country, region } = this.room.dataset;
    const { codes, regions, countries } = this.told;
    const inside = codes.map(
      (code, place) =>
        (country === "" || code === country) && (region === "" || regions[place] === region),
    );
    const shown = [];
    for (let tie = 0; tie < this.ties.length; tie += 2) {
      const ends = [this.ties[tie], this.ties[tie + 1]];
      if (ends.some((end) => inside[countries[end]])) shown.push(tie);
    }
    return shown;
  }

  // Pixels of the page for a place of the drawing, as the map's picture has it now.
  frame() {
    const box = this.svg.getBoundingClientRect();
    const { x, y, width, height } = this.svg.viewBox.baseVal;
    const scale = Math.max(box.width / width, box.height / height);
    return {
      box,
      scale,
      left: box.width / 2 - (x + width / 2) * scale,
      top: box.height / 2 - (y + height / 2) * scale,
    };
  }

  draw() {
    const { box, scale, left, top } = this.frame();
    const dense = Math.min(window.devicePixelRatio || 1, 2);
    const { canvas } = this;
    if (canvas.width !== Math.round(box.width * dense) || canvas.height !== Math.round(box.height * dense)) {
      canvas.width = Math.round(box.width * dense);
      canvas.height = Math.round(box.height * dense);
      canvas.style.width = `${box.width}px`;
      canvas.style.height = `${box.height}px`;
    }
    const pen = canvas.getContext("2d");
    const [xs, ys, fineness] = this.views[this.view];
    const step = scale / fineness;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, box.width, box.height);
    const colours = coloursOf(canvas);
    pen.strokeStyle = colours.ties;
    const few = this.shown.length < 2000;
    pen.globalAlpha = few ? 0.5 : Math.min(0.5, 0.1 * Math.sqrt((scale * this.wide) / box.width));
    pen.lineWidth = 0.75;
    const half = (this.wide * fineness) / 2;
    pen.beginPath();
    for (const tie of this.shown) {
      const one = this.ties[tie];
      const other = this.ties[tie + 1];
      const away = xs[other] - xs[one];
      const x1 = left + xs[one] * step;
      const y1 = top + ys[one] * step;
      const x2 = left + xs[other] * step;
      const y2 = top + ys[other] * step;
      if (this.view === "map" && Math.abs(away) > half) {
        // The short way leads over the edge of the map: out on one side, in on the other.
        const turn = Math.sign(away) * this.wide * scale;
        pen.moveTo(x1, y1);
        pen.lineTo(x2 - turn, y2);
        pen.moveTo(x1 + turn, y1);
        pen.lineTo(x2, y2);
      } else {
        pen.moveTo(x1, y1);
        pen.lineTo(x2, y2);
      }
    }
    pen.stroke();
    pen.fillStyle = colours.cities;
    this.drawCities(pen, { xs, ys, step, left, top, box });
    pen.strokeStyle = colours.lit;
    if (this.lit !== undefined) this.drawLit(pen, { xs, ys, step, left, top });
  }

  drawCities(pen, { xs, ys, step, left, top, box }) {
    pen.globalAlpha = 0.9;
    const closer = Math.min(2.5, Math.sqrt((step * this.told.fineness * this.wide) / box.width));
    pen.beginPath();
    for (const city of this.citiesShown()) {
      const x = left + xs[city] * step;
      const y = top + ys[city] * step;
      if (x < -9 || y < -9 || x > box.width + 9 || y > box.height + 9) continue;
      const radius = Math.min(MOST_RADIUS, (0.35 + 0.12 * Math.sqrt(this.degrees[city])) * closer);
      pen.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    pen.fill();
  }

  citiesShown() {
    if (this.cities === undefined) {
      const found = new Set();
      for (const tie of this.shown) found.add(this.ties[tie]).add(this.ties[tie + 1]);
      this.cities = [...found];
    }
    return this.cities;
  }

  drawLit(pen, { xs, ys, step, left, top }) {
    pen.globalAlpha = 1;
    pen.lineWidth = 1.5;
    pen.beginPath();
    for (const tie of this.shown) {
      const one = this.ties[tie];
      const other = this.ties[tie + 1];
      if (one !== this.lit && other !== this.lit) continue;
      pen.moveTo(left + xs[one] * step, top + ys[one] * step);
      pen.lineTo(left + xs[other] * step, top + ys[other] * step);
    }
    pen.stroke();
  }

  // The nearest city to the pointer, within reach.
  at(event) {
    const { box, scale, left, top } = this.frame();
    const [xs, ys, fineness] = this.views[this.view];
    const x = (event.clientX - box.left - left) * (fineness / scale);
    const y = (event.clientY - box.top - top) * (fineness / scale);
    let best;
    let least = (REACH * fineness) / scale;
    for (const city of this.citiesShown()) {
      const away = Math.hypot(xs[city] - x, ys[city] - y);
      if (away < least || (away === least && this.degrees[city] > this.degrees[best])) {
        least = away;
        best = city;
      }
    }
    return best;
  }

  light(city) {
    if (city === this.lit) return;
    this.lit = city;
    this.output.textContent =
      city === undefined
        ? this.output.dataset.nothing
        : `${this.told.names[city]}, ${this.told.countryNames[this.told.countries[city]]} · ${this.degrees[city]}`;
    this.svg.style.cursor = city === undefined ? "" : "pointer";
    this.soon();
  }

  soon() {
    if (this.waits) return;
    this.waits = true;
    requestAnimationFrame(() => {
      this.waits = false;
      this.draw();
    });
  }

  show(view) {
    this.view = view;
    this.room.classList.toggle("network--graph", view === "graph");
    for (const button of this.room.querySelectorAll("[data-network-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.networkView === view));
    }
    this.soon();
  }
}

// A filter may leave the picture in place and bring another network: the old one must let go of it.
const listening = new WeakMap();

function listen(drawing) {
  const { room, svg } = drawing;
  listening.get(svg)?.abort();
  const controller = new AbortController();
  listening.set(svg, controller);
  const { signal } = controller;
  let pressed = null;
  const on = (target, name, act) => target.addEventListener(name, act, { signal });
  on(svg, "pointermove", (event) => {
    if (event.buttons === 0) drawing.light(drawing.at(event));
  });
  on(svg, "pointerleave", () => drawing.light(undefined));
  on(svg, "pointerdown", (event) => {
    pressed = { x: event.clientX, y: event.clientY };
  });
  on(svg, "click", (event) => {
    const moved = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 4;
    // A click is told to the whole pixel: what was named is meant, not what then lies nearest.
    const city = drawing.lit ?? drawing.at(event);
    if (moved || city === undefined || drawing.ids[city] < 0) return;
    window.location.assign(room.dataset.cityUrl.replace("/0/", `/${drawing.ids[city]}/`));
  });
  on(room, "click", (event) => {
    const view = event.target.closest("[data-network-view]")?.dataset.networkView;
    if (view !== undefined && view in drawing.views) drawing.show(view);
  });
  on(matchMedia("(prefers-color-scheme: dark)"), "change", () => drawing.soon());
  const watching = [
    [new MutationObserver(() => drawing.soon()), svg, { attributeFilter: ["viewBox"] }],
    [new ResizeObserver(() => drawing.soon()), svg],
    [
      new MutationObserver(() => drawing.soon()),
      document.documentElement,
      { attributeFilter: ["data-color-scheme"] },
    ],
  ];
  for (const [observer, ...what] of watching) observer.observe(...what);
  on(signal, "abort", () => watching.forEach(([observer]) => observer.disconnect()));
}

async function start(room) {
  if (room.dataset.network === "" || room.dataset.started !== undefined) return;
  room.dataset.started = "";
  const answer = await fetch(room.dataset.network);
  if (!answer.ok) return; // The server's own drawing stays.
  const drawing = new Drawing(room, await answer.json());
  const tools = room.querySelector(".network__tools");
  tools.hidden = false;
  tools.querySelector("[data-network-view=graph]").hidden = !("graph" in drawing.views);
  drawing.output.textContent = drawing.output.dataset.nothing;
  for (const sums of document.querySelectorAll("[data-network-sums]")) sums.hidden = true;
  listen(drawing);
  drawing.draw();
  performance.mark("network-drawn");
}

export function startNetworks() {
  const startAll = () => document.querySelectorAll("[data-network]").forEach(start);
  startAll();
  document.addEventListener("htmx:after:swap", startAll);
}
