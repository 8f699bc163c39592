import { html, nothing, type TemplateResult } from 'lit'

interface ResolveForm<Reason extends string> {
  /** Begins the ids of what is shown. */
  readonly name: string
  readonly heading: string
  readonly label: string
  readonly hint?: string
  /** Null while nothing is wrong. */
  readonly fault: string | null
  readonly none: string
  readonly reasons: readonly Reason[]
  readonly words: (reason: Reason) => string
  readonly chosen: Reason | null
  readonly button: TemplateResult
  readonly onChoose: (reason: Reason | null) => void
  readonly onResolve: () => void
}

/** Closes a message that waits, with what was done about it. Needs `buttonStyles` and `fieldStyles`. */
export const resolveForm = <Reason extends string>(form: ResolveForm<Reason>): TemplateResult => {
  const { name, heading, label, hint, fault, none, reasons, words, chosen, button, onChoose, onResolve } = form
  const describedBy = [hint && `${name}-done-hint`, fault && `${name}-done-fault`].filter(Boolean).join(' ')
  return html`<form
    class="stack"
    novalidate
    aria-labelledby="${name}-aside"
    @submit=${(event: Event) => {
      event.preventDefault()
      onResolve()
    }}
  >
    <p class="label" id="${name}-aside">${heading}</p>
    <div class="field">
      <label for="${name}-done">${label}</label>
      ${hint ? html`<p class="hint" id="${name}-done-hint">${hint}</p>` : nothing}
      ${fault ? html`<p class="error" id="${name}-done-fault" role="alert">${fault}</p>` : nothing}
      <select
        id="${name}-done"
        aria-describedby=${describedBy || nothing}
        aria-invalid=${fault ? 'true' : nothing}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement
          onChoose(reasons.find((one) => one === value) ?? null)
        }}
      >
        <option value="" ?selected=${chosen === null}>${none}</option>
        ${reasons.map((one) => html`<option value=${one} ?selected=${chosen === one}>${words(one)}</option>`)}
      </select>
    </div>
    <div>${button}</div>
  </form>`
}
