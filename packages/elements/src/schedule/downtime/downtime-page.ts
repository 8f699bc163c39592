import { escapeHtml as safe, pageToKeep, type PageLanguage } from '../../core/page-to-keep.ts'
import type { DowntimeTable } from './downtime-table.ts'

const style = `body{font:12pt/1.4 system-ui,sans-serif;margin:1.5rem;color:#111}h1{font-size:1.25rem;margin:0}h2{font-size:1.1rem;break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.25rem .4rem;text-align:start;vertical-align:top;unicode-bidi:isolate}
td.done{min-width:6rem}thead{display:table-header-group}tr{break-inside:avoid}@page{size:landscape;margin:12mm}@media print{body{margin:0;font-size:10pt}}`

/** The list as one page to print: a table for each day, its head on every sheet, and a column to write in. */
export const downtimePage = (
  { heading, text, notes, none }: Readonly<Record<'heading' | 'text' | 'notes' | 'none', string>>,
  tables: readonly DowntimeTable[],
  page: PageLanguage,
): string => {
  const cells = (name: 'th' | 'td', values: readonly string[]): string =>
    values.map((value) => `<${name}>${safe(value)}</${name}>`).join('')
  const day = ({ title, heads, rows }: DowntimeTable): string =>
    `<h2>${safe(title)}</h2>${
      rows.length === 0
        ? `<p>${safe(none)}</p>`
        : `<table><thead><tr>${cells('th', [...heads, notes])}</tr></thead><tbody>${rows
            .map((row) => `<tr>${cells('td', row)}<td class="done"></td></tr>`)
            .join('')}</tbody></table>`
    }`
  return pageToKeep(page, {
    title: heading,
    style,
    body: `<h1>${safe(heading)}</h1><p>${safe(text)}</p>${tables.map(day).join('')}`,
  })
}
