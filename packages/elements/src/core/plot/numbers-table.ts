import { html, type TemplateResult } from 'lit'

interface NumbersTable {
  /** What the numbers are, for screen readers. */
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of each is its name. */
  readonly rows: readonly (readonly unknown[])[]
}

/** The numbers of a plot. Each cell names its column, for a table whose rows are shown as cards; roles are explicit, because such a table loses its own. */
export const numbersTable = ({ caption, columns, rows }: NumbersTable): TemplateResult =>
  html`<table class="numbers" role="table">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr role="row">
            <th role="rowheader" scope="row" class="num">${name}</th>
            ${cells.map((cell, index) => html`<td role="cell" class="num" data-label=${columns[index + 1] ?? ''}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
