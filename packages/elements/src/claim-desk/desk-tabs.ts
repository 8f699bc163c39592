import { html, type TemplateResult } from 'lit'
import type { ClaimDeskTranslate } from './claim-states.ts'

export type DeskTab = 'claims' | 'payments' | 'held' | 'offs'

const names = { claims: 'tabClaims', payments: 'tabPayments', held: 'tabHeld', offs: 'tabOffs' } as const
const tabs = ['claims', 'payments', 'offs', 'held'] as const satisfies readonly DeskTab[]

/** Arrow keys move to the next tab in visual order, with the focus. */
export const deskTabs = (t: ClaimDeskTranslate, chosen: DeskTab, onChoose: (tab: DeskTab) => void): TemplateResult => {
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const list = event.currentTarget as HTMLElement
    const isForward = (event.key === 'ArrowRight') === (getComputedStyle(list).direction === 'ltr')
    const next = tabs[(tabs.indexOf(chosen) + (isForward ? 1 : tabs.length - 1)) % tabs.length] ?? chosen
    onChoose(next)
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
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
