import { html, nothing, type TemplateResult } from 'lit'
import { usStates } from './us-states.ts'

interface StateField {
  readonly id: string
  readonly label: string
  /** Code of a state; empty: none is chosen. */
  readonly chosen: string
  /** The first entry; left out where a state is always chosen. */
  readonly empty?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly choose: (state: string) => void
}

/** The choice of a state. Its names are English in every language of the page. */
export const stateField = ({ id, label, chosen, empty, hint, error, choose }: StateField): TemplateResult => {
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ')
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    <select
      id=${id}
      aria-describedby=${described || nothing}
      aria-invalid=${error ? 'true' : nothing}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${empty ? html`<option value="" .selected=${chosen === ''}>${empty}</option>` : nothing}
      ${usStates.map(
        ([code, name]) => html`<option lang="en" value=${code} .selected=${chosen === code}>${name}</option>`,
      )}
    </select>
  </div>`
}
