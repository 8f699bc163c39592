import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { NoteSummary, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import { reloadPages, type LoadedPages } from '../chart/reload-pages.ts'
import { localized } from '../core/format.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { PrivacyPart, type PrivacyTranslate } from './privacy-part.ts'
import { RecipientsView } from './recipients-view.ts'

const kinds = ['correction', 'restriction', 'copy', 'erasure'] as const
type Kind = PrivacyRequest['kind']

interface Asked {
  readonly requests: LoadedPages<PrivacyRequest>
  /** Notes that a correction can be about. */
  readonly notes: readonly NoteSummary[]
}

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the patient asked for, with the answers, and a form to ask. */
export class RequestsPart extends PrivacyPart {
  #list: Loader<Asked>
  #recipients: RecipientsView
  #pages = 1
  #kind: Kind = 'correction'
  #isMissing = false
  /** The denial to which the person answers. */
  #answeringId: string | null = null
  #sentFrom: 'ask' | 'disagree' = 'ask'
  #isSent = false

  constructor(host: VisitElement, t: PrivacyTranslate) {
    super(host, t)
    this.#list = new Loader(host)
    this.#recipients = new RecipientsView(host)
  }

  override reset(): void {
    super.reset()
    this.#list.reset()
    this.#recipients.reset()
    this.#pages = 1
    this.#kind = 'correction'
    this.#answeringId = null
    this.#isMissing = this.#isSent = false
  }

  override async load(client: VisitClient, patientId: string, quietly = false): Promise<void> {
    await super.load(client, patientId)
    await this.#list.run(
      async (signal) => {
        const [requests, notes] = await Promise.all([
          reloadPages(client.rights.list(patientId, { limit: 20 }, { signal }), this.#pages),
          client.notes.ofPatient(patientId, { limit: 50 }, { signal }).page(),
        ])
        return { requests, notes: notes.items }
      },
      { quietly },
    )
  }

  async #again(): Promise<void> {
    if (this.of) await this.load(this.of.client, this.of.patientId, true)
  }

  #ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const given = new FormData(form)
    const [what, why, visitId] = [typed(given, 'what'), typed(given, 'why'), typed(given, 'visit')]
    this.#sentFrom = 'ask'
    this.#isSent = false
    this.#isMissing = what === ''
    this.host.requestUpdate()
    if (this.#isMissing) return moveFocus(this.host, '#what')
    const kind = this.#kind
    const about = kind === 'correction' && visitId !== '' ? { visitId } : {}
    const done = await this.act((client, patientId, signal) =>
      client.rights.ask(patientId, { kind, what, ...(why && { why }), ...about }, { signal }),
    )
    if (!done) return
    form.reset()
    this.#kind = 'correction'
    this.#isSent = true
    await this.#again()
    this.host.announce(this.t('sent'))
    await moveFocus(this.host, '#yours')
  }

  #answer(id: string | null): void {
    this.#answeringId = id
    this.host.requestUpdate()
    void moveFocus(this.host, id === null ? '#yours' : '#statement')
  }

  async #disagree(event: Event, { id, version }: PrivacyRequest): Promise<void> {
    event.preventDefault()
    const text = typed(new FormData(event.target as HTMLFormElement), 'statement')
    if (text === '') return moveFocus(this.host, '#statement')
    this.#sentFrom = 'disagree'
    const done = await this.act((client, _, signal) => client.rights.disagree(id, { text, version }, { signal }))
    if (!done) return
    await this.#again()
    this.host.announce(this.t('disagreed'))
    this.#answer(null)
  }

  override render(): unknown {
    const { now } = this.#list
    if (now.state === 'failed')
      return problemView(this.host, now.problem, { texts: this.t, retry: () => this.host.startAgain() })
    if (now.state !== 'ready') return this.skeleton
    const { requests, notes } = now.value
    return html`${this.#form(notes)}
      <section class="stack part">
        <h3 id="yours" tabindex="-1">${this.t('yours')}</h3>
        ${this.#isSent ? html`<p>${this.t('sent')}</p>` : nothing}
        ${
          requests.items.length === 0
            ? html`<p class="muted">${this.t('yoursNone')}</p>`
            : html`<ul class="lined">
                ${repeat(
                  requests.items,
                  ({ id }) => id,
                  (request) => this.#item(request, notes),
                )}
              </ul>`
        }
        ${moreButton(this.t('more'), {
          next: requests.next,
          busy: this.#list.busy,
          onMore: () => {
            this.#pages += 1
            void this.#again()
          },
        })}
      </section>`
  }

  #visitName({ visitAt, templateName }: NoteSummary): string {
    const { format } = this.host
    return [format.date(visitAt), templateName && localized(templateName, format.tag)].filter(Boolean).join(' · ')
  }

  #form(notes: readonly NoteSummary[]): TemplateResult {
    const t = this.t
    const kind = this.#kind
    return html`<form class="stack" novalidate @submit=${this.#ask}>
      <fieldset class="field">
        <legend>${t('kind')}</legend>
        ${kinds.map(
          (each) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="kind"
                value=${each}
                .checked=${each === kind}
                @change=${() => {
                  this.#kind = each
                  this.host.requestUpdate()
                }}
              />${t(`kind_${each}`)}</label
            >`,
        )}
      </fieldset>
      ${
        kind === 'correction' && notes.length > 0
          ? html`<div class="field">
              <label for="visit">${t('visit')}</label>
              <select id="visit" name="visit">
                <option value="">${t('visitNone')}</option>
                ${notes.map((note) => html`<option value=${note.visitId}>${this.#visitName(note)}</option>`)}
              </select>
            </div>`
          : nothing
      }
      ${kind === 'erasure' ? html`<p class="muted">${t('eraseText')}</p>` : nothing}
      <div class="field">
        <label for="what">${t(`what_${kind}`)}</label>
        <textarea
          id="what"
          name="what"
          dir="auto"
          rows="4"
          maxlength="4000"
          aria-invalid=${this.#isMissing ? 'true' : nothing}
          aria-describedby=${this.#isMissing ? 'what-missing' : nothing}
        ></textarea>
        ${this.#isMissing ? html`<p class="error" id="what-missing" role="alert">${t('whatMissing')}</p>` : nothing}
      </div>
      <div class="field">
        <label for="why">${t('why')}</label>
        <textarea id="why" name="why" dir="auto" rows="2" maxlength="4000"></textarea>
      </div>
      ${this.#sentFrom === 'ask' ? this.problem : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${t('send')}
        </button>
      </div>
    </form>`
  }

  #item(request: PrivacyRequest, notes: readonly NoteSummary[]): TemplateResult {
    const { t, host } = this
    const { id, kind, what, status, askedAt, askedByKind, dueAt, extension, decision, disagreement } = request
    const note = notes.find(({ visitId }) => visitId === request.visitId)
    const mayDisagree = kind === 'correction' && status === 'denied' && !disagreement
    return html`<li class="stack">
      <div class="tight">
        <b>${t(`kind_${kind}`)}</b>
        <span class="small muted"
          >${t(askedByKind === 'proxy' ? 'askedByOther' : 'askedOn', { date: host.format.date(askedAt) })}${
            note ? html` · ${this.#visitName(note)}` : nothing
          }</span
        >
        <p class="text-block" dir="auto">${what}</p>
      </div>
      <div class="tight">
        <b class="small">${t(`status_${status}`)}</b>
        ${status === 'waiting' ? html`<p>${t('dueOn', { date: host.format.date(dueAt) })}</p>` : nothing}
        ${
          status === 'waiting' && extension
            ? html`<p dir="auto">${t('extended', { reason: extension.reason })}</p>`
            : nothing
        }
        ${
          decision
            ? html`<span class="small muted"
                  >${
                    decision.by
                      ? t('answered', { date: host.format.date(decision.at), name: decision.by })
                      : t('answeredByClinic', { date: host.format.date(decision.at) })
                  }</span
                >
                ${decision.ground ? html`<p>${t(`ground_${decision.ground}`)}</p>` : nothing}
                ${
                  decision.keptUntil
                    ? html`<p>
                        ${t('keptUntil', { date: host.format.at('UTC').date(`${decision.keptUntil}T12:00:00Z`) })}
                      </p>`
                    : nothing
                }
                <p class="text-block" dir="auto">${decision.text}</p>`
            : nothing
        }
      </div>
      ${
        disagreement
          ? html`<div class="tight asked">
              <b class="small">${t('yourStatement')}</b>
              <p class="text-block" dir="auto">${disagreement.text}</p>
            </div>`
          : nothing
      }
      ${
        mayDisagree && this.#answeringId !== id
          ? html`<div>
              <button
                class="btn small"
                type="button"
                aria-label=${t('disagreeOf', { what })}
                @click=${() => this.#answer(id)}
              >
                ${t('disagree')}
              </button>
            </div>`
          : nothing
      }
      ${mayDisagree && this.#answeringId === id ? this.#statement(request) : nothing}
      ${this.of ? this.#recipients.render(this.of.client, request, () => this.#again()) : nothing}
    </li>`
  }

  #statement(request: PrivacyRequest): TemplateResult {
    const t = this.t
    return html`<form class="asked stack" novalidate @submit=${(event: Event) => void this.#disagree(event, request)}>
      <div class="field">
        <label for="statement">${t('disagreeLabel')}</label>
        <textarea
          id="statement"
          name="statement"
          dir="auto"
          rows="4"
          maxlength="4000"
          aria-describedby="statement-hint"
        ></textarea>
        <p class="small muted" id="statement-hint">${t('disagreeHint')}</p>
      </div>
      ${this.#sentFrom === 'disagree' ? this.problem : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${t('disagreeSend')}
        </button>
        <button class="btn" type="button" @click=${() => this.#answer(null)}>${t('disagreeCancel')}</button>
      </div>
    </form>`
  }
}
