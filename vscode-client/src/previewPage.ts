/** The words on the page, by what they are for. */
export type PreviewTexts = Readonly<
  Record<
    | 'title'
    | 'views'
    | 'flow'
    | 'timeline'
    | 'totals'
    | 'zoom'
    | 'zoomOut'
    | 'zoomIn'
    | 'actualSize'
    | 'fit'
    | 'export'
    | 'error'
    | 'warning'
    | 'information'
    | 'hint'
    | 'noFindings'
    | 'findings'
    | 'empty'
    | 'noTotals'
    | 'loading',
    string
  >
>;

export interface PreviewPage {
  /** Where files of the extension come from, for the policy. */
  readonly source: string;
  /** Lets the one script run. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
  readonly texts: PreviewTexts;
}

/**
 * The page of the preview, without a plan. Its policy lets it run one script and load one style of
 * the extension, and read pictures that it has made itself, for PNG; nothing else.
 */
export function previewPage({
  source,
  nonce,
  script,
  style,
  language,
  texts,
}: PreviewPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const tab = (view: 'flow' | 'timeline' | 'totals') =>
    `<button type="button" role="tab" id="tab-${view}" data-view="${view}" aria-controls="${
      view === 'totals' ? 'totals' : 'drawing'
    }" aria-selected="false" tabindex="-1">${escaped(texts[view])}</button>`;
  const button = (id: string, text: string, face: string) =>
    `<button type="button" id="${id}" title="${escaped(text)}" aria-label="${escaped(text)}">${face}</button>`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
<title>${escaped(texts.title)}</title>
</head>
<body data-texts="${escaped(JSON.stringify(texts))}">
<header>
<div role="tablist" aria-label="${escaped(texts.views)}">
${tab('flow')}
${tab('timeline')}
${tab('totals')}
</div>
<div class="tools">
<div class="tools" role="group" aria-label="${escaped(texts.zoom)}">
${button('zoom-out', texts.zoomOut, icon('M4 8h8'))}
${button('actual-size', texts.actualSize, '100 %')}
${button('zoom-in', texts.zoomIn, icon('M4 8h8M8 4v8'))}
${button('fit', texts.fit, icon('M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'))}
</div>
${button('export', texts.export, icon('M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10'))}
</div>
</header>
<p id="note" hidden></p>
<main>
<div id="drawing" role="tabpanel" tabindex="0"><div id="sheet"></div></div>
<div id="totals" role="tabpanel" tabindex="0" aria-labelledby="tab-totals" hidden></div>
<div id="nothing"><p>${escaped(texts.loading)}</p><button type="button" id="remedy" hidden></button></div>
</main>
<footer id="detail" aria-hidden="true"></footer>
<p id="announcer" role="status"></p>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function icon(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
