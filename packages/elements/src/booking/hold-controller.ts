import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Hold, PlaceHold, VisitClient } from '@visitkit/sdk'
import { toProblem, type Problem } from '../core/problem.ts'

/** The server keeps a time for five minutes; a device whose clock is wrong counts from then. */
const HOLD_MS = 300_000

/** The one time that is kept for this person: placing it, counting down, keeping it longer, letting it go. */
export class HoldController implements ReactiveController {
  #host: ReactiveControllerHost & { readonly isConnected: boolean }
  #client: VisitClient | null = null
  #endsAt = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #latest = 0

  /** The time that is held; stays when it has expired, so that it can be held again. */
  hold: Hold | null = null
  /** Start of the time that is being held just now. */
  placing: string | null = null
  problem: Problem | null = null
  /** What the last attempt asked for. */
  lastRequest: PlaceHold | null = null
  /** Told once a minute is left and once it is over. */
  onTick: (moment: 'minute' | 'over') => void = () => {}

  constructor(host: ReactiveControllerHost & { readonly isConnected: boolean }) {
    this.#host = host
    host.addController(this)
  }

  get secondsLeft(): number {
    return this.hold ? Math.max(0, (this.#endsAt - performance.now()) / 1000) : 0
  }

  get isActive(): boolean {
    return this.secondsLeft > 0
  }

  /** Holds a time instead of the one before. Resolves with whether it is held. */
  async place(client: VisitClient, lastRequest: PlaceHold): Promise<boolean> {
    const attempt = ++this.#latest
    const before = this.isActive ? this.hold : null
    this.#client = client
    this.#set({ placing: lastRequest.start, problem: null, lastRequest })
    try {
      const hold = await client.holds.place(lastRequest)
      if (attempt !== this.#latest) {
        this.#letGo(hold)
        return false
      }
      if (before) this.#letGo(before)
      this.#keep(hold)
      return true
    } catch (error) {
      if (attempt === this.#latest) this.#set({ placing: null, problem: toProblem(error) })
      return false
    }
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

  /** The server says that it is over. */
  expire(): void {
    this.#endsAt = 0
    this.#tick()
  }

  /** Lets the time go for others. */
  release(): void {
    this.#latest++
    if (this.isActive && this.hold) this.#letGo(this.hold)
    this.clear()
  }

  /** Forgets it without telling the server, because it has been booked or nobody is signed in. */
  clear(): void {
    clearInterval(this.#timer)
    this.#set({ hold: null, placing: null, problem: null, lastRequest: null })
  }

  clearProblem(): void {
    this.#set({ problem: null })
  }

  hostDisconnected(): void {
    // Moving an element in the page takes it out for a moment: only what stays away lets its time go.
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

  /** A time that cannot be let go runs out by itself. */
  #letGo(hold: Hold): void {
    void this.#client?.holds.release(hold.id).catch(() => undefined)
  }

  #set(next: Partial<Pick<HoldController, 'hold' | 'placing' | 'problem' | 'lastRequest'>>): void {
    Object.assign(this, next)
    this.#host.requestUpdate()
  }
}
