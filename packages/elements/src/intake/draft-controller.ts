import type { AnswerValue, IntakeAlert, IntakeForm, VisitClient } from '@visitkit/sdk'
import { retryDelayMs, DraftSaving, outlivingPage } from '../core/draft-saving.ts'
import { toProblem } from '../core/problem.ts'
import type { Answers } from './is-condition-met.ts'

/** Milliseconds without input after which a draft is sent. */
const saveDelayMs = 700

/** Saves one form's answers to the server during input. */
export class DraftController extends DraftSaving {
  answers: Answers = new Map()
  emergencies: readonly IntakeAlert[] = []
  #form: IntakeForm | null = null
  #version = 0
  /** Questions answered here since the last confirmed save. */
  #touched = new Set<string>()

  open(client: VisitClient, form: IntakeForm): void {
    this.reset()
    this.client = client
    this.#form = form
    this.#version = form.version
    this.answers = answersFromForm(form)
    this.emergencies = form.emergencies
  }

  override reset(): void {
    super.reset()
    this.#form = null
    this.#touched.clear()
    this.answers = new Map()
    this.emergencies = []
  }

  get body(): { answers: { linkId: string; values: AnswerValue[] }[]; version: number } {
    const given = [...this.answers].filter(([, values]) => values.length > 0)
    return { answers: given.map(([linkId, values]) => ({ linkId, values: [...values] })), version: this.#version }
  }

  set(linkId: string, values: readonly AnswerValue[]): void {
    this.answers = new Map(this.answers).set(linkId, values)
    this.#touched.add(linkId)
    this.setState('dirty', saveDelayMs)
  }

  /** Applies the server's response to a submission. */
  accept(form: IntakeForm): void {
    this.#version = form.version
    this.emergencies = form.emergencies
    this.#touched.clear()
    this.setState('saved')
  }

  /** Merges answers that another screen saved. Answers given here win. */
  async mergeLatest(): Promise<void> {
    const openForm = this.#form
    const { items } = (await this.client?.intake.list(openForm?.appointmentId ?? '')) ?? { items: [] }
    const latestForm = items.find(({ questionnaireCode }) => questionnaireCode === openForm?.questionnaireCode)
    if (!latestForm || openForm !== this.#form) return
    const isChangedHere = [...this.answers].filter(([linkId]) => this.#touched.has(linkId))
    this.#version = latestForm.version
    this.answers = new Map([...answersFromForm(latestForm), ...isChangedHere])
    this.setState(this.state)
  }

  protected override async save(client: VisitClient): Promise<void> {
    const form = this.#form
    if (!form) return
    const sent = this.#touched
    this.#touched = new Set()
    try {
      const { body } = this
      const saved = await client.intake.save(form.appointmentId, form.questionnaireCode, body, outlivingPage(body))
      if (form !== this.#form) return
      this.#version = saved.version
      this.emergencies = saved.emergencies
    } catch (error) {
      if (form !== this.#form) return
      for (const linkId of sent) this.#touched.add(linkId)
      const problem = toProblem(error)
      if (problem.code !== 'version_conflict') return this.saveFailed(problem)
      const sendAfter = await this.mergeLatest().then(
        () => 0,
        () => retryDelayMs,
      )
      this.setState('unsaved', sendAfter)
    }
  }
}

const answersFromForm = ({ answers }: IntakeForm): Answers =>
  new Map(answers.map(({ linkId, values }) => [linkId, values]))
