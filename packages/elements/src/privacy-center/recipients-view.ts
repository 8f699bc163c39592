import { html, nothing, type TemplateResult } from 'lit'
import type { CorrectionRecipient, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { recipientsEn } from './recipients.en.ts'
import { recipientsMessages } from './recipients.messages.ts'

const isOver = ({ state }: CorrectionRecipient): boolean => state === 'notified' || state === 'not-possible'

/** Who was sent what was corrected, whether they know, and the patient's choice of those who may. */
export class RecipientsView {
  readonly #host: VisitElement
  readonly #t: Translate<typeof recipientsEn>
  readonly #change: Loader<true>
  /** The request whose choice is open. */
  #openId: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(recipientsMessages)
    host.language.refresh()
    this.#change = new Loader<true>(host)
  }

  reset(): void {
    this.#openId = null
    this.#change.reset()
  }

  #open(id: string | null): void {
    this.#openId = id
    this.#change.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, id === null ? '#yours' : '#recipients-form')
  }

  async #save(event: Event, client: VisitClient, { id, version }: PrivacyRequest, saved: () => unknown): Promise<void> {
    event.preventDefault()
    if (this.#change.busy) return
    const given = new FormData(event.target as HTMLFormElement)
    const typed = (name: string): string => {
      const value = given.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [name, address] = [typed('name'), typed('address')]
    const notify = given.getAll('notify').filter((each) => typeof each === 'string')
    const others = name === '' ? [] : [{ name, ...(address !== '' && { address }) }]
    const done = await this.#change.run(async (signal) => {
      await client.rights.chooseRecipients(id, { notify, others, version }, { signal })
      return true as const
    })
    if (!done) return
    await saved()
    this.#host.announce(this.#t('saved'))
    this.#open(null)
  }

  /** `saved`: reads the request again. */
  render(client: VisitClient, request: PrivacyRequest, saved: () => unknown): unknown {
    const { recipients } = request
    if (!recipients) return nothing
    const t = this.#t
    const isOpen = this.#openId === request.id
    const isAsked = recipients.some(({ state }) => state === 'asking')
    return html`<div class="asked stack">
      <div class="tight">
        <b class="small">${t('heading')}</b>
        <p>${t(recipients.length === 0 ? 'none' : 'intro')}</p>
      </div>
      ${
        recipients.length === 0
          ? nothing
          : html`<ul class="plain stack">
              ${recipients.map((one) => this.#item(one))}
            </ul>`
      }
      ${
        isOpen
          ? this.#form(client, request, saved)
          : html`<div>
              <button class="btn small" type="button" @click=${() => this.#open(request.id)}>
                ${t(isAsked || recipients.length === 0 ? 'choose' : 'change')}
              </button>
            </div>`
      }
    </div>`
  }

  #item({ kind, name, address, lastSentOn, state, notification }: CorrectionRecipient): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const day = (on: string): string => format.at('UTC').date(`${on}T12:00:00Z`)
    return html`<li class="tight">
      <b dir="auto">${name}</b>
      ${address ? html`<span class="small text-block" dir="auto">${address}</span>` : nothing}
      <span class="small muted"
        >${[t(`kind_${kind}`), ...(lastSentOn ? [t('lastSent', { date: day(lastSentOn) })] : [])].join(' · ')}</span
      >
      <span>${t(`state_${state}`)}</span>
      ${
        notification
          ? html`<span class="small muted"
                >${t(notification.by ? 'whenBy' : 'when', {
                  date: day(notification.on),
                  channel: t(`channel_${notification.channel}`),
                  name: notification.by ?? '',
                })}</span
              >
              ${notification.note ? html`<p class="small text-block" dir="auto">${notification.note}</p>` : nothing}`
          : nothing
      }
    </li>`
  }

  #form(client: VisitClient, request: PrivacyRequest, saved: () => unknown): TemplateResult {
    const t = this.#t
    const { problem, busy } = this.#change
    const open = (request.recipients ?? []).filter((one) => !isOver(one))
    return html`<form
      id="recipients-form"
      tabindex="-1"
      class="stack"
      aria-label=${t('choose')}
      novalidate
      @submit=${(event: Event) => void this.#save(event, client, request, saved)}
    >
      ${
        open.length === 0
          ? nothing
          : html`<fieldset class="field">
              <legend>${t('may')}</legend>
              ${open.map(
                ({ id, name, state }) =>
                  html`<label class="choice"
                    ><input type="checkbox" name="notify" value=${id} ?checked=${state === 'to-notify'} /><span
                      dir="auto"
                      >${name}</span
                    ></label
                  >`,
              )}
            </fieldset>`
      }
      <div class="field">
        <label for="recipient-name">${t('otherName')}</label>
        <input id="recipient-name" name="name" dir="auto" maxlength="200" />
      </div>
      <div class="field">
        <label for="recipient-address">${t('otherAddress')}</label>
        <textarea id="recipient-address" name="address" dir="auto" rows="2" maxlength="500"></textarea>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>${t('save')}</button>
        <button class="btn" type="button" @click=${() => this.#open(null)}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
