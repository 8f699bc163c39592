import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabResult } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'
import { rangeChips } from '../core/range-chips.ts'
import type { ResultFiles } from '../core/result-file.ts'
import { resultView } from './result-view.ts'
import type { RecordTranslate } from './result-words.ts'

interface ResultList {
  readonly t: RecordTranslate
  readonly format: Formatter
  /** The newest first. */
  readonly results: readonly LabResult[]
  readonly isOpen: (result: LabResult) => boolean
  readonly onToggle: (result: LabResult) => void
  readonly level: number
  readonly files: ResultFiles
}

/** One result, closed or open. */
const row = (list: ResultList, result: LabResult, open: boolean): TemplateResult => {
  const { t, format, results, onToggle, level, files } = list
  const title = localized(result.test.name, format.tag)
  const name = format.list([title, format.date(result.receivedAt)])
  return html`<li class="stack">
    <div class="row between">
      <span class="tight grow"
        ><b id="item-${result.id}" tabindex="-1" dir="auto">${title}</b
        ><span class="small muted num">${format.date(result.receivedAt)}</span
        ><span class="row wrap">${rangeChips(t, result.observations)}</span></span
      >
      <button
        class="btn small"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${t(open ? 'closeName' : 'openName', { name })}
        @click=${() => onToggle(result)}
      >
        ${t(open ? 'close' : 'open')}
      </button>
    </div>
    ${open ? resultView({ t, format, result, results, level: level + 1, files }) : nothing}
  </li>`
}

/** Results, the newest first. Each opens in its place. */
export const resultList = (list: ResultList): TemplateResult => {
  const { t, format, results, isOpen, level } = list
  if (results.length === 0) return html`<p class="muted">${t('noResults')}</p>`
  return html`<ul class="lined">
    ${repeat(
      results,
      ({ id }) => id,
      (result) => {
        const open = isOpen(result)
        // An open one has files that load, and is rendered each time.
        return keptRow([format, result, level, open && {}], () => row(list, result, open))
      },
    )}
  </ul>`
}
