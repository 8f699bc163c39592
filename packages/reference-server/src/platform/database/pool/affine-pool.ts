import type { Connection } from './connection.ts'
import type { ConnectionScope } from './scope-statements.ts'
import { isInBackground } from './background.ts'
import type { Lease } from './execute-once.ts'
import { databaseLost } from '../errors/database-error.ts'

export interface AffinePoolOptions {
  readonly size: number
  /** Opens one more connection. Call `onLost` when it breaks. */
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
  /**
   * Maximum number of pending statements on one connection. Default 1: with several connections, a slow statement must not delay others.
   */
  readonly maxUnanswered?: number
  /**
   * Maximum number of concurrent statements and transactions of background work; more wait, even while a connection is free. Default: no
   * limit. It bounds how long a request waits for background work.
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

/** After this time, closing ends work that is still under way. Milliseconds. */
const drainTimeoutMs = 10_000
/** Maximum number of times that waiters of the current scope overtake a waiter. */
const maxPassedOver = 8
/** Maximum number of times that requests overtake background work. */
const maxPassedOverInBackground = 10

/**
 * Connections that keep their scope. Row security needs the role and the organization set on the connection. Setting them for every read
 * costs 6.3 times the read, keeping them 1.04 times (docs/benchmarks.md, goal 18). A request gets, in this order: a free connection with
 * its scope, a new connection, the free one unused for longest (switched in one statement). If all are in use, requests come before
 * background work, and those of the current scope before others, both within bounds.
 */
export class AffinePool {
  readonly #options: AffinePoolOptions
  readonly #maxUnanswered: number
  readonly #maxInBackground: number
  /** Least recently used first. */
  readonly #free: Connection[] = []
  readonly #waiting: Waiter[] = []
  readonly #all = new Set<Connection>()
  /** Connections that background work holds for longer than a statement. */
  readonly #heldInBackground = new Set<Connection>()
  #inBackground = 0
  #opening = 0
  #closing: { readonly done: () => void } | null = null

  constructor(options: AffinePoolOptions) {
    this.#options = options
    this.#maxUnanswered = options.maxUnanswered ?? 1
    this.#maxInBackground = options.maxInBackground ?? Infinity
  }

  /** Number of requests that wait for a connection; a measure of overload. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Takes a connection, with this scope if one is free, else with one of the others. The caller sets the scope when it begins a
   * transaction.
   */
  async take(scope: ConnectionScope, others: readonly ConnectionScope[] = []): Promise<Connection> {
    const connection = await this.#grant(scope, others)
    if (isInBackground()) this.#heldInBackground.add(connection)
    return connection
  }

  /** Takes a connection and sets this scope. */
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
   * Takes a connection for one statement outside a transaction. If it may have several pending statements, the next waiter gets it as
   * soon as this statement is sent, so that the engine is never idle. Beyond the limit, statements wait here, where requests come first.
   */
  async lease(scope: ConnectionScope): Promise<Lease> {
    const connection = await this.#grant(scope)
    const background = isInBackground()
    const ready = connection.switchTo(scope)
    let isBack = false
    const returnOnce = (): void => {
      if (isBack) return
      isBack = true
      this.#returnToPool(connection)
    }
    return {
      connection,
      sent: () => this.mayFollow(connection) && returnOnce(),
      answered: () => {
        if (background) this.#inBackground -= 1
        returnOnce()
        if (background) this.#serveFree()
      },
      ...(ready && { ready }),
    }
  }

  /** Whether others may send statements on a connection that has pending ones. */
  mayFollow(connection: Connection): boolean {
    return connection.unanswered < this.#maxUnanswered
  }

  release(connection: Connection): void {
    if (this.#heldInBackground.delete(connection)) this.#inBackground -= 1
    this.#returnToPool(connection)
  }

  #returnToPool(connection: Connection): void {
    if (!this.#all.has(connection)) return
    if (connection.lost) {
      this.#remove(connection)
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

  /** Refuses new work, waits for work under way and ends every connection. */
  async close(): Promise<void> {
    if (this.#closing) return
    await new Promise<void>((resolve) => {
      this.#closing = { done: resolve }
      for (const waiter of this.#waiting.splice(0)) {
        clearTimeout(waiter.timer)
        waiter.reject(databaseLost('closing'))
      }
      this.#settleClosing()
      setTimeout(resolve, drainTimeoutMs).unref()
    })
    await Promise.all([...this.#all].map((connection) => connection.end()))
    this.#all.clear()
  }

  #takeFree(scope: ConnectionScope, others: readonly ConnectionScope[]): Connection | undefined {
    for (const each of [scope, ...others]) {
      const own = this.#free.findLastIndex((connection) => connection.has(each))
      if (own >= 0) return this.#free.splice(own, 1)[0]
    }
    return this.#all.size + this.#opening >= this.#options.size ? this.#free.shift() : undefined
  }

  /** A grant to background work counts until the connection is released or its statement is answered. */
  #grant(scope: ConnectionScope, others: readonly ConnectionScope[] = []): Promise<Connection> | Connection {
    if (this.#closing) throw databaseLost('closing')
    const background = isInBackground()
    if (background && this.#isBackgroundFull) return this.#wait(scope)
    const free = this.#takeFree(scope, others)
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
      // If the server is gone, waiters are rejected at once instead of waiting for their timeout.
      queueMicrotask(() => this.#openForWaiting())
      throw error
    } finally {
      this.#opening -= 1
      this.#settleClosing()
    }
  }

  /** Drops a free connection that breaks at once, one in use when it is released. */
  #onLost(connection: Connection): void {
    const free = this.#free.indexOf(connection)
    if (free < 0) return
    this.#free.splice(free, 1)
    this.#remove(connection)
    void connection.end()
  }

  #remove(connection: Connection): void {
    this.#all.delete(connection)
    this.#settleClosing()
  }

  /** Gives waiters of a broken connection a new one, or its error. */
  #openForWaiting(): void {
    const waiter = this.#closing ? undefined : this.#waiting.shift()
    if (!waiter) return
    clearTimeout(waiter.timer)
    if (waiter.isInBackground) this.#inBackground += 1
    this.#openFor(waiter.isInBackground).then(waiter.resolve, waiter.reject)
  }

  /** Serves background work that may run now, if connections are free. */
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
    // Same priority, and the current scope.
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
