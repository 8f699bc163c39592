import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Formatter } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'

/** The label of one column; `amount` for numbers. */
export const column = (name: string, kind: '' | 'amount' = ''): TemplateResult =>
  html`<th role="columnheader" scope="col" class=${kind}>${name}</th>`

interface DeskRows<Item> {
  readonly format: Formatter
  readonly items: readonly Item[]
  readonly idOf: (item: Item) => string
  readonly row: (item: Item) => TemplateResult
  /** What else a row shows. */
  readonly shows?: (item: Item) => readonly unknown[]
}

/** The rows of a table, each rendered when what it shows has changed. */
export const deskRows = <Item>({ format, items, idOf, row, shows }: DeskRows<Item>): unknown =>
  repeat(items, idOf, (item) => keptRow([format, item, ...(shows?.(item) ?? [])], () => row(item)))

interface DeskTable {
  readonly kind: 'claims' | 'lines' | 'payments' | 'payment-lines' | 'held'
  /** Id of the heading that labels it. */
  readonly heading: string
  readonly head: readonly TemplateResult[]
  readonly rows: unknown
  readonly onKey?: (event: KeyboardEvent) => void
}

/** Roles are explicit, because a table that is displayed as cards loses its roles in some browsers. */
export const deskTable = ({ kind, heading, head, rows, onKey }: DeskTable): TemplateResult =>
  html`<table class=${kind} role="table" aria-labelledby=${heading} @keydown=${onKey}>
    <thead role="rowgroup">
      <tr role="row">
        ${head}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`
