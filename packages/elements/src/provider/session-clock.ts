import type { Session, SignInStrength, VisitClient } from '@visitkit/sdk'

/** WCAG 2.2, 2.2.1 requires 20 seconds; our control requires two minutes. A little more, so that two are left when it is read. */
export const WARN_MS = 130_000

/** A kiosk ends after two idle minutes: there, the warning comes after half of them. */
const warnMsOf = ({ idleEndsAt, lastActiveAt }: Session): number =>
  idleEndsAt === null ? WARN_MS : Math.min(WARN_MS, (Date.parse(idleEndsAt) - Date.parse(lastActiveAt)) / 2)

/** A pending end of the session. `idle` can be postponed with one key, `absolute` cannot. */
export type SessionWarning = { readonly kind: 'idle' | 'absolute'; readonly endsAt: number }

interface Listener {
  warn(warning: SessionWarning | null): void
  /** How the person still has to sign in before anything of patients is shown. */
  needs(signIn: SignInStrength | null): void
  /** When an expired training stops access to patients; null: none does. */
  trains(endsAt: string | null): void
  ended(): void
}

/**
 * Follows the server's time limits. Reads the session again before the warning, because another element, tab or the portal may have been
 * used in the meantime; the read is no activity. At the end time the session ends here too, with or without a connection.
 */
export class SessionClock {
  #client: VisitClient
  #listener: Listener
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopListening: (() => void) | undefined
  #stopped = false
  /** Milliseconds since 1970, as last read. */
  #endsAt = Infinity
  #last: Session | null = null

  constructor(client: VisitClient, listener: Listener) {
    this.#client = client
    this.#listener = listener
    addEventListener('pageshow', this.#comeBack)
  }

  /** The timers of a page that the browser kept for "back" stood still: its session may be over. */
  #comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.#recheck(this.#endsAt)
  }

  /** When the server cannot be reached, the limits that were read last apply: the warning and the end come without a connection too. */
  async read(): Promise<void> {
    const last = this.#last
    try {
      this.follow(await this.#client.sessions.current(last ? { timeoutMs: 5_000 } : {}))
    } catch {
      const untilWarning = this.#endsAt - Date.now() - (last ? warnMsOf(last) : WARN_MS)
      if (last && untilWarning < 1_000) this.follow(last)
      else this.#again(Math.min(untilWarning, 30_000), () => void this.read())
    }
  }

  /** Records activity of the person. */
  async extend(): Promise<void> {
    this.follow(await this.#client.sessions.extend())
  }

  follow(session: Session): void {
    if (this.#stopped) return
    this.#last = session
    // Signed out on another device: the client then asks the server. A page that only shows something would not find out.
    // The server has no stream for a person who has not signed in strongly enough.
    if (!session.neededSignIn) this.#stopListening ??= this.#client.watch({ types: ['session.ended'] }, () => undefined)
    this.#listener.needs(session.neededSignIn)
    this.#listener.trains(session.trainingEndsAt)
    const idle = session.idleEndsAt === null ? Infinity : Date.parse(session.idleEndsAt)
    const absolute = Date.parse(session.absoluteEndsAt)
    const endsAt = (this.#endsAt = Math.min(idle, absolute))
    const left = endsAt - Date.now()
    const warnMs = absolute <= idle ? WARN_MS : warnMsOf(session)
    if (left > warnMs) {
      this.#listener.warn(null)
      this.#again(left - warnMs, () => void this.read())
      return
    }
    this.#listener.warn({ kind: absolute <= idle ? 'absolute' : 'idle', endsAt })
    if (left > 0) this.#again(Math.min(left, 15_000), () => void this.#recheck(endsAt))
    else this.#end()
  }

  stop(): void {
    this.#stopped = true
    this.#stopListening?.()
    clearTimeout(this.#timer)
    removeEventListener('pageshow', this.#comeBack)
  }

  /** While the warning is shown: activity in another tab removes it; a failed request never extends the time. */
  async #recheck(endsAt: number): Promise<void> {
    try {
      this.follow(await this.#client.sessions.current({ timeoutMs: 5_000 }))
    } catch {
      if (this.#stopped) return
      const left = endsAt - Date.now()
      if (left > 0) this.#again(Math.min(left, 15_000), () => void this.#recheck(endsAt))
      else this.#end()
    }
  }

  #end(): void {
    if (this.#stopped) return
    this.stop()
    this.#listener.ended()
  }

  /** Browsers store a delay as 32-bit milliseconds, so it is limited to a day. */
  #again(ms: number, work: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(work, Math.min(ms, 86_400_000))
  }
}
