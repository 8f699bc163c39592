import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import type { Problem } from './problem.ts'

/** Milliseconds after which a failed save is retried. */
export const retryDelayMs = 4000
/** A browser sends at most 64 KiB for pages that are closed. */
const mostKeptAlive = 30_000

/** A save that goes on when the page is closed or loaded again, unless it is too long for that. */
export const outlivingPage = (body: unknown): { readonly keepalive: boolean } => ({
  keepalive: JSON.stringify(body).length < mostKeptAlive,
})

/** Milliseconds for which retries continue after the element is disconnected. */
const retryPeriodAfterLeavingMs = 60_000

/** The state of a draft. `unsaved` is retried automatically; `refused` cannot succeed by a retry. */
export type DraftState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unsaved' | 'refused'

/**
 * Saves a draft to the server while the person types. A draft counts as saved only when the server has confirmed it; failed saves are
 * retried. Saves never overlap, so that versions are consecutive. Nothing is stored in the browser.
 */
export abstract class DraftSaving<Further extends string = never> implements ReactiveController {
  state: DraftState | Further = 'clean'
  /** Why the server refused the draft. */
  problem: Problem | null = null
  /** Null when no draft is open. */
  protected client: VisitClient | null = null
  #host: ReactiveControllerHost
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null
  /** Since the last confirmed save; also while it is tried again. */
  #hasFailed = false
  /** Milliseconds since 1970. */
  #retryUntil = Infinity

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#retryUntil = Infinity
    document.addEventListener('visibilitychange', this.#hide)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hide)
    this.#retryUntil = Date.now() + retryPeriodAfterLeavingMs
    void this.flush()
  }

  /** A page in the background may be closed by the browser: pending changes are sent at once. */
  #hide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush()
  }

  /** Whether a page that is left now would lose something. With a connection, what waits to be sent is sent. */
  get wouldBeLost(): boolean {
    const isWaiting = this.state === 'dirty' || this.state === 'saving'
    return this.#hasFailed || (isWaiting && !navigator.onLine)
  }

  /** Sends pending changes, and resolves when the server has saved or refused them. */
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
    this.#hasFailed = false
  }

  /** Sends the current draft and applies the response. Sets a state other than `saving` if there was no response. Never rejects. */
  protected abstract save(client: VisitClient): Promise<void>

  /** Runs after the current save and before any other. */
  protected async runAfterSave(work: (client: VisitClient) => Promise<void>): Promise<void> {
    while (this.#saving) await this.#saving
    if (!this.client) return
    this.#saving = work(this.client)
    await this.#saving
    this.#saving = null
  }

  /** Transient failures are retried automatically. */
  protected saveFailed(problem: Problem): void {
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500
    if (mayPass && problem.code !== 'session_ended') return this.setState('unsaved', retryDelayMs)
    this.problem = problem
    this.setState('refused')
  }

  /** @param sendAfter - Milliseconds after which pending changes are sent. */
  protected setState(state: DraftState | Further, sendAfter?: number): void {
    this.state = state
    if (state === 'saved' || state === 'clean') this.#hasFailed = false
    else if (state !== 'dirty' && state !== 'saving') this.#hasFailed = true
    this.#host.requestUpdate()
    if (sendAfter === undefined) return
    clearTimeout(this.#timer)
    if (Date.now() < this.#retryUntil) this.#timer = setTimeout(() => void this.flush(), sendAfter)
  }
}
