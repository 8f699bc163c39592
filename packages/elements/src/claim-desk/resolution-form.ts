import { html, nothing, type TemplateResult } from 'lit'
import type { ExternalResolution } from '@visitkit/sdk'
import type { HeldLinesTranslate } from './held-line-views.ts'

const reasons = [
  'other-system',
  'payer-corrected',
  'returned',
  'not-ours',
  'no-money',
] as const satisfies readonly ExternalResolution[]
const isReason = (value: string): value is ExternalResolution => reasons.some((reason) => reason === value)

export interface ResolutionView {
  readonly heading: string
  readonly hint: string
  readonly reason: ExternalResolution | null
  /** Whether the person submitted without a reason. */
  readonly showsFault: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onReason: (reason: ExternalResolution | null) => void
  readonly onSubmit: () => void
}

/** The form for a resolution outside Visitkit. */
export const resolutionForm = (t: HeldLinesTranslate, level: number, view: ResolutionView): TemplateResult => {
  const { heading, hint, reason, showsFault, busy, problem, onReason, onSubmit } = view
  const isWrong = showsFault && reason === null
  return html`<form
    class="part"
    aria-labelledby="aside-heading"
    @submit=${(event: Event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    <h4 id="aside-heading" aria-level=${level + 2}>${heading}</h4>
    <div class="row wrap ends">
      <div class="field aside">
        <label for="aside-reason">${t('asideReason')}</label>
        <p class="hint" id="aside-hint">${hint}</p>
        ${isWrong ? html`<p class="error" id="aside-error">${t('asideChoose')}</p>` : nothing}
        <select
          id="aside-reason"
          aria-describedby=${isWrong ? 'aside-hint aside-error' : 'aside-hint'}
          aria-invalid=${isWrong ? 'true' : nothing}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            onReason(isReason(value) ? value : null)
          }}
        >
          <option value="" ?selected=${reason === null}>${t('asideNone')}</option>
          ${reasons.map((one) => html`<option value=${one} ?selected=${reason === one}>${t(`done_${one}`)}</option>`)}
        </select>
      </div>
      <button class="btn small" id="aside" aria-disabled=${busy ? 'true' : nothing}>${t('asideYes')}</button>
    </div>
    ${problem}
  </form>`
}
