import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { AnswerValue, IntakeForm, VisitClient } from '@visitkit/sdk'
import type { DraftState } from '../core/draft-saving.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import { forgetForWhom, nameForWhom } from '../core/for-whom.ts'
import { LeaveGuard } from '../core/leave-guard.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import { VisitElement } from '../core/visit-element.ts'
import { DraftController } from './draft-controller.ts'
import { EmergencyPart } from './emergency-part.ts'
import { faultyQuestion } from './faulty-question.ts'
import { intakeSkeleton } from './intake-skeleton.ts'
import { intakeMessages } from './intake.messages.ts'
import { intakeStyles } from './intake.styles.ts'
import { askedPages, isAnswered, progressOf, resumeAt, type Asked, type Page } from './split-into-pages.ts'
import { readOpenForm, type OpenForm } from './open-form.ts'
import { ReasonPart } from './reason-part.ts'
import { isStillRight, LazyStillRight } from './lazy-still-right.ts'
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

/**
 * The questionnaires before a visit, one question at a time. Answers are saved during input, so that a closed page or an ended session
 * loses nothing. An answer that matches an emergency rule stops the form and shows where to get help. Questions that cannot wait come
 * first; what was written at booking is shown and not asked again; who has visited before confirms with one press what the record says.
 *
 * @fires visit-intake-submitted - {CustomEvent<{ appointmentId: string, questionnaireCode: string }>} One questionnaire was submitted.
 * @fires visit-intake-complete - {CustomEvent<{ appointmentId: string }>} No questionnaire is open; with `only="safety"`, no question that
 *   cannot wait.
 * @fires visit-emergency - {CustomEvent<{ appointmentId: string }>} An answer matched an emergency rule; help is on the screen.
 */
export class VisitIntake extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, intakeStyles]
  static override properties: PropertyDeclarations = {
    appointmentId: { attribute: 'appointment-id' },
    only: { reflect: true },
    at: { state: true, attribute: false },
    fault: { state: true, attribute: false },
  }
  static override restartOn = ['appointmentId', 'only']

  /** The appointment's id. */
  declare appointmentId: string
  /** `safety` asks only the questions that cannot wait, e.g. before a long consent. Default: all. */
  declare only: 'safety' | undefined
  /** Index of the page; the number of pages for the overview at the end. */
  declare private at: number
  declare private fault: string | null

  #t = this.language.bundle(intakeMessages)
  /** Null when no form is open. */
  #open = new Loader<OpenForm | null>(this)
  #submitting = new Loader<IntakeForm>(this)
  #draft = new DraftController(this)
  #emergency = new EmergencyPart(this, this.#t, this.#draft)
  #reason = new ReasonPart(this, this.#t)
  #stillRight = new LazyStillRight(this)
  /** The text in each field by linkId, also when it is no valid value yet. */
  #typed = new Map<string, string>()
  /** The page on which the form was opened: the reason is shown above it. */
  #begunAt = 0
  /** The person came from the overview and returns there. */
  #isCorrecting = false
  #lastDraft: DraftState = 'clean'

  constructor() {
    super()
    this.appointmentId = ''
    this.at = 0
    this.fault = null
    new LeaveGuard(this, () => this.#draft.wouldBeLost)
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#emergency.start(client, this.appointmentId, signal)
    if (this.appointmentId) void this.#openNext(client, signal)
  }

  protected override wipe(): void {
    this.#open.reset()
    this.#emergency.reset()
    this.#submitting.reset()
    this.#reason.reset()
    this.#stillRight.reset()
    forgetForWhom(this)
    this.#draft.reset()
    this.#typed.clear()
    this.announce('')
  }

  async #openNext(client: VisitClient, signal?: AbortSignal): Promise<void> {
    const { appointmentId } = this
    const options = signal ? { signal } : {}
    const opened = await this.#open.run(async () => {
      // An element that is moved in the page, or tries again, first saves pending input.
      await this.#draft.flush()
      return readOpenForm(client, this.connection, { appointmentId, isSafetyOnly: this.#isSafetyOnly }, options)
    })
    if (opened === undefined) return
    this.#submitting.reset()
    this.#typed.clear()
    this.#isCorrecting = false
    if (opened === null) return void emit(this, 'visit-intake-complete', { appointmentId })
    const { form, questionnaire, appointment } = opened
    void nameForWhom(this, this.connection, form.patientId)
    this.#draft.open(client, form)
    this.#reason.open(client, appointment)
    if (isStillRight(form)) this.#stillRight.open(client, form.patientId)
    this.#emergency.begin(questionnaire)
    this.fault = null
    this.at = this.#begunAt = resumeAt(this.#pages(opened), this.#draft.answers)
  }

  get #isSafetyOnly(): boolean {
    return this.only === 'safety'
  }

  get #asked(): Asked {
    return { reason: this.#reason.text, isSafetyOnly: this.#isSafetyOnly }
  }

  #pages = ({ questionnaire }: OpenForm): Page[] => askedPages(questionnaire, this.#draft.answers, this.#asked)

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.#emergency.update(this.#open.value?.questionnaire)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { state } = this.#draft
    if (state !== this.#lastDraft && state === 'unsaved') this.announce(this.#t('notSaved'))
    this.#lastDraft = state
    this.#emergency.report(this.appointmentId)
  }

  #answer({ item }: Page, values: readonly AnswerValue[], typed?: string): void {
    this.fault = null
    if (typed !== undefined) this.#typed.set(item.linkId, typed)
    this.#draft.set(item.linkId, values)
    if (this.#emergency.isRaisedBy(this.#open.value?.questionnaire, this.#draft.answers)) void this.#draft.flush()
  }

  #faultOf({ item }: Page): string | null {
    return validateAnswer(this.#t, item, this.#draft.answers.get(item.linkId) ?? [], this.#typed.get(item.linkId))
  }

  async #next(open: OpenForm): Promise<void> {
    const page = this.#pages(open)[this.at]
    if (!page) return
    this.fault = this.#faultOf(page)
    if (this.fault) return moveFocus(this, '#answer, [name=answer]')
    const saved = this.#draft.flush()
    this.#emergency.evaluate(open.questionnaire, this.#draft.answers)
    const pages = this.#pages(open)
    if (this.#isSafetyOnly && this.at === pages.length - 1) {
      await saved
      if (this.#draft.state === 'saved' || this.#draft.state === 'clean') await this.#continue()
      return
    }
    if (isStillRight(open.form) && this.at === pages.length - 1) return this.#submit(open)
    const following = pages[this.at + 1]
    // After a correction return to the overview, unless the new answer opens another question.
    const isDone = this.#isCorrecting && (!following || isAnswered(following.item, this.#draft.answers))
    await this.#go(isDone ? pages.length : this.at + 1)
  }

  /** The next form, or the end. */
  async #continue(): Promise<void> {
    if (this.client) await this.#openNext(this.client)
    await moveFocus(this, '#urgent, #question, #done')
  }

  #confirm(open: OpenForm, isUnchanged: boolean): Promise<void> {
    this.#draft.set('unchanged', [{ boolean: isUnchanged }])
    return isUnchanged ? this.#submit(open) : this.#go(1)
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
      await this.#reason.exchange(open.questionnaire, this.#draft)
      await this.#draft.flush()
      return client.intake.submit(appointmentId, questionnaireCode, this.#draft.body)
    })
    if (!submitted) return this.#refused(open, client, this.#submitting.problem)
    this.#draft.accept(submitted)
    emit(this, 'visit-intake-submitted', { appointmentId, questionnaireCode })
    await this.#continue()
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
      progress: progressOf(open.questionnaire, answers, this.#asked, page),
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
    if (this.#emergency.isOpen) return this.#emergency.render(open.organization)
    const pages = this.#pages(open)
    const page = pages[this.at]
    if (isStillRight(open.form) && this.at === 0)
      return this.#stillRight.render({
        busy: this.#submitting.busy,
        problem: this.#submitting.problem,
        onAnswer: (isUnchanged) => void this.#confirm(open, isUnchanged),
      })
    const isToldShown = !this.#isSafetyOnly && (this.at === this.#begunAt || !page)
    return html`<div class="stack">
      <h2 dir="auto">
        ${this.#isSafetyOnly ? t('safetyHeading') : localized(open.questionnaire.title, this.language.tag)}
      </h2>
      ${isToldShown ? this.#reason.render() : nothing}
      ${page ? this.#question(open, pages, page) : this.#review(open, pages)}
    </div>`
  }
}
