import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AnswerValue, IntakeForm, VisitClient } from '@visitkit/sdk'
import { toProblem } from '../core/problem.ts'

/** Milliseconds of quiet after which a draft is sent. */
const pause = 700
/** Milliseconds until a draft that did not arrive is sent again. */
const again = 4000

/** Where the draft stands. */
export type DraftState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unsaved'

/**
 * Keeps one form's answers on the server as they are typed. Only what the server has confirmed counts as saved; what it has not is
 * sent again until it is. Two saves never overlap, so that versions follow each other.
 */
export class DraftKeeper implements ReactiveController {
  state: DraftState = 'clean'
  answers: ReadonlyMap<string, readonly AnswerValue[]> = new Map()
  emergencies: readonly string[] = []
  #host: ReactiveControllerHost
  #form: IntakeForm | null = null
  #client: VisitClient | null = null
  #version = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    // Nothing typed is lost: what is still waiting goes out at once.
    if (this.state === 'dirty') void this.flush()
    clearTimeout(this.#timer)
  }

  open(client: VisitClient, form: IntakeForm): void {
    this.#client = client
    this.#form = form
    this.#version = form.version
    this.answers = new Map(form.answers.map(({ linkId, values }) => [linkId, values]))
    this.emergencies = form.emergencies
    this.state = 'clean'
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#form = null
    this.#client = null
    this.answers = new Map()
    this.emergencies = []
    this.state = 'clean'
  }

  get body(): { answers: { linkId: string; values: AnswerValue[] }[]; version: number } {
    return {
      answers: [...this.answers]
        .filter(([, values]) => values.length > 0)
        .map(([linkId, values]) => ({ linkId, values: [...values] })),
      version: this.#version,
    }
  }

  set(linkId: string, values: readonly AnswerValue[]): void {
    this.answers = new Map(this.answers).set(linkId, values)
    this.#became('dirty')
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  /** Sends what is waiting, and resolves when the server has it or has refused it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving) await this.#saving
    if (this.state !== 'dirty' && this.state !== 'unsaved') return
    this.#saving = this.#save()
    await this.#saving
    this.#saving = null
  }

  /** After the server answered a submission. */
  accept(form: IntakeForm): void {
    this.#version = form.version
    this.emergencies = form.emergencies
    this.#became('saved')
  }

  /** The version that another screen has written; the answers typed here stay and win. */
  async catchUp(): Promise<void> {
    const forms = await this.#client?.intake.list(this.#form?.appointmentId ?? '')
    const form = forms?.items.find(({ questionnaireCode }) => questionnaireCode === this.#form?.questionnaireCode)
    if (form) this.#version = form.version
  }

  async #save(): Promise<void> {
    const form = this.#form
    const client = this.#client
    if (!form || !client) return
    this.#became('saving')
    try {
      const saved = await client.intake.save(form.appointmentId, form.questionnaireCode, this.body)
      this.#version = saved.version
      this.emergencies = saved.emergencies
      if (this.state === 'saving') this.#became('saved')
      else this.#host.requestUpdate()
    } catch (error) {
      const { code } = toProblem(error)
      if (code === 'version_conflict') await this.catchUp().catch(() => undefined)
      this.#became('unsaved')
      this.#timer = setTimeout(() => void this.flush(), code === 'version_conflict' ? 0 : again)
    }
  }

  #became(state: DraftState): void {
    this.state = state
    this.#host.requestUpdate()
  }
}
