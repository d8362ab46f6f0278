const LEAST = 0.01;
const MOST = 4;
const STEP = 1.2;

/** Below this (as a part of its size) text cannot be read: a drawing is not made smaller unasked. */
const READABLE = 0.65;

/** How large a drawing is shown: a part of its size, all of it, or as seems best. */
export type Zoom = number | 'fit' | 'auto';

/**
 * The sheet with a drawing, in a view that scrolls: so the usual keys, wheels, bars and fingers move
 * it. It is enlarged around the pointer.
 */
export class Canvas {
  readonly #view: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #zoomed: (scale: number) => void;
  #svg: SVGSVGElement | undefined;
  #width = 0;
  #height = 0;
  #zoom: Zoom = 'auto';
  #scale = 1;

  /** @param zoomed is told how large the drawing is shown, as a part of its size */
  constructor(view: HTMLElement, sheet: HTMLElement, zoomed: (scale: number) => void) {
    this.#view = view;
    this.#sheet = sheet;
    this.#zoomed = zoomed;
    new ResizeObserver(() => typeof this.#zoom === 'string' && this.zoom(this.#zoom)).observe(view);
    view.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    view.addEventListener('pointerdown', (event) => this.#drag(event));
  }

  get size(): Zoom {
    return this.#zoom;
  }

  /** Puts another drawing of so many pixels on the sheet, and leaves it where it is scrolled to. */
  show(svg: SVGSVGElement, width: number, height: number): void {
    this.#svg = svg;
    this.#width = width;
    this.#height = height;
    const { scrollLeft, scrollTop } = this.#view;
    this.#sheet.replaceChildren(svg);
    this.zoom(this.#zoom);
    this.#view.scrollTo(scrollLeft, scrollTop);
  }

  /** Shows the drawing in another size; what is at a point of the view (else its middle) stays. */
  zoom(zoom: Zoom, at?: { readonly x: number; readonly y: number }): void {
    this.#zoom = zoom;
    const before = this.#scale;
    this.#scale =
      typeof zoom === 'number' ? Math.min(MOST, Math.max(LEAST, zoom)) : this.#best(zoom);
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#view;
    const { x, y } = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
    this.#svg?.setAttribute('width', String(this.#width * this.#scale));
    this.#svg?.setAttribute('height', String(this.#height * this.#scale));
    const grown = this.#scale / before;
    this.#view.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
    this.#zoomed(this.#scale);
  }

  /** Enlarges by some steps, or makes smaller. */
  step(steps: number, at?: { readonly x: number; readonly y: number }): void {
    this.zoom(this.#scale * STEP ** steps, at);
  }

  /** Scrolls so far that an element of the drawing is seen. */
  reveal(element: Element, smoothly: boolean): void {
    const view = this.#view.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const margin = 24;
    const by = (low: number, high: number, from: number, to: number) =>
      low < from + margin || high - low > to - from - 2 * margin
        ? low - from - margin
        : Math.max(0, high - to + margin);
    const left = by(box.left, box.right, view.left, view.left + this.#view.clientWidth);
    const top = by(box.top, box.bottom, view.top, view.top + this.#view.clientHeight);
    const isOutside =
      box.left < view.left ||
      box.top < view.top ||
      box.right > view.right ||
      box.bottom > view.bottom;
    if (isOutside) {
      this.#view.scrollBy({ left, top, behavior: smoothly ? 'smooth' : 'instant' });
    }
  }

  #best(zoom: 'fit' | 'auto'): number {
    const { clientWidth, clientHeight } = this.#view;
    if (clientWidth === 0 || this.#width === 0) {
      return this.#scale;
    }
    const whole = Math.min(clientWidth / this.#width, clientHeight / this.#height);
    const best = zoom === 'fit' ? whole : Math.max(whole, READABLE);
    return Math.max(LEAST, Math.min(1, best));
  }

  #wheel(event: WheelEvent): void {
    // A pinch on a touchpad comes as a wheel with Ctrl.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const view = this.#view.getBoundingClientRect();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 33;
      const steps = Math.max(-1, Math.min(1, (-event.deltaY * pixels) / 100));
      this.step(steps, { x: event.clientX - view.left, y: event.clientY - view.top });
    }
  }

  /** Moves the sheet with the mouse; fingers scroll by themselves. */
  #drag(down: PointerEvent): void {
    const isOnSheet =
      down.offsetX < this.#view.clientWidth && down.offsetY < this.#view.clientHeight;
    if (
      down.pointerType !== 'mouse' ||
      down.button !== 0 ||
      (down.target === this.#view && !isOnSheet)
    ) {
      return;
    }
    const view = this.#view;
    const { scrollLeft, scrollTop } = view;
    const end = new AbortController();
    let moved = false;
    const move = (event: PointerEvent) => {
      const x = event.clientX - down.clientX;
      const y = event.clientY - down.clientY;
      if (!moved && Math.hypot(x, y) > 4) {
        moved = true;
        view.setPointerCapture(down.pointerId);
        view.classList.add('dragged');
      }
      if (moved) {
        view.scrollTo(scrollLeft - x, scrollTop - y);
      }
    };
    const { signal } = end;
    const stop = () => {
      end.abort();
      view.classList.remove('dragged');
    };
    view.addEventListener('pointermove', move, { signal });
    view.addEventListener('pointerup', stop, { signal });
    view.addEventListener('pointercancel', stop, { signal });
  }
}
