// Coming closer: by buttons, by ctrl and wheel, by + − 0 and arrows while the map has the focus.
const STEP = 1.5;
const CLOSEST = 12;
// The closenesses for which the server placed names; 1 is a drawing of a thousand pixels.
const LEVELS = [8, 4, 2, 1, 0.7];

/** The view box after coming `factor` times closer to a point, kept within the whole map. */
export function zoomed(whole, view, factor, at) {
  const width = Math.min(whole.width, Math.max(whole.width / CLOSEST, view.width / factor));
  const scale = width / view.width;
  const moved = {
    x: at.x - (at.x - view.x) * scale,
    y: at.y - (at.y - view.y) * scale,
    width,
    height: view.height * scale,
  };
  return within(whole, moved);
}

export function within(whole, view) {
  const x = Math.min(Math.max(view.x, whole.x), whole.x + whole.width - view.width);
  const y = Math.min(Math.max(view.y, whole.y), whole.y + whole.height - view.height);
  return { ...view, x, y };
}

export const levelOf = (zoom) => LEVELS.find((level) => zoom >= level * 0.99) ?? 0.7;

const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });
const middleOf = (view) => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
const isWhole = (map) => map.view.width >= map.whole.width;

// From the whole world the first step leads to the host: most partners lie around it.
function hostOf(svg) {
  const matrix = svg.querySelector(".place--host")?.transform.baseVal.consolidate()?.matrix;
  return matrix === undefined ? null : { x: matrix.e, y: matrix.f };
}

class MapView {
  constructor(figure) {
    this.figure = figure;
    this.svg = figure.querySelector("svg");
    this.whole = boxOf(this.svg.viewBox.baseVal);
    this.view = { ...this.whole };
    this.buttons = figure.querySelectorAll("[data-map-zoom]");
    figure.classList.add("map--scaled");
    this.show();
  }

  show() {
    const { x, y, width, height } = this.view;
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    // Names keep their size in pixels: also where the whole map is narrower than it was drawn.
    const drawn = this.svg.clientWidth || this.whole.width;
    const zoom = (this.whole.width / width) * (drawn / this.whole.width);
    this.svg.style.setProperty("--zoom", Math.max(zoom, 0.05).toFixed(3));
    this.svg.dataset.closeness = levelOf(zoom);
    for (const button of this.buttons) {
      if (button.dataset.mapZoom !== "in") button.disabled = isWhole(this);
    }
  }

  zoom(factor, at) {
    const host = at === undefined && isWhole(this) ? hostOf(this.svg) : null;
    this.view = zoomed(this.whole, this.view, factor, at ?? middleOf(this.view));
    if (host !== null) this.centre(host);
    this.show();
  }

  centre({ x, y }) {
    const { width, height } = this.view;
    this.view = within(this.whole, { ...this.view, x: x - width / 2, y: y - height / 2 });
  }

  move(across, down) {
    const { x, y, width, height } = this.view;
    const moved = { ...this.view, x: x + across * width * 0.2, y: y + down * height * 0.2 };
    this.view = within(this.whole, moved);
    this.show();
  }

  pull(across, down) {
    const { x, y, width } = this.view;
    const scale = this.svg.clientWidth / width;
    this.pulled = within(this.whole, { ...this.view, x: x - across / scale, y: y - down / scale });
    const moved = [(x - this.pulled.x) * scale, (y - this.pulled.y) * scale];
    this.figure.classList.add("map--pulled");
    for (const layer of this.figure.querySelectorAll("svg, canvas")) {
      layer.style.transform = `translate(${moved[0]}px, ${moved[1]}px)`;
    }
  }

  letGo() {
    if (this.pulled === undefined) return;
    this.view = this.pulled;
    this.pulled = undefined;
    this.figure.classList.remove("map--pulled");
    for (const layer of this.figure.querySelectorAll("svg, canvas")) layer.style.transform = "";
    this.show();
  }

  reset() {
    this.view = { ...this.whole };
    this.show();
  }

  pointOf(event) {
    const seen = this.svg.getBoundingClientRect();
    const { x, y, width, height } = this.view;
    return {
      x: x + ((event.clientX - seen.left) / seen.width) * width,
      y: y + ((event.clientY - seen.top) / seen.height) * height,
    };
  }
}

const KEYS = {
  "+": (map) => map.zoom(STEP),
  "=": (map) => map.zoom(STEP),
  "-": (map) => map.zoom(1 / STEP),
  0: (map) => map.reset(),
  ArrowLeft: (map) => map.move(-1, 0),
  ArrowRight: (map) => map.move(1, 0),
  ArrowUp: (map) => map.move(0, -1),
  ArrowDown: (map) => map.move(0, 1),
};

const BUTTONS = {
  in: (map) => map.zoom(STEP),
  out: (map) => map.zoom(1 / STEP),
  reset: (map) => map.reset(),
};

function listen(figure, map) {
  figure.addEventListener("click", (event) => {
    const name = event.target.closest("[data-map-zoom]")?.dataset.mapZoom;
    BUTTONS[name]?.(map);
  });
  figure.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(map);
  });
  map.svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      map.zoom(event.deltaY < 0 ? STEP : 1 / STEP, map.pointOf(event));
    },
    { passive: false },
  );
  drag(map);
  new ResizeObserver(() => map.show()).observe(map.svg);
}

// Pulling works once the map is closer than the whole world; links stay links. While it is pulled
// the picture is moved as it is, which costs nothing; it is drawn anew where it is let go.
function drag(map) {
  let start = null;
  map.svg.addEventListener("pointerdown", (event) => {
    if (isWhole(map) || event.button !== 0 || event.pointerType === "touch") return;
    start = { x: event.clientX, y: event.clientY };
  });
  window.addEventListener("pointermove", (event) => {
    if (start !== null) map.pull(event.clientX - start.x, event.clientY - start.y);
  });
  window.addEventListener("pointerup", () => {
    if (start !== null) map.letGo();
    start = null;
  });
}

const started = new WeakMap();

function startNew() {
  for (const figure of document.querySelectorAll("[data-map]")) {
    const known = started.get(figure);
    if (known?.svg.isConnected) {
      known.show();
      continue;
    }
    const map = new MapView(figure);
    started.set(figure, map);
    listen(figure, map);
  }
}

export function startMaps() {
  startNew();
  document.addEventListener("htmx:after:swap", startNew);
}
