import { html, type TemplateResult } from 'lit'

interface NumbersTable {
  /** What the numbers are, for screen readers. */
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of each is its name. */
  readonly rows: readonly (readonly unknown[])[]
}

/** The numbers of a plot. */
export const numbersTable = ({ caption, columns, rows }: NumbersTable): TemplateResult =>
  html`<table class="numbers">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row" class="num">${name}</th>
            ${cells.map((cell) => html`<td class="num">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
