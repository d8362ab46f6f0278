import type { Picture } from '../src/picture.ts';

/** The figures of the whole plan. */
export function totalsTable({ title, totals }: Picture, none: string): HTMLElement {
  if (totals.length === 0) {
    const text = document.createElement('p');
    text.textContent = none;
    return text;
  }
  const table = document.createElement('table');
  table.createCaption().textContent = title;
  const body = table.createTBody();
  for (const { label, value, note } of totals) {
    const row = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = label;
    row.append(head);
    row.insertCell().textContent = value;
    row.insertCell().textContent = note ?? '';
  }
  return table;
}
