import type { Connection, ConnectionScope } from './connection.ts'
import { isInBackground } from './background.ts'
import type { Lease } from './kysely-over-connections.ts'
import { databaseLost } from '../errors/database-error.ts'

export interface AffinePoolOptions {
  readonly size: number
  /** Opens one more connection. `onLost` is to be called when it breaks. */
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
  /**
   * Statements under way on one connection before the next has to wait for an answer. Default 1: where there are several connections, one
   * slow statement must not hold up others.
   */
  readonly maxUnanswered?: number
  /**
   * Statements and transactions of background work at a time; what is beyond waits, also while a connection is free. Default: no bound.
   * However much there is to do that nobody waits for, a request then finds few of its turns taken.
   */
  readonly maxInBackground?: number
  /** How long a request may wait for a connection before it is refused with 503. Milliseconds. */
  readonly maxWait: number
}

interface Waiter {
  readonly scope: ConnectionScope
  readonly resolve: (connection: Connection) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
  readonly isInBackground: boolean
  passedOver: number
}

/** Work still under way this long after closing began is cut off. Milliseconds. */
const drainTakesAtMost = 10_000
/** A waiter is overtaken by others of the scope at hand this often at most. */
const maxPassedOver = 8
/** What runs in the background is overtaken by requests this often at most. */
const maxPassedOverInBackground = 10

/**
 * Connections that remember their scope. Row security needs the role and the organization set on the connection; setting them
 * around every read costs 6.3 times the read, and keeping them costs 1.04 (docs/benchmarks.md, goal 18). A request is given,
 * in this order: a free connection of its own scope, a new one, the free one unused for longest (switched in one statement). When all
 * are in use, requests come before background work, and those of the scope at hand before others, both within bounds.
 */
export class AffinePool {
  readonly #options: AffinePoolOptions
  readonly #maxUnanswered: number
  readonly #maxInBackground: number
  /** Least recently used first. */
  readonly #free: Connection[] = []
  readonly #waiting: Waiter[] = []
  readonly #all = new Set<Connection>()
  /** Held by background work for more than a statement. */
  readonly #heldInBackground = new Set<Connection>()
  #inBackground = 0
  #opening = 0
  #closing: { readonly done: () => void } | null = null

  constructor(options: AffinePoolOptions) {
    this.#options = options
    this.#maxUnanswered = options.maxUnanswered ?? 1
    this.#maxInBackground = options.maxInBackground ?? Infinity
  }

  /** How many requests wait for a connection; a measure of overload. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** A connection, of this scope where one is free: anyone who begins a transaction on it sets the scope with it. */
  async take(scope: ConnectionScope): Promise<Connection> {
    const connection = await this.#grant(scope)
    if (isInBackground()) this.#heldInBackground.add(connection)
    return connection
  }

  /** A connection of this scope. */
  async acquire(scope: ConnectionScope): Promise<Connection> {
    const connection = await this.take(scope)
    try {
      await connection.switchTo(scope)
      return connection
    } catch (error) {
      this.release(connection)
      throw error
    }
  }

  /**
   * A connection for one statement that is no transaction. Where it may have several unanswered, anyone who waits next is given it as soon as
   * the statement is on its way, so that the engine finds the next one when it is done with this; beyond those they wait here, where
   * requests come first.
   */
  async lease(scope: ConnectionScope): Promise<Lease> {
    const connection = await this.#grant(scope)
    const background = isInBackground()
    const ready = connection.switchTo(scope)
    let isBack = false
    const giveBack = (): void => {
      if (isBack) return
      isBack = true
      this.#giveBack(connection)
    }
    return {
      connection,
      sent: () => this.mayFollow(connection) && giveBack(),
      answered: () => {
        if (background) this.#inBackground -= 1
        giveBack()
        if (background) this.#serveFree()
      },
      ...(ready && { ready }),
    }
  }

  /** Whether others may send statements on a connection whose last ones are yet to be answered. */
  mayFollow(connection: Connection): boolean {
    return connection.unanswered < this.#maxUnanswered
  }

  release(connection: Connection): void {
    if (this.#heldInBackground.delete(connection)) this.#inBackground -= 1
    this.#giveBack(connection)
  }

  #giveBack(connection: Connection): void {
    if (!this.#all.has(connection)) return
    if (connection.lost) {
      this.#forget(connection)
      void connection.end()
      this.#openForWaiting()
      return
    }
    const waiter = this.#nextWaiter(connection)
    if (waiter) {
      clearTimeout(waiter.timer)
      waiter.resolve(connection)
      return
    }
    this.#free.push(connection)
    this.#settleClosing()
  }

  /** Refuses new work, waits for what is under way and ends every connection. */
  async close(): Promise<void> {
    if (this.#closing) return
    await new Promise<void>((resolve) => {
      this.#closing = { done: resolve }
      for (const waiter of this.#waiting.splice(0)) {
        clearTimeout(waiter.timer)
        waiter.reject(databaseLost('closing'))
      }
      this.#settleClosing()
      setTimeout(resolve, drainTakesAtMost).unref()
    })
    await Promise.all([...this.#all].map((connection) => connection.end()))
    this.#all.clear()
  }

  #takeFree(scope: ConnectionScope): Connection | undefined {
    const own = this.#free.findLastIndex((connection) => connection.has(scope))
    if (own >= 0) return this.#free.splice(own, 1)[0]
    return this.#all.size + this.#opening >= this.#options.size ? this.#free.shift() : undefined
  }

  /** What background work is granted counts until it is released, or its statement answered. */
  #grant(scope: ConnectionScope): Promise<Connection> | Connection {
    if (this.#closing) throw databaseLost('closing')
    const background = isInBackground()
    if (background && this.#isBackgroundFull) return this.#wait(scope)
    const free = this.#takeFree(scope)
    if (!free && this.#all.size + this.#opening >= this.#options.size) return this.#wait(scope)
    if (background) this.#inBackground += 1
    return free ?? this.#openFor(background)
  }

  get #isBackgroundFull(): boolean {
    return this.#inBackground >= this.#maxInBackground
  }

  #wait(scope: ConnectionScope): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(databaseLost('no connection came free'))
      }, this.#options.maxWait)
      const waiter: Waiter = { scope, resolve, reject, timer, isInBackground: isInBackground(), passedOver: 0 }
      this.#waiting.push(waiter)
    })
  }

  async #openFor(background: boolean): Promise<Connection> {
    try {
      return await this.#open()
    } catch (error) {
      if (background) this.#inBackground -= 1
      throw error
    }
  }

  async #open(): Promise<Connection> {
    this.#opening += 1
    try {
      const connection = await this.#options.connect((lost) => this.#onLost(lost))
      this.#all.add(connection)
      return connection
    } catch (error) {
      // With the server gone those who wait would each wait out their time; they learn it at once instead.
      queueMicrotask(() => this.#openForWaiting())
      throw error
    } finally {
      this.#opening -= 1
      this.#settleClosing()
    }
  }

  /** A connection that breaks while free is dropped at once; one in use is dropped when it is released. */
  #onLost(connection: Connection): void {
    const free = this.#free.indexOf(connection)
    if (free < 0) return
    this.#free.splice(free, 1)
    this.#forget(connection)
    void connection.end()
  }

  #forget(connection: Connection): void {
    this.#all.delete(connection)
    this.#settleClosing()
  }

  /** Those who wait for a connection that broke are given a new one, or its failure. */
  #openForWaiting(): void {
    const waiter = this.#closing ? undefined : this.#waiting.shift()
    if (!waiter) return
    clearTimeout(waiter.timer)
    if (waiter.isInBackground) this.#inBackground += 1
    this.#openFor(waiter.isInBackground).then(waiter.resolve, waiter.reject)
  }

  /** Background work whose turn has come, where connections are free. */
  #serveFree(): void {
    const connection = this.#free.at(-1)
    const waiter = connection && this.#nextWaiter(connection)
    if (!waiter) return
    this.#free.pop()
    clearTimeout(waiter.timer)
    waiter.resolve(connection)
  }

  #nextWaiter(connection: Connection): Waiter | undefined {
    const waiting = this.#isBackgroundFull ? this.#waiting.filter((each) => !each.isInBackground) : this.#waiting
    const oldest = waiting[0]
    if (!oldest) return undefined
    const isRequest = ({ isInBackground: background }: Waiter): boolean => !background
    const mayOvertake = oldest.isInBackground && oldest.passedOver < maxPassedOverInBackground
    const first = mayOvertake ? Math.max(waiting.findIndex(isRequest), 0) : 0
    const head = waiting[first] as Waiter
    if (first > 0) oldest.passedOver += 1
    // Of the same rank, and of the scope at hand.
    const own =
      head.passedOver < maxPassedOver
        ? waiting.findIndex((each) => each.isInBackground === head.isInBackground && connection.has(each.scope))
        : first
    if (own > first) head.passedOver += 1
    const next = waiting[Math.max(own, first)] as Waiter
    this.#waiting.splice(this.#waiting.indexOf(next), 1)
    if (next.isInBackground) this.#inBackground += 1
    return next
  }

  #settleClosing(): void {
    if (this.#closing && this.#opening === 0 && this.#free.length === this.#all.size) this.#closing.done()
  }
}
