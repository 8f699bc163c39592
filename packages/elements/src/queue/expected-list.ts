import { html, nothing, type TemplateResult } from 'lit'
import type { Queue } from '@visitkit/sdk'
import { dayKey, localized, type Formatter } from '../core/format.ts'
import type { GuestsOfList } from '../guests/guests-of-list.ts'
import type { QueueParts } from './queue-parts.ts'
import { alertChips, guestsOf, reasonText, type QueueTranslate } from './queue-table.ts'

/** Before midnight the list has visits of the next day too. */
const timeOf = (format: Formatter, start: string): string =>
  dayKey(start, format.zone) === format.today ? format.time(start) : format.moment(start)

/** Today's appointments without a check-in, with the alerts of those who have answered. */
export const expectedList = (
  t: QueueTranslate,
  format: Formatter,
  expected: Queue['expected'],
  guests: GuestsOfList | null,
  { emergency, spoken }: Pick<QueueParts, 'emergency' | 'spoken'>,
): TemplateResult =>
  html`<section class="card pad tight" aria-labelledby="expected">
    <h3 id="expected">${t('expectedHeading')}</h3>
    ${
      expected.length === 0
        ? html`<p class="muted">${t('expectedEmpty')}</p>`
        : html`<ul>
            ${expected.map(
              ({ id: appointmentId, start, patient, visitTypeName, alerts, reason, modality, requiredConsents }) =>
                html`<li class="expected">
                  <span class="num">${timeOf(format, start)}</span>
                  <span class="tight">
                    <b>${patient?.displayName ?? ''}</b> ${alertChips(t, alerts)}
                    <span class="small muted">${localized(visitTypeName, format.tag)}${reasonText({ t }, reason)}</span>
                  </span>
                  ${
                    modality === 'in-person'
                      ? nothing
                      : html`<span class="acts"
                          >${guestsOf({ t, format, guests }, { appointmentId, start, name: patient?.displayName ?? '' })}
                          ${
                            requiredConsents.length > 0
                              ? spoken?.button({ appointmentId, name: patient?.displayName ?? '' })
                              : nothing
                          }
                          ${emergency?.button({ appointmentId, name: patient?.displayName ?? '', isCheckedIn: false })}</span
                        >`
                  }
                </li>`,
            )}
          </ul>`
    }
  </section>`
