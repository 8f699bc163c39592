import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PrivacyDenialGround, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import { reloadPages, type LoadedPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import type { Translate } from '../core/localize.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { amendmentsEn } from './amendments.en.ts'
import { amendmentsMessages } from './amendments.messages.ts'

/** The grounds that fit each kind, as the server knows them. */
const grounds: Readonly<Record<PrivacyRequest['kind'], readonly PrivacyDenialGround[]>> = {
  correction: ['accurate-and-complete', 'not-created-here', 'not-in-record', 'not-open-to-patient'],
  restriction: ['not-agreed'],
  erasure: ['must-be-kept', 'legal-hold'],
  copy: ['not-in-record', 'psychotherapy-notes', 'legal-proceeding', 'endangers-life', 'confidential-source'],
}

type Act = 'answer' | 'extend'
/** The request whose form is open. */
type Open = { readonly id: string; readonly act: Act } | null

/**
 * Requests of patients about their records, the oldest first: accept, deny on a listed ground, or take more time once. A panel of the host,
 * which calls `follow`, `view` and `clear`. Needs the styles of cards, buttons, fields and lists.
 */
export class AmendmentsPanel {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #t: Translate<typeof amendmentsEn>
  readonly #list: Loader<LoadedPages<PrivacyRequest>>
  readonly #acting: Loader<true>
  #pages = 1
  #open: Open = null
  #decision: 'accepted' | 'denied' = 'accepted'
  #isMissing = false

  constructor(host: VisitElement, client: VisitClient) {
    this.#host = host
    this.#client = client
    this.#t = host.language.bundle(amendmentsMessages)
    host.language.refresh()
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
  }

  get count(): number {
    return this.#list.value?.items.length ?? 0
  }

  get isRead(): boolean {
    return this.#list.value !== undefined
  }

  /** Reads the list, and again after each change. What is typed stays. */
  follow(signal: AbortSignal): void {
    this.#read()
    this.#client.watch({ types: ['privacy-request.changed'] }, () => this.#read(), { signal })
  }

  #read(): void {
    void this.#list.run((signal) => reloadPages(this.#client.rights.waiting({ limit: 20 }, { signal }), this.#pages), {
      quietly: true,
    })
  }

  clear(): void {
    this.#list.reset()
    this.#acting.reset()
    this.#open = null
    this.#pages = 1
    this.#isMissing = false
  }

  #show(open: Open): void {
    this.#open = open
    this.#decision = 'accepted'
    this.#isMissing = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, open === null ? '#privacy-requests' : '#privacy-text')
  }

  async #send(event: Event, { id, version }: PrivacyRequest, act: Act): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const [text, ground] = ['text', 'ground'].map((name) => {
      const value = given.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }) as [string, PrivacyDenialGround]
    this.#isMissing = text === ''
    this.#host.requestUpdate()
    if (this.#isMissing) return moveFocus(this.#host, '#privacy-text')
    const decision = this.#decision
    const done = await this.#acting.run(async (signal) => {
      if (act === 'extend') await this.#client.rights.extend(id, { reason: text, version }, { signal })
      else {
        const denial = decision === 'denied' ? { ground } : {}
        await this.#client.rights.decide(id, { decision, text, version, ...denial }, { signal })
      }
      return true as const
    })
    if (!done) return
    this.#show(null)
    this.#read()
    this.#host.announce(this.#t(act === 'extend' ? 'extended' : 'answered'))
  }

  view(): unknown {
    const t = this.#t
    const { now } = this.#list
    const level = this.#host.headingLevel + 1
    const heading = html`<h3 id="privacy-requests" tabindex="-1" aria-level=${level}>${t('requestsHeading')}</h3>`
    if (now.state === 'failed')
      return html`<section class="card pad stack">
        ${heading} ${problemView(this.#host, now.problem, { texts: t, retry: () => this.#read() })}
      </section>`
    if (now.state !== 'ready') return loadingRows(t('requestsLoading'), 'card pad stack')
    const { items, next } = now.value
    return html`<section class="card pad stack">
      ${heading}
      ${
        items.length === 0
          ? html`<p class="muted">${t('requestsNone')}</p>`
          : html`<ul class="list">
              ${repeat(
                items,
                ({ id }) => id,
                (request) => this.#item(request),
              )}
            </ul>`
      }
      ${moreButton(t('more'), {
        next,
        busy: this.#list.busy,
        onMore: () => {
          this.#pages += 1
          this.#read()
        },
      })}
    </section>`
  }

  #item(request: PrivacyRequest): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { id, kind, patient, what, why, visitId, askedAt, dueAt, extension } = request
    const name = patient?.displayName ?? ''
    const isOver = Date.parse(dueAt) < Date.now()
    const open = this.#open?.id === id ? this.#open.act : null
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="tight"
          ><b dir="auto">${name}</b
          ><span class="small muted"
            >${format.list([t(`kind_${kind}`), ...(visitId ? [t('aboutNote')] : [])])} ·
            ${t('askedOn', { date: format.date(askedAt) })}</span
          ></span
        >
        <span class="chip">${t(isOver ? 'overdue' : 'dueOn', { date: format.date(dueAt) })}</span>
      </div>
      <p dir="auto">${what}</p>
      ${why ? html`<p class="small" dir="auto">${t('because', { why })}</p>` : nothing}
      ${extension ? html`<p class="small" dir="auto">${t('extendedBecause', { reason: extension.reason })}</p>` : nothing}
      ${
        open
          ? this.#form(request, open)
          : html`<div class="row wrap">
              <button
                class="btn small"
                type="button"
                aria-label=${t('answerToNamed', { name })}
                @click=${() => this.#show({ id, act: 'answer' })}
              >
                ${t('answerTo')}
              </button>
              ${
                extension || isOver
                  ? nothing
                  : html`<button
                      class="btn small"
                      type="button"
                      aria-label=${t('moreTimeNamed', { name })}
                      @click=${() => this.#show({ id, act: 'extend' })}
                    >
                      ${t('moreTime')}
                    </button>`
              }
            </div>`
      }
    </li>`
  }

  #choices({ kind, visitId }: PrivacyRequest): TemplateResult {
    const t = this.#t
    return html`<fieldset class="field">
        <legend>${t('decision')}</legend>
        ${(['accepted', 'denied'] as const).map(
          (each) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="decision"
                value=${each}
                .checked=${this.#decision === each}
                @change=${() => {
                  this.#decision = each
                  this.#host.requestUpdate()
                }}
              />${t(`decision_${each}`)}</label
            >`,
        )}
        ${kind === 'correction' && visitId ? html`<p class="small muted">${t('acceptHint')}</p>` : nothing}
        ${kind === 'erasure' ? html`<p class="small muted">${t('eraseHint')}</p>` : nothing}
      </fieldset>
      ${
        this.#decision === 'denied'
          ? html`<div class="field">
              <label for="privacy-ground">${t('ground')}</label>
              <select id="privacy-ground" name="ground">
                ${grounds[kind].map((each) => html`<option value=${each}>${t(`ground_${each}`)}</option>`)}
              </select>
            </div>`
          : nothing
      }`
  }

  #form(request: PrivacyRequest, act: Act): TemplateResult {
    const t = this.#t
    const isAnswer = act === 'answer'
    const { problem, busy } = this.#acting
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#send(event, request, act)}>
      ${isAnswer ? this.#choices(request) : nothing}
      <div class="field">
        <label for="privacy-text">${t(isAnswer ? 'answerText' : 'reason')}</label>
        ${
          this.#isMissing
            ? html`<p class="error" id="privacy-missing" role="alert">
                ${t(isAnswer ? 'answerMissing' : 'reasonMissing')}
              </p>`
            : nothing
        }
        <textarea
          id="privacy-text"
          name="text"
          dir="auto"
          rows="3"
          maxlength=${isAnswer ? 4000 : 1000}
          aria-invalid=${this.#isMissing ? 'true' : nothing}
          aria-describedby=${this.#isMissing ? 'privacy-missing' : nothing}
        ></textarea>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary small" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${t(isAnswer ? 'sendAnswer' : 'sendExtension')}
        </button>
        <button class="btn small" type="button" @click=${() => this.#show(null)}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
