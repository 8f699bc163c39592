import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Hold, PlaceHold, VisitClient } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import { toProblem, type Problem } from '../core/problem.ts'

/** The server holds a slot for five minutes. A device with a wrong clock counts from its own start. */
export const HOLD_MS = 300_000

/** A hold that was left ends in half a minute. Less than that is left of one whose page is loaded again. */
const LEFT_MS = 30_000
/** The message of the page before may arrive after its hold was read again. */
const CHECK_AGAIN_MS = 2_000

/**
 * The one hold of this person, or those of visits in a row, which are placed, renewed and released together: counts down, extends and
 * releases. It ends with the page, and survives a reload.
 */
export class HoldController implements ReactiveController {
  #host: ReactiveControllerHost
  #client: VisitClient | null = null
  #endsAt = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #check: ReturnType<typeof setTimeout> | undefined
  #latest = 0

  /** The held slot. Kept after expiry, so that it can be held again. */
  hold: Hold | null = null
  /** The holds of the visits that follow it. */
  others: readonly Hold[] = []
  /** Start of the slot for which a hold is being placed. */
  placing: string | null = null
  problem: Problem | null = null
  /** The request of the last attempt. */
  lastRequest: PlaceHold | null = null
  /** Called when a minute is left and on expiry. */
  onTick: (moment: 'minute' | 'over') => void = () => {}

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave)
    window.addEventListener('pageshow', this.#comeBack)
    document.addEventListener('visibilitychange', this.#comeBack)
  }

  get #all(): readonly Hold[] {
    return this.hold ? [this.hold, ...this.others] : []
  }

  get secondsLeft(): number {
    return this.hold ? Math.max(0, (this.#endsAt - performance.now()) / 1000) : 0
  }

  get isActive(): boolean {
    return this.secondsLeft > 0
  }

  /**
   * Holds a slot and replaces the previous hold. Resolves with whether it is held.
   *
   * @param together - The patients of visits in a row that begins with this slot; none for one visit.
   */
  async place(client: VisitClient, lastRequest: PlaceHold, together: readonly string[] = []): Promise<boolean> {
    const attempt = ++this.#latest
    const before = this.isActive ? this.#all : []
    this.#client = client
    this.#set({ placing: lastRequest.start, problem: null, lastRequest })
    try {
      const [hold, ...others] = await this.#request(client, lastRequest, before, together)
      if (attempt !== this.#latest || !hold) {
        for (const one of [hold, ...others]) if (one) this.#release(one)
        return false
      }
      this.others = others
      this.#keep(hold)
      return true
    } catch (error) {
      // Those of visits in a row were released first.
      if (together.length > 0 && before.length > 0) this.#endsAt = 0
      if (attempt === this.#latest) this.#set({ placing: null, problem: toProblem(error) })
      return false
    }
  }

  async #request(
    client: VisitClient,
    request: PlaceHold,
    before: readonly Hold[],
    together: readonly string[],
  ): Promise<readonly Hold[]> {
    const [replaced] = before
    if (together.length === 0)
      return [await client.holds.place(replaced ? { ...request, replacesHoldId: replaced.id } : request)]
    const { placeSeveral } = await loadModule(import('./place-several.ts'))
    return placeSeveral(client, request, before, together)
  }

  /** Shows holds that this person already has, and gives them back the time that they lost when their page was closed. */
  async resume(client: VisitClient, hold: Hold, others: readonly Hold[] = []): Promise<void> {
    this.#client = client
    this.others = others
    this.#keep(hold)
    await this.#regain()
    this.#check = setTimeout(() => void this.#regain(), CHECK_AGAIN_MS)
  }

  async #regain(): Promise<void> {
    const [client, id] = [this.#client, this.hold?.id]
    if (!client || !id) return
    try {
      const { items } = await client.holds.list()
      if (this.hold?.id !== id) return
      const all = this.#all.map((one) => items.find((item) => item.id === one.id))
      const isLeft = (one: Hold): boolean => Date.parse(one.expiresAt) - Date.now() <= LEFT_MS
      const kept: Hold[] = []
      for (const one of all) {
        if (!one) return this.expire()
        kept.push(isLeft(one) ? await client.holds.renew(one.id) : one)
      }
      this.#keepAll(kept)
    } catch {
      // It is shown as it was, and expires at its time.
    }
  }

  #leave = (): void => {
    if (!this.isActive) return
    for (const { id } of this.#all) void this.#client?.holds.leave(id, { keepalive: true }).catch(() => undefined)
  }

  /** The page comes back from the browser's cache, or is seen again: another tab with the same hold may have been closed. */
  #comeBack = (): void => {
    if (document.visibilityState === 'visible' && this.isActive) void this.#regain()
  }

  async renew(): Promise<boolean> {
    const client = this.#client
    if (!client || !this.hold) return false
    try {
      this.#keepAll(await Promise.all(this.#all.map(({ id }) => client.holds.renew(id))))
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
    if (this.isActive) for (const one of this.#all) this.#release(one)
    this.clear()
  }

  /** Clears the hold without a request to the server, because it was booked or the session ended. */
  clear(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#check)
    this.others = []
    this.#set({ hold: null, placing: null, problem: null, lastRequest: null })
  }

  clearProblem(): void {
    this.#set({ problem: null })
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave)
    window.removeEventListener('pageshow', this.#comeBack)
    document.removeEventListener('visibilitychange', this.#comeBack)
    this.release()
  }

  #keepAll([hold, ...others]: readonly Hold[]): void {
    this.others = others
    if (hold) this.#keep(hold)
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
