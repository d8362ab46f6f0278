import type {
  Drawing,
  FromPreview,
  Node,
  Picture,
  State,
  ToPreview,
  View,
} from '../src/picture.ts';
import type { PreviewTexts } from '../src/previewPage.ts';
import { Canvas, type Zoom } from './canvas.ts';
import { makePng, readDrawing } from './svg.ts';
import { totalsTable } from './totals.ts';
import { type Direction, nextBox } from './walk.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const VIEWS: readonly View[] = ['flow', 'timeline', 'totals'];

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How long (in ms) it must have been quiet before a screen reader is told of changes. */
const QUIET = 1500;

const vscode = acquireVsCodeApi();
const texts: PreviewTexts = JSON.parse(document.body.dataset.texts ?? '{}');
const by = (id: string) => document.getElementById(id) as HTMLElement;
const [drawing, totals, nothing, note, detail, announcer, remedy] = [
  by('drawing'),
  by('totals'),
  by('nothing'),
  by('note'),
  by('detail'),
  by('announcer'),
  by('remedy'),
];
const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];

const canvas = new Canvas(drawing, by('sheet'), (scale) => {
  by('actual-size').textContent = `${Math.round(scale * 100)} %`;
});

let state: State = vscode.getState() ?? {};
let view: View = state.view ?? 'flow';
let picture: Picture | undefined;
let nodes = new Map<string, Node>();
/** What stands at the cursor of the editor. */
let marked: string | undefined;
/** The one node that the Tab key comes to. */
let current: string | undefined;
const zooms: Record<Drawing, Zoom> = { flow: 'auto', timeline: 'auto' };

function remember(change: State): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

// What is shown

function choose(chosen: View): void {
  if (view !== 'totals') {
    zooms[view] = canvas.size;
  }
  view = chosen;
  remember({ view });
  vscode.postMessage({ type: 'view', view });
  if (view !== 'totals') {
    canvas.zoom(zooms[view]);
  }
  drawing.scrollTo(0, 0);
  render();
  markNode(true);
}

function render(): void {
  for (const tab of tabs) {
    const isChosen = tab.dataset.view === view;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
  }
  const isDrawn = picture !== undefined && view !== 'totals' && draw(picture, view);
  drawing.hidden = !isDrawn;
  drawing.setAttribute('aria-labelledby', `tab-${view}`);
  drawing.dataset.view = view;
  totals.hidden = !picture || view !== 'totals';
  for (const id of ['zoom-out', 'actual-size', 'zoom-in', 'fit']) {
    (by(id) as HTMLButtonElement).disabled = !isDrawn;
  }
  (by('export') as HTMLButtonElement).disabled = !picture;
  if (picture) {
    remedy.hidden = true;
    totals.replaceChildren(totalsTable(picture, texts.noTotals));
    nothing.hidden = isDrawn || view === 'totals';
    setNothing(texts.empty);
  }
}

/** Draws one view of the plan; the focus stays where it is. */
function draw(plan: Picture, which: Drawing): boolean {
  const focused = focusedNode();
  const drawn = readDrawing(plan[which]);
  if (!drawn || plan.nodes.length === 0) {
    by('sheet').replaceChildren();
    return false;
  }
  document.adoptedStyleSheets = [drawn.rules];
  drawing.hidden = false;
  nothing.hidden = true;
  canvas.show(drawn.svg, drawn.width, drawn.height);
  const all = shapes();
  for (const shape of all) {
    shape.setAttribute('tabindex', '-1');
    // It leads to the text.
    shape.setAttribute('role', 'link');
  }
  const entry = shapeOf(current) ?? shapeOf(marked) ?? all[0];
  entry?.setAttribute('tabindex', '0');
  if (focused) {
    shapeOf(focused)?.focus({ preventScroll: true });
  }
  markNode(false);
  return true;
}

function setNothing(reason: string): void {
  const text = nothing.querySelector('p');
  if (text) {
    text.textContent = reason;
  }
}

// Nodes

function shapes(): SVGElement[] {
  return [...drawing.querySelectorAll<SVGElement>('[data-node]')];
}

function shapeOf(id: string | undefined): SVGElement | undefined {
  return shapes().find((shape) => shape.dataset.node === id);
}

function nodeAt(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<SVGElement>('[data-node]')?.dataset.node
    : undefined;
}

function focusedNode(): string | undefined {
  return nodeAt(document.activeElement);
}

function markNode(follow: boolean): void {
  for (const shape of shapes()) {
    const isMarked = marked !== undefined && shape.dataset.node === marked;
    shape.classList.toggle('gp-selected', isMarked);
    if (isMarked) {
      shape.setAttribute('aria-current', 'true');
      if (follow && !document.hasFocus()) {
        canvas.reveal(shape, moves());
      }
    } else {
      shape.removeAttribute('aria-current');
    }
  }
  describe(focusedNode() ?? marked);
}

/** Whether things may move; the editor tells what it was set to by a class. */
function moves(): boolean {
  return (
    !matchMedia('(prefers-reduced-motion: reduce)').matches &&
    !document.body.classList.contains('vscode-reduce-motion')
  );
}

/** Tells below the drawing what a node is, and what was found there. */
function describe(id: string | undefined): void {
  const node = id === undefined ? undefined : nodes.get(id);
  detail.replaceChildren();
  if (!node) {
    return;
  }
  const name = document.createElement('strong');
  name.textContent = node.name;
  detail.append(`${node.kind} `, name);
  node.messages.forEach((message, index) => {
    const finding = document.createElement('span');
    if (index === 0 && node.severity) {
      finding.className = node.severity;
      finding.textContent = `${texts[node.severity]}: ${message}`;
    } else {
      finding.textContent = message;
    }
    detail.append(finding);
  });
}

function focusNode(shape: SVGElement | undefined): void {
  if (shape) {
    for (const each of shapes()) {
      each.setAttribute('tabindex', each === shape ? '0' : '-1');
    }
    current = shape.dataset.node;
    shape.focus({ preventScroll: true });
    canvas.reveal(shape, moves());
  }
}

/** The node that lies next, or the first and last one. In the timeline all lie one below another. */
function neighbor(key: string): SVGElement | undefined {
  const all = shapes();
  const from = shapeOf(focusedNode());
  const direction = ARROWS[key];
  if (!from || !direction) {
    return key === 'Home' ? all[0] : key === 'End' ? all.at(-1) : undefined;
  }
  if (view === 'timeline') {
    const step = direction === 'down' || direction === 'right' ? 1 : -1;
    return all[all.indexOf(from) + step];
  }
  const box = (shape: SVGElement) => {
    const { left, top, right, bottom } = shape.getBoundingClientRect();
    return { left, top, right, bottom, shape };
  };
  const others = all.filter((shape) => shape !== from).map(box);
  return nextBox(box(from), others, direction)?.shape;
}

// Keys and clicks

drawing.addEventListener('click', (event) => {
  const id = nodeAt(event.target);
  if (id !== undefined) {
    focusNode(shapeOf(id));
    vscode.postMessage({ type: 'reveal', id });
  }
});

drawing.addEventListener('keydown', (event) => {
  const id = focusedNode();
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (id !== undefined && (event.key === 'Enter' || event.key === ' ')) {
    vscode.postMessage({ type: 'reveal', id });
  } else if (id !== undefined && (ARROWS[event.key] || ['Home', 'End'].includes(event.key))) {
    focusNode(neighbor(event.key));
  } else if (id !== undefined && event.key === 'Escape') {
    drawing.focus();
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener('keydown', (event) => {
  const zoom = { '+': 1, '=': 1, '-': -1 }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey || drawing.hidden) {
    return;
  }
  if (zoom) {
    canvas.step(zoom);
  } else if (event.key === '0') {
    canvas.zoom(1);
  } else if (event.key.toLowerCase() === 'f') {
    canvas.zoom('fit');
  }
});

drawing.addEventListener('focusin', (event) => {
  const id = nodeAt(event.target);
  if (id !== undefined) {
    current = id;
    describe(id);
  }
});
drawing.addEventListener('focusout', () => describe(marked));
drawing.addEventListener('pointermove', (event) => {
  // What moves below a resting pointer says nothing.
  if (event.movementX !== 0 || event.movementY !== 0) {
    describe(nodeAt(event.target) ?? focusedNode() ?? marked);
  }
});
drawing.addEventListener('pointerleave', () => describe(focusedNode() ?? marked));

for (const tab of tabs) {
  tab.addEventListener('click', () => choose(tab.dataset.view as View));
  tab.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length] ?? 'flow';
      choose(next);
      by(`tab-${next}`).focus();
      event.preventDefault();
    }
  });
}
by('zoom-in').addEventListener('click', () => canvas.step(1));
by('zoom-out').addEventListener('click', () => canvas.step(-1));
by('actual-size').addEventListener('click', () => canvas.zoom(1));
by('fit').addEventListener('click', () => canvas.zoom('fit'));
by('export').addEventListener('click', () => vscode.postMessage({ type: 'export' }));
remedy.addEventListener('click', () => vscode.postMessage({ type: 'remedy' }));

// What the extension says

function take(plan: Picture, uri: string): void {
  const isOther = uri !== state.uri;
  const before = picture;
  picture = plan;
  nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  note.hidden = true;
  remember({ uri });
  if (isOther) {
    current = undefined;
    marked = undefined;
    drawing.scrollTo(0, 0);
    render();
  } else if (!before || JSON.stringify(before) !== JSON.stringify(plan)) {
    render();
  }
  announce(isOther ? undefined : before, plan);
}

let announcement: ReturnType<typeof setTimeout> | undefined;

/** Tells a screen reader, when it has become quiet, how many places have findings by now. */
function announce(before: Picture | undefined, plan: Picture): void {
  const count = (of: Picture) => of.nodes.filter(({ messages }) => messages.length > 0).length;
  if (before && count(before) !== count(plan)) {
    clearTimeout(announcement);
    announcement = setTimeout(() => {
      const now = count(picture ?? plan);
      announcer.textContent =
        now === 0 ? texts.noFindings : texts.findings.replace('{0}', String(now));
    }, QUIET);
  }
}

window.addEventListener('message', async ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case 'picture':
      take(data.picture, data.uri);
      break;
    case 'stale':
      note.textContent = data.reason;
      note.hidden = false;
      break;
    case 'nothing':
      picture = undefined;
      note.hidden = true;
      nothing.hidden = false;
      setNothing(data.reason);
      render();
      remedy.hidden = !data.remedy;
      remedy.textContent = data.remedy ?? '';
      break;
    case 'mark':
      if (data.id !== marked) {
        marked = data.id;
        markNode(true);
      }
      break;
    case 'draw': {
      const png =
        picture && (await makePng(picture[data.drawing], getComputedStyle(document.body)));
      vscode.postMessage({ type: 'drawn', ...(png && { png }) });
      break;
    }
  }
});

// The editor has another theme.
new MutationObserver(render).observe(document.body, { attributeFilter: ['class'] });

render();
vscode.postMessage({ type: 'view', view });
vscode.postMessage({ type: 'ready' });
