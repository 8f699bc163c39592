import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { AnswerValue, IntakeForm, Organization, Questionnaire, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { emergencyStop } from './emergency-stop.ts'
import { isAnswered, pagesOf, type Page } from './enabled-items.ts'
import { intakeMessages } from './intake.messages.ts'
import { intakeStyles } from './intake.styles.ts'
import { answerText, questionView, readTyped } from './question.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-intake-submitted': CustomEvent<{ appointmentId: string; questionnaireCode: string }>
    'visit-intake-complete': CustomEvent<{ appointmentId: string }>
    'visit-emergency': CustomEvent<{ appointmentId: string }>
  }
}

interface Open {
  readonly form: IntakeForm
  readonly questionnaire: Questionnaire
  readonly organization: Organization
}

/**
 * The questions before a visit, one at a time. Answers are kept as they are given, so that a closed page or an ended session loses
 * nothing. An answer that cannot wait stops the form and shows where to get help.
 *
 * @fires visit-intake-submitted - {CustomEvent<{appointmentId, questionnaireCode}>} One questionnaire has been handed in.
 * @fires visit-intake-complete - {CustomEvent<{appointmentId}>} None is open any more.
 * @fires visit-emergency - {CustomEvent<{appointmentId}>} An answer has set off an emergency rule; help is on the screen.
 */
export class VisitIntake extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    fieldStyles,
    skeletonStyles,
    intakeStyles,
  ]
  static override properties: PropertyDeclarations = {
    appointmentId: { attribute: 'appointment-id' },
    at: { state: true, attribute: false },
    fault: { state: true, attribute: false },
    isSafe: { state: true, attribute: false },
  }
  static override restartOn = ['appointmentId']

  /** Which appointment. */
  declare appointmentId: string
  /** Index of the page; the number of pages for the overview at the end. */
  declare private at: number
  declare private fault: string | null
  /** The person has read where to get help and goes on. */
  declare private isSafe: boolean

  #t = this.language.bundle(intakeMessages)
  /** Null once nothing is open. */
  #open = new Loader<Open | null>(this)
  #submitting = new Loader<IntakeForm>(this)
  #draft = new DraftKeeper(this)
  #hasWarned = false

  constructor() {
    super()
    this.appointmentId = ''
    this.at = 0
    this.fault = null
    this.isSafe = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    if (this.appointmentId) void this.#openNext(client, signal)
  }

  protected override wipe(): void {
    this.#open.reset()
    this.#submitting.reset()
    this.#draft.forget()
  }

  async #openNext(client: VisitClient, signal?: AbortSignal): Promise<void> {
    const options = signal ? { signal } : {}
    const opened = await this.#open.run(async () => {
      const { items } = await client.intake.list(this.appointmentId, options)
      const form = items.find(({ status }) => status !== 'submitted')
      const organization = await this.connection?.organization()
      if (!form || !organization) return null
      const questionnaire = await client.questionnaires.get(
        form.questionnaireCode,
        { version: form.questionnaireVersion },
        options,
      )
      return { form, questionnaire, organization }
    })
    if (opened === undefined) return
    if (opened === null) return void emit(this, 'visit-intake-complete', { appointmentId: this.appointmentId })
    this.#draft.open(client, opened.form)
    this.#submitting.reset()
    this.#hasWarned = false
    this.isSafe = false
    const first = this.#pages(opened).findIndex(({ item }) => !isAnswered(item, this.#draft.answers))
    this.at = first === -1 ? this.#pages(opened).length : first
  }

  #pages(open: Open): Page[] {
    return pagesOf(open.questionnaire.items, this.#draft.answers)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#draft.emergencies.length === 0 || this.#hasWarned) return
    this.#hasWarned = true
    this.isSafe = false
    emit(this, 'visit-emergency', { appointmentId: this.appointmentId })
    void moveFocus(this, '#urgent')
  }

  #answer({ item }: Page, values: readonly AnswerValue[]): void {
    this.fault = null
    this.#draft.set(item.linkId, values)
  }

  /** What keeps the person on this page, in their words; null when nothing does. */
  #faultOf({ item }: Page): string | null {
    const t = this.#t
    const typed = this.renderRoot.querySelector<HTMLInputElement>('#answer')?.value ?? ''
    const isNumber = item.type === 'integer' || item.type === 'decimal'
    if (isNumber && typed.trim() !== '') {
      const read = readTyped(item, typed)
      const number = read?.integer ?? read?.decimal
      if (number === undefined) return t('numberWrong')
      const { minimum = -Infinity, maximum = Infinity } = item
      if (number < minimum || number > maximum) return t('numberRange', { from: minimum, to: maximum })
    }
    return item.required && !isAnswered(item, this.#draft.answers) ? t('answerFirst') : null
  }

  async #next(event: Event, open: Open): Promise<void> {
    event.preventDefault()
    const page = this.#pages(open)[this.at]
    if (!page) return
    this.fault = this.#faultOf(page)
    if (this.fault) return moveFocus(this, '#answer, [name=answer]')
    // An emergency must be known before the next question, not after the pause of a draft.
    await this.#draft.flush()
    await this.#go(this.at + 1)
  }

  async #go(to: number): Promise<void> {
    this.at = Math.max(0, to)
    this.fault = null
    await moveFocus(this, '#question, #review')
  }

  async #submit(open: Open): Promise<void> {
    const { client } = this
    if (!client || this.#submitting.busy) return
    await this.#draft.flush()
    const { appointmentId } = this
    const { questionnaireCode } = open.form
    const submitted = await this.#submitting.run(() =>
      client.intake.submit(appointmentId, questionnaireCode, this.#draft.body),
    )
    if (!submitted) {
      const code = this.#submitting.problem?.code
      if (code === 'version_conflict') await this.#draft.catchUp().catch(() => undefined)
      if (code === 'already_submitted') await this.#openNext(client)
      if (code === 'answers_missing') {
        const first = this.#pages(open).findIndex(({ item }) => item.required && !isAnswered(item, this.#draft.answers))
        if (first >= 0) await this.#go(first)
      }
      return
    }
    this.#draft.accept(submitted)
    emit(this, 'visit-intake-submitted', { appointmentId, questionnaireCode })
    await this.#openNext(client)
    await moveFocus(this, '#question, h2')
  }

  #saveState(): string {
    const { state } = this.#draft
    if (state === 'unsaved') return this.#t('notSaved')
    if (state === 'saved') return this.#t('saved')
    return state === 'saving' ? this.#t('saving') : ''
  }

  #question(open: Open, pages: readonly Page[], page: Page): TemplateResult {
    const t = this.#t
    const { tag } = this.language
    const { questionnaire } = open
    return html`<form class="card pad stack" novalidate @submit=${(event: Event) => this.#next(event, open)}>
      <div class="tight">
        <p class="small muted num">${t('progress', { at: this.at + 1, of: pages.length })}</p>
        <progress
          aria-label=${t('progress', { at: this.at + 1, of: pages.length })}
          value=${this.at + 1}
          max=${pages.length}
        ></progress>
      </div>
      ${this.at === 0 && questionnaire.introduction ? html`<p class="muted">${localized(questionnaire.introduction, tag)}</p>` : nothing}
      ${page.above.map((item) => html`<p class="muted">${localized(item.text, tag)}</p>`)}
      ${questionView({
        t,
        tag,
        item: page.item,
        values: this.#draft.answers.get(page.item.linkId) ?? [],
        fault: this.fault,
        onAnswer: (values) => this.#answer(page, values),
      })}
      <div class="row wrap between">
        <div class="row">
          <button class="btn primary">${t('next')}</button>
          ${this.at > 0 ? html`<button class="btn quiet" type="button" @click=${() => this.#go(this.at - 1)}>${t('back')}</button>` : nothing}
        </div>
        <p class="small muted" role="status">${this.#saveState()}</p>
      </div>
      ${questionnaire.copyright ? html`<p class="small muted">${questionnaire.copyright}</p>` : nothing}
    </form>`
  }

  #review(open: Open, pages: readonly Page[]): TemplateResult {
    const t = this.#t
    const { tag } = this.language
    return html`<div class="card pad stack">
      <div class="tight">
        <h3 id="review" tabindex="-1">${t('reviewHeading')}</h3>
        <p class="muted">${t('reviewText')}</p>
      </div>
      <dl class="answers">
        ${pages.map(
          ({ item }, index) =>
            html`<div>
              <dt>${localized(item.text, tag)}</dt>
              <dd>${answerText(t, tag, item, this.#draft.answers.get(item.linkId) ?? [])}</dd>
              <dd class="again">
                <button
                  class="btn small quiet"
                  type="button"
                  aria-label=${t('changeOf', { question: localized(item.text, tag) })}
                  @click=${() => this.#go(index)}
                >
                  ${t('change')}
                </button>
              </dd>
            </div>`,
        )}
      </dl>
      ${this.#submitting.problem ? problemView(this, this.#submitting.problem, { texts: t }) : nothing}
      <div>
        <button
          class="btn primary"
          type="button"
          aria-disabled=${this.#submitting.busy ? 'true' : 'false'}
          @click=${() => this.#submit(open)}
        >
          ${t(this.#submitting.busy ? 'sending' : 'send')}
        </button>
      </div>
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#open
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready')
      return html`<div class="card pad stack" aria-busy="true">
        <p class="unseen">${t('loading')}</p>
        <span class="bone short"></span><span class="bone title half"></span><span class="bone target"></span
        ><span class="bone target"></span>
      </div>`
    const open = now.value
    if (open === null)
      return html`<div class="card pad tight">
        <h2 tabindex="-1">${t('doneHeading')}</h2>
        <p class="muted">${t('doneText')}</p>
      </div>`
    if (this.#draft.emergencies.length > 0 && !this.isSafe)
      return emergencyStop(t, open.organization, () => {
        this.isSafe = true
        void moveFocus(this, '#question, #review')
      })
    const pages = this.#pages(open)
    const page = pages[this.at]
    return html`<div class="stack">
      <h2>${localized(open.questionnaire.title, this.language.tag)}</h2>
      ${page ? this.#question(open, pages, page) : this.#review(open, pages)}
    </div>`
  }
}
