import type { TemplateResult } from 'lit'
import type { Organization, Questionnaire, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AlertWatch } from './alert-watch.ts'
import type { DraftController } from './draft-controller.ts'
import { emergencyStop } from './emergency-stop.ts'
import { EmergencyWatch } from './emergency-watch.ts'
import type { intakeEn } from './intake.en.ts'
import type { Answers } from './is-condition-met.ts'

/** What an emergency answer does to the form: it stops, shows where to get help, and what the clinic does. */
export class EmergencyPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof intakeEn>
  readonly #draft: DraftController
  readonly #alerts: AlertWatch
  #watch = new EmergencyWatch()
  #shown = ''

  constructor(host: VisitElement, t: Translate<typeof intakeEn>, draft: DraftController) {
    this.#host = host
    this.#t = t
    this.#draft = draft
    this.#alerts = new AlertWatch(host)
  }

  start(client: VisitClient, appointmentId: string, signal: AbortSignal): void {
    this.#alerts.begin(client, appointmentId, signal)
  }

  begin(questionnaire: Questionnaire): void {
    this.#watch.begin(questionnaire, this.#draft.answers, this.#draft.emergencies)
  }

  reset(): void {
    this.#alerts.reset()
    this.#watch = new EmergencyWatch()
  }

  get isOpen(): boolean {
    return this.#watch.open.length > 0
  }

  get #isReported(): boolean {
    return this.#watch.open.every((code) => this.#draft.emergencies.includes(code))
  }

  evaluate(questionnaire: Questionnaire, answers: Answers): void {
    this.#watch.evaluate(questionnaire, answers)
  }

  isRaisedBy(questionnaire: Questionnaire | undefined, answers: Answers): boolean {
    return this.#watch.isRaisedBy(questionnaire, answers)
  }

  /** Before rendering. */
  update(questionnaire: Questionnaire | undefined): void {
    const { state, emergencies, answers } = this.#draft
    this.#watch.update(emergencies)
    // While the server cannot be reached, the rules are evaluated only here.
    if (state === 'unsaved' && questionnaire) this.#watch.evaluate(questionnaire, answers)
    if (this.isOpen && this.#isReported) this.#alerts.follow()
  }

  /** After rendering. */
  report(appointmentId: string): void {
    const codes = this.#watch.open.join(' ')
    if (codes === this.#shown) return
    this.#shown = codes
    if (codes === '') return
    emit(this.#host, 'visit-emergency', { appointmentId })
    // Not when it is there from the start, because the person has not acted yet.
    if (this.#draft.state !== 'clean') void moveFocus(this.#host, '#urgent')
  }

  render(organization: Organization): TemplateResult {
    const codes = this.#watch.open
    return emergencyStop({
      t: this.#t,
      organization,
      codes,
      progress: this.#alerts.progress(codes, this.#isReported),
      onSafe: () => {
        this.#watch.dismiss()
        this.#host.requestUpdate()
        void moveFocus(this.#host, '#question, #review')
      },
    })
  }
}
