import { html, nothing, type TemplateResult } from 'lit'
import type { Participant, Visit } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { callRecordMessages } from './call-record.messages.ts'

/** What went wrong in the calls of a visit, in words, for each person who was in the room. */
export const callRecord = (host: VisitElement): ((visit: Visit) => TemplateResult) => {
  const t = host.language.bundle(callRecordMessages)
  const side = ({ role, troubles }: Participant): TemplateResult | typeof nothing =>
    troubles.length === 0
      ? nothing
      : html`<h4>${t(`who_${role}`)}</h4>
          <ul class="rows">
            ${troubles.map(
              ({ trouble, count }) =>
                html`<li class="row between wrap">
                  <span>${t(`trouble_${trouble}`)}</span>
                  <span class="small muted num">${t('count', { count })}</span>
                </li>`,
            )}
          </ul>`
  return ({ participants }) => {
    if (participants.length === 0) return html`<p class="small muted">${t('notHeld')}</p>`
    if (participants.every(({ troubles }) => troubles.length === 0))
      return html`<p class="small muted">${t('noTroubles')}</p>`
    return html`${participants.map(side)}
      <p class="small muted">${t('fromBrowsers')}</p>`
  }
}
