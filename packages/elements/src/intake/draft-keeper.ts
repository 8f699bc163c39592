import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AnswerValue, IntakeForm, VisitClient } from '@visitkit/sdk'
import { toProblem, type Problem } from '../core/problem.ts'
import type { Answers } from './holds.ts'

/** Milliseconds of quiet after which a draft is sent. */
const pause = 700
/** Milliseconds until a draft that did not arrive is sent again. */
const again = 4000
/** Milliseconds for which that goes on after the element has left the page. */
const afterwards = 60_000

/** Where the draft stands. `unsaved` is tried again by itself, `refused` never gets better that way. */
export type DraftState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unsaved' | 'refused'

/**
 * Keeps one form's answers on the server as they are typed. Only what the server has confirmed counts as saved; what it has not is
 * sent again until it is. Two saves never overlap, so that versions follow each other. Nothing is kept in the browser.
 */
export class DraftKeeper implements ReactiveController {
  state: DraftState = 'clean'
  answers: Answers = new Map()
  emergencies: readonly string[] = []
  /** Why the server does not take the draft. */
  problem: Problem | null = null
  #host: ReactiveControllerHost
  #form: IntakeForm | null = null
  #client: VisitClient | null = null
  #version = 0
  /** Questions that were answered here since the server last confirmed. */
  #touched = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null
  /** Milliseconds since 1970. */
  #giveUpAt = Infinity

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#giveUpAt = Infinity
    document.addEventListener('visibilitychange', this.#hide)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hide)
    this.#giveUpAt = Date.now() + afterwards
    void this.flush()
  }

  /** A page in the background may never come back: what is still waiting goes out at once. */
  #hide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush()
  }

  open(client: VisitClient, form: IntakeForm): void {
    this.forget()
    this.#client = client
    this.#form = form
    this.#version = form.version
    this.answers = answersOf(form)
    this.emergencies = form.emergencies
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#form = null
    this.#client = null
    this.#touched.clear()
    this.answers = new Map()
    this.emergencies = []
    this.problem = null
    this.state = 'clean'
  }

  get body(): { answers: { linkId: string; values: AnswerValue[] }[]; version: number } {
    const given = [...this.answers].filter(([, values]) => values.length > 0)
    return { answers: given.map(([linkId, values]) => ({ linkId, values: [...values] })), version: this.#version }
  }

  set(linkId: string, values: readonly AnswerValue[]): void {
    this.answers = new Map(this.answers).set(linkId, values)
    this.#touched.add(linkId)
    this.#became('dirty')
    this.#later(pause)
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
    this.#touched.clear()
    this.#became('saved')
  }

  /** Takes over what was answered on another screen meanwhile. What was answered here stays and wins. */
  async catchUp(): Promise<void> {
    const mine = this.#form
    const { items } = (await this.#client?.intake.list(mine?.appointmentId ?? '')) ?? { items: [] }
    const theirs = items.find(({ questionnaireCode }) => questionnaireCode === mine?.questionnaireCode)
    if (!theirs || mine !== this.#form) return
    const own = [...this.answers].filter(([linkId]) => this.#touched.has(linkId))
    this.#version = theirs.version
    this.answers = new Map([...answersOf(theirs), ...own])
    this.#host.requestUpdate()
  }

  async #save(): Promise<void> {
    const form = this.#form
    const client = this.#client
    if (!form || !client) return
    const sent = this.#touched
    this.#touched = new Set()
    this.problem = null
    this.#became('saving')
    try {
      const saved = await client.intake.save(form.appointmentId, form.questionnaireCode, this.body)
      if (form !== this.#form) return
      this.#version = saved.version
      this.emergencies = saved.emergencies
      if (this.state === 'saving') this.#became('saved')
      else this.#host.requestUpdate()
    } catch (error) {
      if (form !== this.#form) return
      for (const linkId of sent) this.#touched.add(linkId)
      await this.#failed(toProblem(error))
    }
  }

  async #failed(problem: Problem): Promise<void> {
    if (problem.code === 'version_conflict') {
      const caughtUp = await this.catchUp().then(
        () => true,
        () => false,
      )
      this.#became('unsaved')
      return this.#later(caughtUp ? 0 : again)
    }
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500
    if (mayPass && problem.code !== 'session_ended') {
      this.#became('unsaved')
      return this.#later(again)
    }
    this.problem = problem
    this.#became('refused')
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer)
    if (Date.now() < this.#giveUpAt) this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  #became(state: DraftState): void {
    this.state = state
    this.#host.requestUpdate()
  }
}

const answersOf = ({ answers }: IntakeForm): Answers => new Map(answers.map(({ linkId, values }) => [linkId, values]))
