const SVG = 'http://www.w3.org/2000/svg';

/** What a drawing may consist of. */
const ELEMENTS = new Set(
  (
    'svg g a defs symbol use marker title desc metadata style path rect circle ellipse line ' +
    'polyline polygon text tspan clipPath mask pattern linearGradient radialGradient stop filter ' +
    'feDropShadow'
  ).split(' '),
);

/** What a drawing consists of: its shapes, and the style rules for them. */
export interface Drawn {
  readonly svg: SVGSVGElement;
  readonly rules: CSSStyleSheet;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a drawing as XML and takes over only what draws: no scripts, no handlers, no foreign
 * content, no links to elsewhere.
 *
 * @returns nothing if it is no SVG
 */
export function readDrawing(text: string): Drawn | undefined {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const svg = parsed.documentElement as unknown as SVGSVGElement;
  if (svg.namespaceURI !== SVG || svg.localName !== 'svg' || parsed.querySelector('parsererror')) {
    return undefined;
  }
  clean(svg);
  const styles = [...svg.querySelectorAll('style')];
  const rules = new CSSStyleSheet();
  rules.replaceSync(styles.map((each) => each.textContent).join('\n'));
  follow(rules.cssRules, isDark());
  for (const each of styles) {
    each.remove();
  }
  const [, , boxWidth, boxHeight] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const width = boxWidth || Number.parseFloat(svg.getAttribute('width') ?? '');
  const height = boxHeight || Number.parseFloat(svg.getAttribute('height') ?? '');
  if (!(width > 0 && height > 0)) {
    return undefined;
  }
  return { svg: document.adoptNode(svg), rules, width, height };
}

function clean(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLink = name === 'href' || name.endsWith(':href');
    if (/^on/i.test(name) || (isLink && !value.startsWith('#'))) {
      element.removeAttribute(name);
    }
  }
  for (const child of [...element.children]) {
    if (child.namespaceURI === SVG && ELEMENTS.has(child.localName)) {
      clean(child);
    } else {
      child.remove();
    }
  }
}

/** Whether the editor has a dark theme, whatever the browser and the system have. */
function isDark(): boolean {
  const { classList } = document.body;
  return (
    classList.contains('vscode-dark') ||
    (classList.contains('vscode-high-contrast') &&
      !classList.contains('vscode-high-contrast-light'))
  );
}

/** Lets rules that ask for the color scheme ask for the one of the editor. */
function follow(rules: CSSRuleList, dark: boolean): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const scheme = /prefers-color-scheme:\s*(dark|light)/.exec(rule.media.mediaText)?.[1];
      if (scheme) {
        rule.media.mediaText = (scheme === 'dark') === dark ? 'all' : 'not all';
      }
    }
  }
}

/** The most (in pixels) that browsers draw to each side. */
const LARGEST = 16_000;

/** How many pixels a PNG has for one of the drawing. */
const SCALE = 2;

/**
 * A drawing as PNG, with the colors it has on the page.
 *
 * @returns nothing if the browser cannot draw it
 */
export async function makePng(
  text: string,
  look: CSSStyleDeclaration,
): Promise<Uint8Array | undefined> {
  const drawn = readDrawing(text);
  if (!drawn) {
    return undefined;
  }
  const { svg, width, height } = drawn;
  const scale = Math.min(SCALE, LARGEST / width, LARGEST / height);
  // It stands alone: the rules, and what the page has set for its variables, go with it.
  for (const [, variable] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
    const value = variable && look.getPropertyValue(variable);
    if (value) {
      svg.style.setProperty(variable, value);
    }
  }
  svg.style.fontFamily = look.fontFamily;
  const style = document.createElementNS(SVG, 'style');
  style.textContent = [...drawn.rules.cssRules].map(({ cssText }) => cssText).join('\n');
  svg.prepend(style);
  svg.setAttribute('width', String(width * scale));
  svg.setAttribute('height', String(height * scale));
  const blob = new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext('2d');
    if (!context) {
      return undefined;
    }
    context.fillStyle = look.backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    return png ? new Uint8Array(await png.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
