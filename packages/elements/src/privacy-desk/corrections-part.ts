import { html, nothing, type TemplateResult } from 'lit'
import type { CorrectionRecipient, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { dayText } from './case-facts.ts'
import type { correctionsEn } from './corrections.en.ts'
import { correctionsMessages } from './corrections.messages.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, type DeskPage } from './desk-views.ts'
import { NotificationForm, type FilledNotification } from './notification-form.ts'

const pageSize = 20

const isOpen = ({ state }: CorrectionRecipient): boolean => state === 'to-notify' || state === 'not-possible'

/** Recipients of corrections that patients agreed to: a letter to each, and what was done. */
export class CorrectionsPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof correctionsEn>
  readonly #list: Loader<DeskPage<PrivacyRequest>>
  readonly #acting: Loader<true>
  readonly #form: NotificationForm
  #client: VisitClient | null = null
  #pages = 1
  /** The recipient whose form is open, or whose letter is made. */
  #at: string | null = null
  #isOpen = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(correctionsMessages)
    host.language.refresh()
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
    this.#form = new NotificationForm(host, this.#t)
  }

  open(client: VisitClient, signal: AbortSignal): void {
    this.#client = client
    this.#read()
    client.watch({ types: ['privacy-request.changed'] }, () => this.#read(), { signal })
  }

  reset(): void {
    this.#list.reset()
    this.#acting.reset()
    this.#client = this.#at = null
    this.#isOpen = false
    this.#pages = 1
  }

  #read(): void {
    const client = this.#client
    if (!client) return
    const asked = { waitsFor: 'notification', limit: pageSize } as const
    void this.#list.run((signal) => reloadPages(client.rights.waiting(asked, { signal }), this.#pages), {
      quietly: true,
    })
  }

  #show(recipientId: string | null): void {
    this.#at = recipientId
    this.#isOpen = recipientId !== null
    this.#acting.reset()
    this.#form.begin()
    this.#host.requestUpdate()
    void moveFocus(this.#host, recipientId === null ? '#corrections-heading' : '#notification-on')
  }

  /** One act; what it says afterwards is announced. */
  async #act(said: string, work: (client: VisitClient) => Promise<unknown>): Promise<boolean> {
    const client = this.#client
    if (!client || this.#acting.busy) return false
    const done = await this.#acting.run(async () => {
      await work(client)
      return true as const
    })
    if (done) this.#host.announce(said)
    return done === true
  }

  #letter(requestId: string, recipientId: string): void {
    this.#at = recipientId
    this.#isOpen = false
    const language = this.#host.format.tag.split('-')[0] ?? 'en'
    void this.#act(this.#t('letterMade'), async ({ rights }) => {
      saveFile(
        await rights.letter(requestId, recipientId, { language }, { timeoutMs: 60_000 }),
        `${this.#t('fileName')}.pdf`,
      )
    })
  }

  async #send({ id, version }: PrivacyRequest, recipientId: string, filled: FilledNotification): Promise<void> {
    const isDone = await this.#act(this.#t('saved'), ({ rights }) =>
      rights.recordNotification(id, recipientId, { ...filled, version }),
    )
    this.#read()
    if (isDone) this.#show(null)
  }

  #recipient(request: PrivacyRequest, one: CorrectionRecipient): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { id, name, address, kind, lastSentOn, chosenAt, state, notification } = one
    const isAt = this.#at === id
    const { problem } = this.#acting
    return html`<li class="stack">
      <div class="tight">
        <b dir="auto">${name}</b>
        ${address ? html`<p class="small text" dir="auto">${address}</p>` : nothing}
        <p class="small muted">
          ${[
            t(`kind_${kind}`),
            ...(lastSentOn ? [t('lastSent', { date: dayText(format, lastSentOn) })] : []),
            ...(chosenAt ? [t('agreedOn', { date: format.date(chosenAt) })] : []),
          ].join(' · ')}
        </p>
        ${
          state === 'not-possible' && notification
            ? html`<p class="small" dir="auto">
                ${t('failed', { date: dayText(format, notification.on), note: notification.note ?? '' })}
              </p>`
            : nothing
        }
      </div>
      ${isAt && problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${
        isAt && this.#isOpen
          ? this.#form.render({
              leave: () => this.#show(null),
              send: (filled) => void this.#send(request, id, filled),
            })
          : html`<div class="row wrap">
              <button
                class="btn small"
                type="button"
                aria-label=${t('letterOf', { name })}
                @click=${() => this.#letter(request.id, id)}
              >
                ${t('letter')}
              </button>
              <button
                class="btn small"
                type="button"
                aria-label=${t('recordOf', { name })}
                @click=${() => this.#show(id)}
              >
                ${t('record')}
              </button>
            </div>`
      }
    </li>`
  }

  #item(request: PrivacyRequest): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { patient, what, decision, disagreement, recipients = [] } = request
    const open = recipients.filter(isOpen)
    const others = recipients.filter((one) => !isOpen(one))
    return html`<li>
      <div class="tight">
        <b dir="auto">${patient?.displayName ?? ''}</b>
        <span class="small muted"
          >${
            disagreement
              ? t('disagreedOn', { date: format.date(disagreement.at) })
              : decision
                ? t('acceptedOn', { date: format.date(decision.at) })
                : nothing
          }</span
        >
        <p class="text" dir="auto">${what}</p>
      </div>
      <ul class="plain stack">
        ${open.map((one) => this.#recipient(request, one))}
      </ul>
      ${
        others.length === 0
          ? nothing
          : html`<ul class="plain tight small">
              ${others.map(
                ({ name, state }) =>
                  html`<li class="row between wrap">
                    <span dir="auto">${name}</span><span class="chip">${t(`state_${state}`)}</span>
                  </li>`,
              )}
            </ul>`
      }
    </li>`
  }

  render(level: number, _retry: () => void): TemplateResult {
    const t = this.#t
    return html`<section aria-labelledby="corrections-heading">
      <div class="part">
        <div class="tight">
          <h3 id="corrections-heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t('hint')}</p>
        </div>
      </div>
      ${deskRows(this.#host, this.#list, {
        texts: t,
        words: { loading: t('loading'), empty: t('empty'), emptyText: t('emptyText'), more: t('more') },
        retry: () => this.#read(),
        row: (one) => this.#item(one),
        isReading: this.#list.busy,
        onMore: () => {
          this.#pages += 1
          this.#read()
        },
      })}
    </section>`
  }
}
