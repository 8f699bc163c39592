import { emit } from '../core/emit.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { providerEn } from './provider.en.ts'
import type { SessionClock, SessionWarning } from './session-clock.ts'

/** The warning that is shown before the session ends. It counts down each second, until the person answers it or the session ends. */
export class ShownWarning {
  now: SessionWarning | null = null
  readonly #host: VisitElement
  readonly #t: Translate<typeof providerEn>
  #tick: ReturnType<typeof setInterval> | undefined
  /** End time of the session for which the person dismissed the warning. */
  #dismissedEndsAt: number | null = null

  constructor(host: VisitElement, t: Translate<typeof providerEn>) {
    this.#host = host
    this.#t = t
  }

  show(warning: SessionWarning | null): void {
    clearInterval(this.#tick)
    if (warning && !this.now) {
      const endsAt = new Date(warning.endsAt).toISOString()
      if (!emit(this.#host, 'visit-session-warning', { endsAt })) return
    }
    this.now = warning?.endsAt === this.#dismissedEndsAt ? null : warning
    this.#host.requestUpdate()
    if (this.now) this.#tick = setInterval(() => this.#host.requestUpdate(), 1000)
  }

  /** Any key, or Escape, counts as activity. A warning that cannot be postponed is only dismissed. */
  answer(event: Event, clock: SessionClock | null): void {
    event.preventDefault()
    if (this.now?.kind === 'idle') return void this.#extend(clock)
    this.#dismissedEndsAt = this.now?.endsAt ?? null
    this.show(null)
  }

  clear(): void {
    clearInterval(this.#tick)
    this.now = null
    this.#host.requestUpdate()
  }

  async #extend(clock: SessionClock | null): Promise<void> {
    try {
      await clock?.extend()
      this.#host.announce(this.#t('extended'))
    } catch {
      this.#host.announce(this.#t('notExtended'))
    }
  }
}
