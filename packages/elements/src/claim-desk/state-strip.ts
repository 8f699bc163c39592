import { html, type TemplateResult } from 'lit'
import type { ClaimState } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { rowBar } from '../core/plot/row-bar.ts'
import { stateGroups, stateTone, type ClaimDeskTranslate } from './claim-states.ts'

export interface StateCount {
  readonly state: ClaimState
  readonly count: number
  readonly chargeCents: number
}

/** The first state with claims among those that need work. */
export const firstStateWithWork = (counts: readonly StateCount[]): ClaimState =>
  stateGroups[0][1].find((state) => counts.some((one) => one.state === state && one.count > 0)) ?? 'ready'

interface StateStripView {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  readonly counts: readonly StateCount[]
  readonly chosen: ClaimState | null
  readonly onChoose: (state: ClaimState) => void
}

const barTone = { '': 'accent', ok: 'ok', warn: 'warn', bad: 'bad', none: 'muted' } as const

/** The number of claims in each state and what they need. The bars are inside a table with the same numbers. */
export const stateStrip = ({ t, format, counts, chosen, onChoose }: StateStripView): TemplateResult => {
  const largest = Math.max(1, ...counts.map(({ chargeCents }) => chargeCents))
  const row = (state: ClaimState): TemplateResult => {
    const { count, chargeCents } = counts.find((one) => one.state === state) ?? { count: 0, chargeCents: 0 }
    return html`<tr class="${chosen === state ? 'next' : ''} ${count === 0 ? 'zero' : ''}">
      <th scope="row">
        <button
          class="state"
          type="button"
          aria-pressed=${chosen === state ? 'true' : 'false'}
          @click=${() => onChoose(state)}
        >
          ${t(`state_${state}`)}
        </button>
      </th>
      <td class="track" aria-hidden="true">${rowBar(chargeCents, largest, barTone[stateTone(state)])}</td>
      <td class="count">${format.number(count)}</td>
      <td class="amount">${format.money(chargeCents)}</td>
    </tr>`
  }
  return html`<div class="strip" role="group" aria-label=${t('chart')}>
    ${stateGroups.map(
      ([group, states]) =>
        html`<table class="states">
          <caption>
            ${t(`group_${group}`)}
          </caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">${t('columnState')}</th>
              <td aria-hidden="true"></td>
              <th scope="col">${t('columnCount')}</th>
              <th scope="col">${t('columnAmount')}</th>
            </tr>
          </thead>
          <tbody>
            ${states.map(row)}
          </tbody>
        </table>`,
    )}
  </div>`
}
