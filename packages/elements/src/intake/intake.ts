import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { AnswerValue, IntakeAlert, IntakeForm, Organization, Questionnaire, VisitClient } from '@visitkit/sdk'
import type { DraftState } from '../core/draft-saving.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { AlertWatch } from './alert-watch.ts'
import { DraftController } from './draft-controller.ts'
import { emergencyStop } from './emergency-stop.ts'
import { EmergencyWatch } from './emergency-watch.ts'
import { faultyQuestion } from './faulty-question.ts'
import { intakeSkeleton } from './intake-skeleton.ts'
import { intakeMessages } from './intake.messages.ts'
import { intakeStyles } from './intake.styles.ts'
import { isAnswered, splitIntoPages, resumeAt, type Page } from './split-into-pages.ts'
import { validateAnswer } from './question.ts'
import { questionPage } from './question-page.ts'
import { reviewPage } from './review-page.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-intake-submitted': CustomEvent<{ appointmentId: string; questionnaireCode: string }>
    'visit-intake-complete': CustomEvent<{ appointmentId: string }>
    'visit-emergency': CustomEvent<{ appointmentId: string }>
  }
}

interface OpenForm {
  readonly form: IntakeForm
  readonly questionnaire: Questionnaire
  readonly organization: Organization
}

/**
 * The questionnaires before a visit, one question at a time. Answers are saved during input, so that a closed page or an ended session
 * loses nothing. An answer that matches an emergency rule stops the form and shows where to get help.
 *
 * @fires visit-intake-submitted - {CustomEvent<{ appointmentId: string, questionnaireCode: string }>} One questionnaire was submitted.
 * @fires visit-intake-complete - {CustomEvent<{ appointmentId: string }>} No questionnaire is open.
 * @fires visit-emergency - {CustomEvent<{ appointmentId: string }>} An answer matched an emergency rule; help is on the screen.
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
  }
  static override restartOn = ['appointmentId']

  /** The appointment's id. */
  declare appointmentId: string
  /** Index of the page; the number of pages for the overview at the end. */
  declare private at: number
  declare private fault: string | null

  #t = this.language.bundle(intakeMessages)
  /** Null when no form is open. */
  #open = new Loader<OpenForm | null>(this)
  #submitting = new Loader<IntakeForm>(this)
  #draft = new DraftController(this)
  #watch = new EmergencyWatch()
  #alerts = new AlertWatch(this)
  /** The text in each field by linkId, also when it is no valid value yet. */
  #typed = new Map<string, string>()
  /** The person came from the overview and returns there. */
  #isCorrecting = false
  #shownEmergencies = ''
  #lastDraft: DraftState = 'clean'

  constructor() {
    super()
    this.appointmentId = ''
    this.at = 0
    this.fault = null
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#alerts.begin(client, this.appointmentId, signal)
    if (this.appointmentId) void this.#openNext(client, signal)
  }

  protected override wipe(): void {
    this.#open.reset()
    this.#alerts.reset()
    this.#submitting.reset()
    this.#draft.reset()
    this.#typed.clear()
    this.#watch = new EmergencyWatch()
    this.announce('')
  }

  async #openNext(client: VisitClient, signal?: AbortSignal): Promise<void> {
    const { appointmentId } = this
    const options = signal ? { signal } : {}
    const opened = await this.#open.run(async () => {
      // An element that is moved in the page, or tries again, first saves pending input.
      await this.#draft.flush()
      const { items } = await client.intake.list(appointmentId, options)
      const form = items.find(({ status }) => status !== 'submitted')
      const organization = await this.connection?.organization()
      if (!form || !organization) return null
      const { questionnaireCode, questionnaireVersion: version } = form
      const questionnaire = await client.questionnaires.get(questionnaireCode, { version }, options)
      return { form, questionnaire, organization }
    })
    if (opened === undefined) return
    this.#submitting.reset()
    this.#typed.clear()
    this.#isCorrecting = false
    if (opened === null) return void emit(this, 'visit-intake-complete', { appointmentId })
    const { form, questionnaire } = opened
    this.#draft.open(client, form)
    this.#watch.begin(questionnaire, this.#draft.answers, form.emergencies)
    this.fault = null
    this.at = resumeAt(this.#pages(opened), this.#draft.answers)
  }

  #pages = ({ questionnaire }: OpenForm): Page[] => splitIntoPages(questionnaire.items, this.#draft.answers)

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const { state, emergencies, answers } = this.#draft
    this.#watch.update(emergencies)
    // While the server cannot be reached, the rules are evaluated only here.
    if (state === 'unsaved' && this.#open.value) this.#watch.evaluate(this.#open.value.questionnaire, answers)
    if (this.#watch.open.length > 0 && this.#isReported) this.#alerts.follow()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { state } = this.#draft
    if (state !== this.#lastDraft && state === 'unsaved') this.announce(this.#t('notSaved'))
    this.#lastDraft = state
    const codes = this.#watch.open.join(' ')
    if (codes === this.#shownEmergencies) return
    this.#shownEmergencies = codes
    if (codes === '') return
    emit(this, 'visit-emergency', { appointmentId: this.appointmentId })
    // Not when it is there from the start, because the person has not acted yet.
    if (state !== 'clean') void moveFocus(this, '#urgent')
  }

  get #isReported(): boolean {
    return this.#watch.open.every((code) => this.#draft.emergencies.includes(code))
  }

  #answer({ item }: Page, values: readonly AnswerValue[], typed?: string): void {
    this.fault = null
    if (typed !== undefined) this.#typed.set(item.linkId, typed)
    this.#draft.set(item.linkId, values)
    if (this.#watch.isRaisedBy(this.#open.value?.questionnaire, this.#draft.answers)) void this.#draft.flush()
  }

  #faultOf({ item }: Page): string | null {
    return validateAnswer(this.#t, item, this.#draft.answers.get(item.linkId) ?? [], this.#typed.get(item.linkId))
  }

  async #next(open: OpenForm): Promise<void> {
    const page = this.#pages(open)[this.at]
    if (!page) return
    this.fault = this.#faultOf(page)
    if (this.fault) return moveFocus(this, '#answer, [name=answer]')
    void this.#draft.flush()
    this.#watch.evaluate(open.questionnaire, this.#draft.answers)
    const pages = this.#pages(open)
    const following = pages[this.at + 1]
    // After a correction return to the overview, unless the new answer opens another question.
    const isDone = this.#isCorrecting && (!following || isAnswered(following.item, this.#draft.answers))
    await this.#go(isDone ? pages.length : this.at + 1)
  }

  async #go(to: number): Promise<void> {
    this.at = Math.max(0, to)
    this.fault = null
    await moveFocus(this, '#urgent, #question, #review')
  }

  async #change(index: number): Promise<void> {
    this.#isCorrecting = true
    this.#submitting.reset()
    await this.#go(index)
  }

  async #submit(open: OpenForm): Promise<void> {
    const { client, appointmentId } = this
    const { questionnaireCode } = open.form
    if (!client || this.#submitting.busy) return
    const submitted = await this.#submitting.run(async () => {
      await this.#draft.flush()
      return client.intake.submit(appointmentId, questionnaireCode, this.#draft.body)
    })
    if (!submitted) return this.#refused(open, client, this.#submitting.problem)
    this.#draft.accept(submitted)
    emit(this, 'visit-intake-submitted', { appointmentId, questionnaireCode })
    await this.#openNext(client)
    await moveFocus(this, '#question, #done')
  }

  async #refused(open: OpenForm, client: VisitClient, problem: Problem | undefined): Promise<void> {
    if (problem?.code === 'version_conflict') await this.#draft.mergeLatest().catch(() => undefined)
    if (problem?.code === 'already_submitted') return this.#openNext(client)
    const pages = this.#pages(open)
    const { answers } = this.#draft.body
    const faulty = new Set(problem?.errors.map(({ pointer }) => faultyQuestion(pointer, answers)))
    const first = pages.findIndex(({ item }) => faulty.has(item.linkId))
    const page = pages[first]
    if (!page) return
    await this.#change(first)
    this.fault = this.#faultOf(page) ?? this.#t('checkThis')
    await moveFocus(this, '#answer, [name=answer]')
  }

  #question(open: OpenForm, pages: readonly Page[], page: Page): unknown {
    const { state, problem, answers } = this.#draft
    return questionPage({
      t: this.#t,
      tag: this.language.tag,
      questionnaire: open.questionnaire,
      page,
      isFirst: this.at === 0,
      values: answers.get(page.item.linkId) ?? [],
      typed: this.#typed.get(page.item.linkId),
      fault: this.fault,
      draft: state,
      problem: problem ? problemView(this, problem, { texts: this.#t, retry: () => this.startAgain() }) : '',
      onAnswer: (values, typed) => this.#answer(page, values, typed),
      onNext: () => void this.#next(open),
      onBack: this.at > 0 ? () => void this.#go(this.at - 1) : null,
    })
  }

  #review(open: OpenForm, pages: readonly Page[]): unknown {
    const { busy, problem } = this.#submitting
    return reviewPage({
      t: this.#t,
      format: this.format,
      pages,
      answers: this.#draft.answers,
      busy,
      problem: problem ? problemView(this, problem, { texts: this.#t }) : '',
      onChange: (index) => void this.#change(index),
      onSend: () => void this.#submit(open),
    })
  }

  #stop(open: OpenForm, codes: readonly IntakeAlert[]): unknown {
    return emergencyStop({
      t: this.#t,
      organization: open.organization,
      codes,
      progress: this.#alerts.progress(codes, this.#isReported),
      onSafe: () => {
        this.#watch.dismiss()
        this.requestUpdate()
        void moveFocus(this, '#question, #review')
      },
    })
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#open
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return intakeSkeleton(this.#t)
    const open = now.value
    if (open === null)
      return html`<div class="card pad tight">
        <h2 id="done" tabindex="-1">${t('doneHeading')}</h2>
        <p class="muted">${t('doneText')}</p>
      </div>`
    const codes = this.#watch.open
    if (codes.length > 0) return this.#stop(open, codes)
    const pages = this.#pages(open)
    const page = pages[this.at]
    return html`<div class="stack">
      <h2 dir="auto">${localized(open.questionnaire.title, this.language.tag)}</h2>
      ${page ? this.#question(open, pages, page) : this.#review(open, pages)}
    </div>`
  }
}
