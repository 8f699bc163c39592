import { html, type TemplateResult } from 'lit'
import type { T } from './claim-states.ts'

export type DeskTab = 'claims' | 'payments'

const names = { claims: 'tabClaims', payments: 'tabPayments' } as const
const tabs = ['claims', 'payments'] as const satisfies readonly DeskTab[]

/** Two tabs; arrow keys go from one to the other, and the focus goes along. */
export const deskTabs = (t: T, chosen: DeskTab, onChoose: (tab: DeskTab) => void): TemplateResult => {
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(chosen) + 1) % tabs.length] ?? chosen
    onChoose(next)
    ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${t('tabs')} @keydown=${turn}>
    ${tabs.map(
      (tab) =>
        html`<button
          class="tab"
          id="tab-${tab}"
          type="button"
          role="tab"
          aria-selected=${tab === chosen ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${tab === chosen ? '0' : '-1'}
          @click=${() => onChoose(tab)}
        >
          ${t(names[tab])}
        </button>`,
    )}
  </div>`
}
