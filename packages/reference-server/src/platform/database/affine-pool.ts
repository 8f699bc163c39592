import type { Connection, ConnectionScope } from './connection.ts'
import { isInBackground } from './background.ts'
import type { Lease } from './kysely-over-connections.ts'
import { databaseLost } from './database-error.ts'

export interface AffinePoolOptions {
  readonly size: number
  /** Opens one more connection. `onLost` is to be called when it breaks. */
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
  /**
   * Statements under way on one connection before the next has to wait for an answer. Default 1: where there are several connections, one
   * slow statement must not hold up others.
   */
  readonly maxUnanswered?: number
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
 * around every read costs 2.9 times the read (PERFORMANCE.md, row security), and keeping them costs 1.05. A request is given,
 * in this order: a free connection of its own scope, a new one, the free one unused for longest (switched in one statement). When all
 * are in use, requests come before background work, and those of the scope at hand before others, both within bounds.
 */
export class AffinePool {
  readonly #options: AffinePoolOptions
  readonly #maxUnanswered: number
  /** Least recently used first. */
  readonly #free: Connection[] = []
  readonly #waiting: Waiter[] = []
  readonly #all = new Set<Connection>()
  #opening = 0
  #closing: { readonly done: () => void } | null = null

  constructor(options: AffinePoolOptions) {
    this.#options = options
    this.#maxUnanswered = options.maxUnanswered ?? 1
  }

  /** How many requests wait for a connection; a measure of overload. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** A connection, of this scope where one is free: whoever begins a transaction on it sets the scope with it. */
  async take(scope: ConnectionScope): Promise<Connection> {
    if (this.#closing) throw databaseLost('closing')
    return this.#takeFree(scope) ?? (await this.#openOrWait(scope))
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
   * A connection for one statement that is no transaction. Where it may have several unanswered, whoever waits next is given it as soon as
   * the statement is on its way, so that the engine finds the next one when it is done with this; beyond those they wait here, where
   * requests come first.
   */
  async lease(scope: ConnectionScope): Promise<Lease> {
    const connection = await this.take(scope)
    const ready = connection.switchTo(scope)
    let isBack = false
    const giveBack = (): void => {
      if (isBack) return
      isBack = true
      this.release(connection)
    }
    return {
      connection,
      sent: () => connection.unanswered < this.#maxUnanswered && giveBack(),
      answered: giveBack,
      ...(ready && { ready }),
    }
  }

  release(connection: Connection): void {
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

  async #openOrWait(scope: ConnectionScope): Promise<Connection> {
    if (this.#all.size + this.#opening < this.#options.size) return this.#open()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(databaseLost('no connection came free'))
      }, this.#options.maxWait)
      const waiter: Waiter = { scope, resolve, reject, timer, isInBackground: isInBackground(), passedOver: 0 }
      this.#waiting.push(waiter)
    })
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
    this.#open().then(waiter.resolve, waiter.reject)
  }

  #nextWaiter(connection: Connection): Waiter | undefined {
    const oldest = this.#waiting[0]
    if (!oldest) return undefined
    const isRequest = ({ isInBackground: background }: Waiter): boolean => !background
    const mayOvertake = oldest.isInBackground && oldest.passedOver < maxPassedOverInBackground
    const first = mayOvertake ? Math.max(this.#waiting.findIndex(isRequest), 0) : 0
    const head = this.#waiting[first] as Waiter
    if (first > 0) oldest.passedOver += 1
    // Of the same rank, and of the scope at hand.
    const own =
      head.passedOver < maxPassedOver
        ? this.#waiting.findIndex((each) => each.isInBackground === head.isInBackground && connection.has(each.scope))
        : first
    if (own > first) head.passedOver += 1
    return this.#waiting.splice(Math.max(own, first), 1)[0]
  }

  #settleClosing(): void {
    if (this.#closing && this.#opening === 0 && this.#free.length === this.#all.size) this.#closing.done()
  }
}
