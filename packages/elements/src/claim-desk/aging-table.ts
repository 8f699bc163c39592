import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimAge, OperationResponse } from '@visitkit/sdk'
import { stackedBar, swatch, type BarPart } from '../core/plot/stacked-bar.ts'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { stateGroups, type ClaimDeskTranslate } from './claim-states.ts'
import type { deskToolsEn } from './desk-tools.en.ts'

export type AgedClaims = OperationResponse<'getClaimAging'>['items']
export type ToolsTranslate = Translate<typeof deskToolsEn>

/** The oldest is the most prominent. */
const ages = [
  ['0-30', 'ok'],
  ['31-60', 'accent'],
  ['61-90', 'warn'],
  ['over-90', 'bad'],
] as const satisfies readonly (readonly [ClaimAge, BarPart['tone']])[]

interface AgingView {
  readonly t: ToolsTranslate
  readonly desk: ClaimDeskTranslate
  readonly format: Formatter
  readonly level: number
  readonly items: AgedClaims
}

/** What is open with payers, by age as one bar, and by state and age as a table. */
export const agingTable = ({ t, desk, format, level, items }: AgingView): TemplateResult => {
  const sum = (those: AgingView['items']): number => those.reduce((cents, { openCents }) => cents + openCents, 0)
  const ofAge = (age: ClaimAge, those = items): number => sum(those.filter((one) => one.age === age))
  const states = stateGroups.flatMap(([, group]) => group).filter((state) => items.some((one) => one.state === state))
  const amount = (name: string, cents: number): TemplateResult =>
    cents === 0
      ? html`<td role="cell" class="amount blank" data-label=${name}><span class="muted">–</span></td>`
      : html`<td role="cell" class="amount" data-label=${name}>${format.money(cents)}</td>`
  const row = (name: string, those: AgingView['items'], look = ''): TemplateResult =>
    html`<tr role="row" class=${look}>
      <th role="rowheader" scope="row">${name}</th>
      ${ages.map(([age]) => amount(t(`age_${age}`), ofAge(age, those)))} ${amount(t('total'), sum(those))}
    </tr>`
  return html`<section class="part" aria-labelledby="aging-heading">
    <div class="tight">
      <h3 id="aging-heading" aria-level=${level + 1}>${t('agingHeading')}</h3>
      <p class="small muted">${items.length === 0 ? t('agingNone') : t('agingHint')}</p>
    </div>
    ${
      items.length === 0
        ? nothing
        : html`${stackedBar(
              t('agingHeading'),
              ages.map(([age, tone]) => ({
                name: t(`age_${age}`),
                value: ofAge(age),
                words: format.money(ofAge(age)),
                tone,
              })),
            )}
            <table class="aging" role="table" aria-labelledby="aging-heading">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">${desk('columnState')}</th>
                  ${ages.map(
                    ([age, tone]) =>
                      html`<th role="columnheader" scope="col" class="amount">${swatch(tone)} ${t(`age_${age}`)}</th>`,
                  )}
                  <th role="columnheader" scope="col" class="amount">${t('total')}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${states.map((state) =>
                  row(
                    desk(`state_${state}`),
                    items.filter((one) => one.state === state),
                  ),
                )}
                ${row(t('total'), items, 'sum-row')}
              </tbody>
            </table>`
    }
  </section>`
}
