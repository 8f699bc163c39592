import { CombinedReads, type SingleRead } from './combined-reads.ts'
import type { Connection } from './connection.ts'
import { gatedSelect } from './organization-gate.ts'
import { observeStatement } from './observed-work.ts'
import { currentRequest } from './current-request.ts'
import type { ConnectionScope } from './scope-statements.ts'
import { DatabaseError, databaseLost } from '../errors/database-error.ts'
import { Problem } from '../../problems/problem.ts'
import { outsideTransaction } from './transaction-context.ts'

export interface ReadPoolOptions {
  /** Maximum number of connections of all roles. A third is for roles that have one already, so that each role can have one. */
  readonly size: number
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
}

interface WaitingRead extends SingleRead {
  /** Its group failed: it may have been the cause. */
  isAlone: boolean
  readonly resolve: (rows: readonly object[] | null) => void
  readonly reject: (error: unknown) => void
}

/** A connection of a role. Since when a group is under way on it; null if none is. */
interface ReadConnection {
  readonly connection: Connection
  busySince: number | null
}

/** The reads of one role. */
interface RoleReads {
  readonly role: string
  readonly waiting: WaitingRead[]
  readonly connections: ReadConnection[]
  readonly combined: CombinedReads
  isOpening: boolean
  isScheduled: boolean
  isWatched: boolean
}

/** A read waits for those of its group. */
const maxGroup = 32
/** Another connection is opened for a role whose reads take longer. Milliseconds. */
const slow = 5
/** If none may be opened, a connection of the pool is used, whose role and organization must be set. Milliseconds. */
const verySlow = 150
const maxConnectionsOfRole = 4

/**
 * Connections that keep their role: each has only the plans of one role, and a read needs no statement that sets it. It sets its
 * organization itself. What is read in one turn of the event loop is sent in one round trip, and what one request reads, as one statement. A read that fails does not affect the others
 * of its group; one that is slow delays only those that were sent with it.
 */
export class ReadPool {
  readonly #options: ReadPoolOptions
  readonly #roles = new Map<string, RoleReads>()
  #open = 0
  #isClosed = false

  constructor(options: ReadPoolOptions) {
    this.#options = options
  }

  /**
   * Null if no connection of this role is free soon and none can be opened: the read then needs one of the pool. `gated` returns the text
   * that sets the organization of the read.
   */
  read(
    { role, organization }: ConnectionScope,
    text: string,
    values: readonly unknown[],
    gated = gatedSelect,
  ): Promise<readonly object[] | null> {
    if (this.#isClosed) throw databaseLost('closing')
    observeStatement('read', role, text, values)
    const reads = this.#readsOf(role)
    return new Promise((resolve, reject) => {
      const read = { text, values, organization, gated, of: currentRequest() }
      reads.waiting.push({ ...read, isAlone: false, resolve, reject })
      this.#schedule(reads)
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const all = [...this.#roles.values()].flatMap(({ connections }) => connections)
    for (const { waiting } of this.#roles.values())
      for (const { reject } of waiting.splice(0)) reject(databaseLost('closing'))
    await Promise.all(all.map(({ connection }) => connection.end()))
  }

  #readsOf(role: string): RoleReads {
    let reads = this.#roles.get(role)
    if (!reads) {
      const combined = new CombinedReads()
      reads = { role, waiting: [], connections: [], combined, isOpening: false, isScheduled: false, isWatched: false }
      this.#roles.set(role, reads)
    }
    return reads
  }

  /** At the end of this turn of the event loop. */
  #schedule(reads: RoleReads): void {
    if (reads.isScheduled) return
    reads.isScheduled = true
    outsideTransaction(() =>
      setImmediate(() => {
        reads.isScheduled = false
        this.#send(reads)
      }),
    )
  }

  #send(reads: RoleReads): void {
    while (reads.waiting.length > 0) {
      const [first] = reads.waiting
      const idle = reads.connections.find(({ busySince }) => busySince === null)
      if (!idle) return this.#await(reads)
      void this.#run(reads, idle, reads.waiting.splice(0, first?.isAlone ? 1 : maxGroup))
    }
  }

  /** Waits for a connection that is busy, if it is soon idle; opens one more, if that is allowed; or sends the reads to the pool. */
  #await(reads: RoleReads): void {
    if (reads.isOpening || reads.isWatched) return
    const latest = performance.now() - (this.#mayOpen(reads) ? slow : verySlow)
    if (reads.connections.some(({ busySince }) => busySince !== null && busySince > latest)) {
      reads.isWatched = true
      setTimeout(() => {
        reads.isWatched = false
        this.#send(reads)
      }, slow)
    } else if (this.#mayOpen(reads)) void this.#openFor(reads)
    else for (const { resolve } of reads.waiting.splice(0)) resolve(null)
  }

  #mayOpen({ connections }: RoleReads): boolean {
    const { size } = this.#options
    const roles = this.#roles.values().reduce((count, each) => count + Math.min(each.connections.length, 1), 0)
    if (connections.length > 0 && this.#open - roles >= Math.floor(size / 3)) return false
    return this.#open < size && connections.length < maxConnectionsOfRole
  }

  async #openFor(reads: RoleReads): Promise<void> {
    reads.isOpening = true
    this.#open += 1
    try {
      const connection = await this.#options.connect((lost) => this.#onLost(reads, lost))
      await connection.fixRole(reads.role).catch(async (error: unknown) => {
        await connection.end()
        throw error
      })
      if (this.#isClosed) await connection.end()
      else reads.connections.push({ connection, busySince: null })
      reads.isOpening = false
    } catch (error) {
      reads.isOpening = false
      this.#open -= 1
      if (reads.connections.length === 0) for (const { reject } of reads.waiting.splice(0)) reject(error)
    }
    this.#send(reads)
  }

  #onLost(reads: RoleReads, lost: Connection): void {
    const place = reads.connections.findIndex(({ connection }) => connection === lost)
    if (place < 0) return
    reads.connections.splice(place, 1)
    this.#open -= 1
    void lost.end()
    if (reads.waiting.length > 0) this.#schedule(reads)
  }

  async #run(reads: RoleReads, chosen: ReadConnection, group: readonly WaitingRead[]): Promise<void> {
    chosen.busySince = performance.now()
    try {
      const statements = reads.combined.statementsOf(group)
      const results = await chosen.connection.readAsText(reads.role, statements)
      results.forEach((result, place) => {
        const statement = statements[place]
        statement?.rowsOf(result).forEach((rows, number) => statement.reads[number]?.resolve(rows))
      })
    } catch (error) {
      // Each alone: one that the database refuses does not affect the others.
      if (group.length > 1 && !(error instanceof Problem)) {
        if (isOfStructure(error)) reads.combined.forget()
        reads.waiting.unshift(...group.map((read) => Object.assign(read, { isAlone: true })))
      } else for (const { reject } of group) reject(error)
    } finally {
      chosen.busySince = null
      this.#send(reads)
    }
  }
}

/** An error of a name, a column or a type (class 42), or a plan whose result has changed. */
const isOfStructure = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code.startsWith('42') || error.code === '0A000')
