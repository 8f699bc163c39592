import { html, nothing, type TemplateResult } from 'lit'
import type { Consent } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { spokenRecordEn } from './spoken-record.en.ts'
import { spokenRecordMessages } from './spoken-record.messages.ts'

/** Who said a decision that a member of staff recorded, how, in which role it was recorded and when. */
export class SpokenRecord {
  readonly #host: VisitElement
  readonly #t: Translate<typeof spokenRecordEn>
  readonly #wantAccesses: ((patientId: string) => void) | undefined

  constructor(host: VisitElement, wantAccesses?: (patientId: string) => void) {
    this.#host = host
    this.#t = host.language.bundle(spokenRecordMessages)
    this.#wantAccesses = wantAccesses
  }

  sentence({ spoken, signedName: name = '', decidedAt }: Consent): string {
    const t = this.#t
    const when = this.#host.format.momentWithYear(decidedAt)
    if (!spoken) return t('recordedOnly', { when })
    const how = t(`how_${spoken.channel}`)
    return `${t(`saidBy_${spoken.saidBy}`, { name, how })} ${t('recorded', { when, role: t(`role_${spoken.role}`) })}`
  }

  render(consent: Consent): TemplateResult {
    const t = this.#t
    const wantAccesses = this.#wantAccesses
    return html`<div class="tight">
      <span class="small" dir="auto">${this.sentence(consent)}</span>
      <span class="small muted">${t('wrong')}</span>
      ${
        wantAccesses
          ? html`<div>
              <button
                class="btn quiet small start"
                type="button"
                aria-label=${t('askOf', { title: consent.title })}
                @click=${() => wantAccesses(consent.patientId)}
              >
                ${t('ask')}
              </button>
            </div>`
          : nothing
      }
    </div>`
  }
}
