import { html, nothing, type TemplateResult } from 'lit'
import type { CorrectionRecipient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { correctionsEn } from './corrections.en.ts'

type Channel = NonNullable<CorrectionRecipient['notification']>['channel']
const outcomes = ['notified', 'not-possible'] as const
type Outcome = (typeof outcomes)[number]
const channels = ['mail', 'fax', 'telephone', 'secure-message', 'in-person'] as const satisfies readonly Channel[]

export interface FilledNotification {
  readonly outcome: Outcome
  readonly on: string
  readonly channel: Channel
  readonly note?: string
}

interface NotificationActions {
  readonly leave: () => void
  readonly send: (filled: FilledNotification) => void
}

/** How a recipient was notified, or why it was not possible. */
export class NotificationForm {
  readonly #host: VisitElement
  readonly #t: Translate<typeof correctionsEn>
  #outcome: Outcome = 'notified'
  #missing: 'on' | 'note' | null = null

  constructor(host: VisitElement, t: Translate<typeof correctionsEn>) {
    this.#host = host
    this.#t = t
  }

  begin(): void {
    this.#outcome = 'notified'
    this.#missing = null
  }

  #submit(event: Event, send: NotificationActions['send']): void {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const typed = (name: string): string => {
      const value = given.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [on, note, outcome] = [typed('on'), typed('note'), this.#outcome]
    const channel = channels.find((each) => each === typed('channel')) ?? 'mail'
    this.#missing = on === '' ? 'on' : outcome === 'not-possible' && note === '' ? 'note' : null
    this.#host.requestUpdate()
    if (this.#missing !== null) return void moveFocus(this.#host, `#notification-${this.#missing}`)
    send({ outcome, on, channel, ...(outcome === 'not-possible' && { note }) })
  }

  #fault(field: 'on' | 'note'): unknown {
    return this.#missing === field
      ? html`<p class="error" id="notification-fault" role="alert">${this.#t(`${field}Missing`)}</p>`
      : nothing
  }

  render({ leave, send }: NotificationActions): TemplateResult {
    const t = this.#t
    const described = (field: 'on' | 'note') => (this.#missing === field ? 'notification-fault' : nothing)
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, send)}>
      <fieldset class="field">
        <legend>${t('outcome')}</legend>
        ${outcomes.map(
          (each) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="outcome"
                value=${each}
                .checked=${this.#outcome === each}
                @change=${() => {
                  this.#outcome = each
                  this.#host.requestUpdate()
                }}
              />${t(`outcome_${each}`)}</label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for="notification-on">${t('on')}</label>
        ${this.#fault('on')}
        <input
          id="notification-on"
          name="on"
          type="date"
          .defaultValue=${this.#host.format.today}
          aria-describedby=${described('on')}
        />
      </div>
      <div class="field">
        <label for="notification-channel">${t('channel')}</label>
        <select id="notification-channel" name="channel">
          ${channels.map((each) => html`<option value=${each}>${t(`channel_${each}`)}</option>`)}
        </select>
      </div>
      ${
        this.#outcome === 'not-possible'
          ? html`<div class="field">
              <label for="notification-note">${t('note')}</label>
              ${this.#fault('note')}
              <textarea
                id="notification-note"
                name="note"
                dir="auto"
                rows="2"
                maxlength="1000"
                aria-describedby=${described('note')}
              ></textarea>
            </div>`
          : nothing
      }
      <div class="row wrap">
        <button class="btn primary small" type="submit">${t('save')}</button>
        <button class="btn small" type="button" @click=${leave}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
