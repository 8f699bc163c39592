import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabResult } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'
import { isAbnormalFlag } from '../core/lab-flags.ts'
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
}

/** One result, closed or open. */
const row = ({ t, format, results, onToggle, level }: ResultList, result: LabResult, open: boolean): TemplateResult => {
  const title = localized(result.test.name, format.tag)
  const name = format.list([title, format.date(result.receivedAt)])
  const outside = result.observations.filter(isAbnormalFlag).length
  return html`<li class="stack">
    <div class="row between">
      <span class="tight grow"
        ><b id="item-${result.id}" tabindex="-1" dir="auto">${title}</b
        ><span class="small muted num">${format.date(result.receivedAt)}</span
        ><span
          ><span class="chip ${outside > 0 ? 'warn' : 'ok'}"
            >${outside > 0 ? t('outOfRange', { count: outside }) : t('allInRange')}</span
          ></span
        ></span
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
    ${open ? resultView({ t, format, result, results, level: level + 1 }) : nothing}
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
        return keptRow([format, result, level, open && results], () => row(list, result, open))
      },
    )}
  </ul>`
}
