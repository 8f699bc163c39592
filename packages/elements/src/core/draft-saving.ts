import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import type { Problem } from './problem.ts'

/** Milliseconds until a draft that did not arrive is sent again. */
export const retryDelayMs = 4000
/** Milliseconds for which that goes on after the element has left the page. */
const retryPeriodAfterLeavingMs = 60_000

/** Where a draft stands. `unsaved` is tried again by itself, `refused` never gets better that way. */
export type DraftState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unsaved' | 'refused'

/**
 * Keeps a draft on the server while it is written. Only what the server has confirmed counts as saved; what it has not is sent again
 * until it is. Two saves never overlap, so that versions follow each other. Nothing is kept in the browser.
 */
export abstract class DraftSaving<Further extends string = never> implements ReactiveController {
  state: DraftState | Further = 'clean'
  /** Why the server does not take the draft. */
  problem: Problem | null = null
  /** Null while no draft is open. */
  protected client: VisitClient | null = null
  #host: ReactiveControllerHost
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
    this.#giveUpAt = Date.now() + retryPeriodAfterLeavingMs
    void this.flush()
  }

  /** A page in the background may never come back: what is still waiting goes out at once. */
  #hide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush()
  }

  /** Sends what is waiting, and resolves when the server has it or has refused it. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    return this.runAfterSave(async (client) => {
      if (this.state !== 'dirty' && this.state !== 'unsaved') return
      this.problem = null
      this.setState('saving')
      await this.save(client)
      this.setState(this.state === 'saving' ? 'saved' : this.state)
    })
  }

  reset(): void {
    clearTimeout(this.#timer)
    this.client = null
    this.problem = null
    this.state = 'clean'
  }

  /** Sends the draft as it is now and takes over the answer; another state than `saving` when there was none. Never rejects. */
  protected abstract save(client: VisitClient): Promise<void>

  /** Runs after the save that is under way, and before any other. */
  protected async runAfterSave(work: (client: VisitClient) => Promise<void>): Promise<void> {
    while (this.#saving) await this.#saving
    if (!this.client) return
    this.#saving = work(this.client)
    await this.#saving
    this.#saving = null
  }

  /** What may pass is tried again by itself. */
  protected saveFailed(problem: Problem): void {
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500
    if (mayPass && problem.code !== 'session_ended') return this.setState('unsaved', retryDelayMs)
    this.problem = problem
    this.setState('refused')
  }

  /** @param sendAfter milliseconds after which what is waiting is sent. */
  protected setState(state: DraftState | Further, sendAfter?: number): void {
    this.state = state
    this.#host.requestUpdate()
    if (sendAfter === undefined) return
    clearTimeout(this.#timer)
    if (Date.now() < this.#giveUpAt) this.#timer = setTimeout(() => void this.flush(), sendAfter)
  }
}
