import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Hold, PlaceHold, VisitClient } from '@visitkit/sdk'
import { toProblem, type Problem } from '../core/problem.ts'

/** The server holds a slot for five minutes. A device with a wrong clock counts from its own start. */
const HOLD_MS = 300_000

/** A hold that was left ends in half a minute. Less than that is left of one whose page is loaded again. */
const LEFT_MS = 30_000
/** The message of the page before may arrive after its hold was read again. */
const CHECK_AGAIN_MS = 2_000

/** The one hold of this person: places it, counts down, extends it and releases it. It ends with the page, and survives a reload. */
export class HoldController implements ReactiveController {
  #host: ReactiveControllerHost & { readonly isConnected: boolean }
  #client: VisitClient | null = null
  #endsAt = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #latest = 0

  /** The held slot. Kept after expiry, so that it can be held again. */
  hold: Hold | null = null
  /** Start of the slot for which a hold is being placed. */
  placing: string | null = null
  problem: Problem | null = null
  /** The request of the last attempt. */
  lastRequest: PlaceHold | null = null
  /** Called when a minute is left and on expiry. */
  onTick: (moment: 'minute' | 'over') => void = () => {}

  constructor(host: ReactiveControllerHost & { readonly isConnected: boolean }) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave)
    window.addEventListener('pageshow', this.#comeBack)
    document.addEventListener('visibilitychange', this.#comeBack)
  }

  get secondsLeft(): number {
    return this.hold ? Math.max(0, (this.#endsAt - performance.now()) / 1000) : 0
  }

  get isActive(): boolean {
    return this.secondsLeft > 0
  }

  /** Holds a slot and replaces the previous hold. Resolves with whether it is held. */
  async place(client: VisitClient, lastRequest: PlaceHold): Promise<boolean> {
    const attempt = ++this.#latest
    const before = this.isActive ? this.hold : null
    this.#client = client
    this.#set({ placing: lastRequest.start, problem: null, lastRequest })
    try {
      const hold = await client.holds.place(before ? { ...lastRequest, replacesHoldId: before.id } : lastRequest)
      if (attempt !== this.#latest) {
        this.#release(hold)
        return false
      }
      this.#keep(hold)
      return true
    } catch (error) {
      if (attempt === this.#latest) this.#set({ placing: null, problem: toProblem(error) })
      return false
    }
  }

  /** Shows a hold that this person already has, and gives it back the time that it lost when its page was closed. */
  async resume(client: VisitClient, hold: Hold): Promise<void> {
    this.#client = client
    this.#keep(hold)
    await this.#regain()
    setTimeout(() => void this.#regain(), CHECK_AGAIN_MS)
  }

  async #regain(): Promise<void> {
    const [client, id] = [this.#client, this.hold?.id]
    if (!client || !id) return
    try {
      const { items } = await client.holds.list()
      const hold = items.find((one) => one.id === id)
      if (this.hold?.id !== id) return
      if (!hold) return this.expire()
      this.#keep(Date.parse(hold.expiresAt) - Date.now() <= LEFT_MS ? await client.holds.renew(id) : hold)
    } catch {
      // It is shown as it was, and expires at its time.
    }
  }

  #leave = (): void => {
    if (this.isActive && this.hold)
      void this.#client?.holds.leave(this.hold.id, { keepalive: true }).catch(() => undefined)
  }

  /** The page comes back from the browser's cache, or is seen again: another tab with the same hold may have been closed. */
  #comeBack = (): void => {
    if (document.visibilityState === 'visible' && this.isActive) void this.#regain()
  }

  async renew(): Promise<boolean> {
    if (!this.#client || !this.hold) return false
    try {
      this.#keep(await this.#client.holds.renew(this.hold.id))
      return true
    } catch (error) {
      this.#set({ problem: toProblem(error) })
      if (this.problem?.code === 'hold_expired') this.expire()
      return false
    }
  }

  /** The server reported that the hold has expired. */
  expire(): void {
    this.#endsAt = 0
    this.#tick()
  }

  /** Releases the hold on the server. */
  release(): void {
    this.#latest++
    if (this.isActive && this.hold) this.#release(this.hold)
    this.clear()
  }

  /** Clears the hold without a request to the server, because it was booked or the session ended. */
  clear(): void {
    clearInterval(this.#timer)
    this.#set({ hold: null, placing: null, problem: null, lastRequest: null })
  }

  clearProblem(): void {
    this.#set({ problem: null })
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave)
    window.removeEventListener('pageshow', this.#comeBack)
    document.removeEventListener('visibilitychange', this.#comeBack)
    // Moving an element in the page disconnects it for a moment. Only an element that stays disconnected releases its hold.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.release()
    })
  }

  #keep(hold: Hold): void {
    const left = Date.parse(hold.expiresAt) - Date.now()
    this.#endsAt = performance.now() + (left > 0 && left <= HOLD_MS ? left : HOLD_MS)
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#tick(), 1000)
    this.#set({ hold, placing: null, problem: null })
  }

  #tick(): void {
    const left = Math.ceil(this.secondsLeft)
    if (left === 60) this.onTick('minute')
    if (left <= 0) {
      clearInterval(this.#timer)
      this.onTick('over')
    }
    this.#host.requestUpdate()
  }

  /** If the release fails, the hold expires on the server. */
  #release(hold: Hold): void {
    void this.#client?.holds.release(hold.id).catch(() => undefined)
  }

  #set(next: Partial<Pick<HoldController, 'hold' | 'placing' | 'problem' | 'lastRequest'>>): void {
    Object.assign(this, next)
    this.#host.requestUpdate()
  }
}
