import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { isProblem, type VisitClient, type VisitSummary } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { followWatch } from '../core/follow-watch.ts'
import { localized } from '../core/format.ts'
import { iconBack, iconDownload, iconNext } from '../core/icons.ts'
import { nameForWhom } from '../core/for-whom.ts'
import { Loader } from '../core/loader.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { summarySections } from './summary-sections.ts'
import { summaryMessages } from './summary.messages.ts'
import { summaryStyles } from './summary.styles.ts'
import { SurveyForm } from './survey-form.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-book-requested': CustomEvent<{ visitTypeId: string | null; practitionerId: string | null }>
    'visit-survey-answered': CustomEvent<{ visitId: string }>
  }
}

type SummaryListPage = Awaited<ReturnType<ReturnType<VisitClient['summaries']['ofPatient']>['page']>>
const pageQuery = { limit: 20 }

/**
 * The summary of a visit for the patient: what to do, medications, tests, the next visit, and a short survey. Without a visit it lists all
 * summaries. A summary that is not published yet appears when it is.
 *
 * @fires visit-book-requested - {CustomEvent<{ visitTypeId: string | null, practitionerId: string | null }>} The patient wants to book
 *   the proposed visit: show the booking.
 * @fires visit-survey-answered - {CustomEvent<{ visitId: string }>} The survey was submitted.
 * @csspart heading - The heading.
 */
export class VisitSummaryElement extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, summaryStyles]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    patientId: { attribute: 'patient-id' },
    openId: { attribute: 'open-id' },
    opened: { state: true, attribute: false },
  }
  static override restartOn = ['visitId', 'patientId', 'openId', 'opened']

  /** The id of the visit. Default: a list of all summaries. */
  declare visitId: string | undefined
  /** The id of the patient for the list. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The id of the visit whose summary is opened first and gets the focus, such as the one that a notice announces. The list is behind it. */
  declare openId: string | undefined
  /** The visit that the person opened; null after they went back to the list. */
  declare private opened: string | null | undefined

  #t = this.language.bundle(summaryMessages)
  #patient = new PatientChoice(this)
  #list = new Loader<SummaryListPage>(this)
  /** Null until it is published. */
  #summary = new Loader<VisitSummary | null>(this)
  #file = new Loader<true>(this)
  #survey = new SurveyForm(this, this.#t)
  /** Who followed a link or pressed a button gets the focus on what it led to, once that is loaded. */
  #isFocusDue = false

  get #shown(): string | undefined {
    if (this.visitId) return this.visitId
    return this.opened === undefined ? this.openId : (this.opened ?? undefined)
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const visitId = this.#shown
    if (visitId) void this.#follow(client, visitId, signal)
    else void this.#load(client)
  }

  protected override wipe(): void {
    for (const loader of [this.#patient, this.#list, this.#summary, this.#file]) loader.reset()
    this.#survey.reset()
    this.opened = undefined
  }

  async #follow(client: VisitClient, visitId: string, signal: AbortSignal): Promise<void> {
    this.#summary.reset()
    const watch = client.watch((reading) => readSummary(client, visitId, reading), {
      on: ['summary.changed', 'prescription.changed', 'lab-order.changed', 'referral.changed'],
      signal,
    })
    const shown = await this.#summary.run(() => followWatch(watch, (changed) => this.#changed(client, changed)))
    if (!shown) return
    void nameForWhom(this, this.connection, shown.patientId)
    this.#survey.load(client, visitId)
  }

  #changed(client: VisitClient, summary: VisitSummary | null): void {
    const appeared = summary && this.#summary.value === null
    this.#summary.set(summary)
    if (!appeared) return
    this.#survey.load(client, summary.visitId)
    this.announce(this.#t('doHeading'))
  }

  async #load(client: VisitClient): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    if (patientId) await this.#list.run((signal) => client.summaries.ofPatient(patientId, pageQuery, { signal }).page())
  }

  #more = async (): Promise<void> => {
    const [client, patientId, shown] = [this.client, this.#patient.value?.id, this.#list.value]
    if (!client || !shown?.nextCursor || !patientId) return
    const cursor = shown.nextCursor
    await this.#list.run(
      async (signal) => {
        const next = await client.summaries.ofPatient(patientId, pageQuery, { signal }).page(cursor)
        return { ...next, items: [...shown.items, ...next.items] }
      },
      { quietly: true },
    )
  }

  #download = async ({ visitId }: VisitSummary): Promise<void> => {
    const { client } = this
    if (!client || this.#file.busy) return
    this.announce(this.#t('downloading'))
    const done = await this.#file.run(async (signal) => {
      saveFile(await client.summaries.pdf(visitId, { signal }), `${this.#t('fileName')}.pdf`)
      return true as const
    })
    if (done) this.announce(this.#t('downloaded'))
  }

  #book({ nextVisit }: VisitSummary): void {
    if (!nextVisit) return
    const { visitTypeId, practitionerId = null } = nextVisit
    emit(this, 'visit-book-requested', { visitTypeId, practitionerId })
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('openId') && this.openId) this.#isFocusDue = true
    super.willUpdate(changed)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const heading = this.#isFocusDue ? this.renderRoot.querySelector<HTMLElement>('#heading') : null
    if (heading) this.#isFocusDue = false
    heading?.focus()
  }

  #open(visitId: string | null): void {
    this.opened = visitId
    this.#isFocusDue = true
  }

  #one(summary: VisitSummary): TemplateResult {
    const [t, level] = [this.#t, this.headingLevel + 1]
    const type = localized(summary.visitTypeName, this.language.tag)
    return html`<div class="card">
      <div class="pad row between wrap">
        <div class="tight">
          <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>
            ${t('withWhom', { type, name: summary.practitioner.displayName })}
          </h3>
          <p class="small muted num">
            <time datetime=${summary.visitAt}>${this.format.date(summary.visitAt)}</time>
          </p>
        </div>
        <button
          class="btn"
          type="button"
          aria-disabled=${this.#file.busy ? 'true' : nothing}
          @click=${() => void this.#download(summary)}
        >
          ${iconDownload} ${t('download')}
        </button>
      </div>
      ${
        summary.correctedAt
          ? html`<div class="pad">
              <div class="banner warn">
                <div class="tight">
                  <p><b>${t('corrected', { when: this.format.date(summary.correctedAt) })}</b></p>
                  <p>${t('correctedText')}</p>
                </div>
              </div>
            </div>`
          : nothing
      }
      ${this.#file.problem ? html`<div class="pad">${problemView(this, this.#file.problem, { retry: () => void this.#download(summary) })}</div>` : nothing}
      ${summarySections({ t, format: this.format, summary, level, onBook: () => this.#book(summary) })}
      ${this.#survey.render(level)}
    </div>`
  }

  #visit(): unknown {
    const { now } = this.#summary
    const t = this.#t
    const body =
      now.state === 'failed'
        ? problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
        : now.state !== 'ready'
          ? this.#skeleton()
          : now.value
            ? this.#one(now.value)
            : html`<div class="card empty tight">
                <h3 id="heading" tabindex="-1" aria-level=${this.headingLevel}>${t('draftHeading')}</h3>
                <p class="muted">${t('draftText')}</p>
              </div>`
    if (this.visitId) return body
    return html`<div class="stack">
      <div>
        <button class="btn quiet start" type="button" @click=${() => this.#open(null)}>${iconBack} ${t('back')}</button>
      </div>
      ${body}
    </div>`
  }

  #listed({ items, nextCursor }: SummaryListPage): TemplateResult {
    const t = this.#t
    return html`<section class="card" aria-labelledby="heading">
      <div class="pad tight">
        <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${t('listHeading')}</h3>
        <p class="small muted">${t('listIntro')}</p>
      </div>
      ${
        items.length === 0
          ? html`<div class="empty tight part">
              <h4 aria-level=${this.headingLevel + 1}>${t('listEmptyHeading')}</h4>
              <p class="small muted">${t('listEmptyText')}</p>
            </div>`
          : html`<ul class="picks part">
              ${items.map(
                ({ visitId, visitAt, visitTypeName, practitioner }) =>
                  html`<li>
                    <button class="pick" type="button" @click=${() => this.#open(visitId)}>
                      <span class="grow"
                        ><b>${localized(visitTypeName, this.language.tag)}</b><br /><span class="small muted num"
                          >${this.format.list([practitioner.displayName, this.format.date(visitAt)])}</span
                        ></span
                      >
                      ${iconNext}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${
        nextCursor
          ? html`<div class="pad part">
              <button class="btn wide" type="button" @click=${this.#more}>${t('more')}</button>
            </div>`
          : nothing
      }
    </section>`
  }

  #skeleton(): TemplateResult {
    return html`<div class="card pad stack" aria-busy="true">
      <p class="visually-hidden" role="status">${this.#t('loading')}</p>
      <span class="skeleton title half"></span><span class="skeleton"></span><span class="skeleton short"></span>
      <span class="skeleton target"></span>
    </div>`
  }

  protected override render(): unknown {
    if (this.#shown) return this.#visit()
    const choice = this.#patient.render()
    if (choice) return choice
    const list = this.#list.now
    if (list.state === 'failed') return problemView(this, list.problem, { retry: () => this.startAgain() })
    return list.state === 'ready' ? this.#listed(list.value) : this.#skeleton()
  }
}

/** Null until it is published: that is no failure, and the page waits for it. */
const readSummary = async (
  client: VisitClient,
  visitId: string,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<VisitSummary | null> => {
  try {
    return await client.summaries.ofVisit(visitId, options)
  } catch (error) {
    if (isProblem(error, 'not_published')) return null
    throw error
  }
}
