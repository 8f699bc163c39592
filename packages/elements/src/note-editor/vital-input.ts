import { html, nothing, type TemplateResult } from 'lit'

interface VitalInputView {
  readonly id: string
  readonly typed: string
  /** The ids of what describes it, separated by spaces. */
  readonly describedBy: string
  readonly isFaulty: boolean
  readonly onInput: (typed: string) => void
}

/** The field of a measured number, without its label. */
export const vitalInput = ({ id, typed, describedBy, isFaulty, onInput }: VitalInputView): TemplateResult =>
  html`<input
    id=${id}
    class="num"
    type="text"
    dir="ltr"
    inputmode="decimal"
    autocomplete="off"
    maxlength="8"
    aria-invalid=${isFaulty ? 'true' : nothing}
    aria-describedby=${describedBy}
    .value=${typed}
    @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
  />`
