/** What the server draws of a plan, and what the preview and the extension say to each other. */

/** The request that asks the server for it. */
export const PREVIEW_REQUEST = 'genplan/preview';

/** The two drawings of a plan. */
export type Drawing = 'flow' | 'timeline';

/** What the preview can show. */
export type View = Drawing | 'totals';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A figure of the whole plan, as the server words it. */
export interface Total {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** What stands for a declaration in the drawings, where it has the attribute `data-node`. */
export interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly severity?: Severity;
  readonly messages: readonly string[];
}

/** A plan as it is drawn. */
export interface Picture<N extends Node = Node> {
  readonly title: string;
  /** SVG. */
  readonly flow: string;
  /** SVG. */
  readonly timeline: string;
  readonly totals: readonly Total[];
  readonly nodes: readonly N[];
}

/** What the preview remembers when it is hidden, and over a restart of the editor. */
export interface State {
  readonly uri?: string;
  readonly view?: View;
}

/** From the extension to the preview. */
export type ToPreview =
  | { readonly type: 'picture'; readonly uri: string; readonly picture: Picture }
  /** The picture that is shown is older than the text. */
  | { readonly type: 'stale'; readonly reason: string }
  /** There is nothing to show. */
  | { readonly type: 'nothing'; readonly reason: string; readonly remedy?: string }
  | { readonly type: 'mark'; readonly id: string | undefined }
  | { readonly type: 'draw'; readonly drawing: Drawing };

/** From the preview to the extension. */
export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'reveal'; readonly id: string }
  | { readonly type: 'export' }
  | { readonly type: 'remedy' }
  /** The drawing as PNG; without it, if the browser could not make one. */
  | { readonly type: 'drawn'; readonly png?: Uint8Array };
