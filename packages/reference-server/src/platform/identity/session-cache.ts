import type { Database } from '../contracts/database.ts'
import type { Write } from '../contracts/write.ts'
import { limitReached } from './session.ts'
import type { EndReason, Session } from './session.ts'
import { sessionStore } from './session-store.ts'

export interface SessionCacheOptions {
  readonly database: Pick<Database, 'reader'>
  /** Writes a session's end, its event and its audit row, in a transaction. True when this call ended it. */
  readonly recordEnd: (session: Session, reason: EndReason, now: Date) => Promise<boolean>
  readonly write: (organizationId: string, write: Write) => Promise<void>
  readonly onFailure: (what: string, error: unknown) => void
}

export interface EndedSession {
  readonly organizationId: string
  readonly sessionId: string
  readonly reason: EndReason
}

/** While invalidations cannot reach this process, cached sessions are read again after this time. Milliseconds. */
const staleAfter = 2_000
/** A session without requests is removed from memory after this time. Its row stays. */
const evictAfter = 30 * 60_000
/** Rows per statement. */
const flushBatch = 5_000

/**
 * The sessions of this process, in memory, so that the request path rarely waits. The database is authoritative. Activity is written with
 * a delay of at most ten seconds. An end is written first and then sent to every process.
 */
export class SessionCache {
  readonly #sessions = new Map<string, Session>()
  readonly #lastUsedAt = new Map<string, number>()
  readonly #loading = new Map<string, Promise<Session | null>>()
  /** Invalidations of sessions whose rows are being read. */
  readonly #invalidatedWhileLoading = new Map<string, EndReason | 'changed'>()
  readonly #dirty = new Set<Session>()
  readonly #listeners = new Set<(ended: EndedSession) => void>()
  readonly #options: SessionCacheOptions
  #isTrusted = true

  constructor(options: SessionCacheOptions) {
    this.#options = options
  }

  /** False while invalidations may be missed: sessions are then read again every two seconds. */
  set trusted(isTrusted: boolean) {
    // Invalidations may have been missed, so every session is read again once.
    if (isTrusted && !this.#isTrusted) for (const session of this.#sessions.values()) session.readAt = 0
    this.#isTrusted = isTrusted
  }

  /** The session, ended or not; null if it does not exist. Not a promise if nothing has to be read. */
  find(organizationId: string, sessionId: string, now: number): Session | Promise<Session | null> {
    const known = this.#sessions.get(sessionId)
    if (known === undefined) return this.#load(organizationId, sessionId, now)
    this.#lastUsedAt.set(sessionId, now)
    if (known.ended !== null) return known
    if (known.readAt === 0 || (!this.#isTrusted && Math.abs(now - known.readAt) > staleAfter))
      return this.#load(organizationId, sessionId, now)
    // Another process may have recorded activity since, so the row is read before the session counts as idle.
    if (limitReached(known, now) === 'idle' && known.readAt < now) return this.#load(organizationId, sessionId, now)
    return known
  }

  /** Adds a session that was just stored. */
  add(session: Session): void {
    this.#sessions.set(session.id, session)
    this.#lastUsedAt.set(session.id, session.lastActiveAt)
  }

  touch(session: Session, now: number): void {
    if (now <= session.lastActiveAt) return
    session.lastActiveAt = now
    if (!session.isDirty) {
      session.isDirty = true
      this.#dirty.add(session)
    }
  }

  /** Ends the session in all processes. Resolves once the end is durable and this process has applied it. */
  async end(session: Session, reason: EndReason, now: Date): Promise<void> {
    // A reached limit applies even if its row cannot be written now.
    session.ended ??= reason
    await this.#options.recordEnd(session, reason, now)
    this.markEnded(session.organizationId, session.id, reason)
  }

  /** Applies a durable end, reported by this process after its commit or by another. */
  markEnded(organizationId: string, sessionId: string, reason: EndReason): void {
    const known = this.#sessions.get(sessionId)
    if (known !== undefined) {
      known.ended ??= reason
      this.#dirty.delete(known)
    }
    if (this.#loading.has(sessionId)) this.#invalidatedWhileLoading.set(sessionId, reason)
    for (const listener of this.#listeners) listener({ organizationId, sessionId, reason })
  }

  /** What another process has notified of when it ended or changed a session (`sessionStore`). */
  receive(notification: string): void {
    const [organizationId, sessionId, invalidation] = notification.split(' ')
    if (organizationId === undefined || sessionId === undefined || invalidation === undefined) return
    if (invalidation === 'changed') this.markChanged(sessionId)
    else this.markEnded(organizationId, sessionId, invalidation as EndReason)
  }

  /** Another process changed the session: it is read again on the next request. */
  markChanged(sessionId: string): void {
    const known = this.#sessions.get(sessionId)
    if (known !== undefined) known.readAt = 0
    if (this.#loading.has(sessionId) && !this.#invalidatedWhileLoading.has(sessionId))
      this.#invalidatedWhileLoading.set(sessionId, 'changed')
  }

  /** Returns a function that removes the listener. The listener may be called twice for one session. */
  onEnded(listener: (ended: EndedSession) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Writes the time of the last activity of changed sessions. */
  async flush(): Promise<void> {
    const byOrganization = new Map<string, Session[]>()
    for (const session of this.#dirty) {
      session.isDirty = false
      const list = byOrganization.get(session.organizationId)
      if (list === undefined) byOrganization.set(session.organizationId, [session])
      else list.push(session)
    }
    this.#dirty.clear()
    // Together, so that they are committed together.
    await Promise.all(
      Array.from(byOrganization, async ([organizationId, sessions]) => {
        for (let at = 0; at < sessions.length; at += flushBatch)
          await this.#write(organizationId, sessions.slice(at, at + flushBatch))
      }),
    )
  }

  /** Ends sessions that have passed a limit, so that streams close without a request. Removes unused sessions from memory. */
  async sweep(now: Date): Promise<void> {
    const at = now.getTime()
    for (const session of [...this.#sessions.values()]) {
      if (session.ended === null && limitReached(session, at) !== null) {
        const current = await this.find(session.organizationId, session.id, at)
        const reached = current === null ? null : limitReached(current, at)
        if (current !== null && current.ended === null && reached !== null) await this.end(current, reached, now)
      } else if (at - (this.#lastUsedAt.get(session.id) ?? 0) > evictAfter && !session.isDirty) {
        this.#sessions.delete(session.id)
        this.#lastUsedAt.delete(session.id)
      }
    }
  }

  async #write(organizationId: string, sessions: readonly Session[]): Promise<void> {
    try {
      const ids = sessions.map((session) => session.id)
      const times = sessions.map((session) => new Date(session.lastActiveAt))
      await this.#options.write(organizationId, sessionStore.noteActivity(ids, times))
    } catch (error) {
      this.#options.onFailure('session_activity_unwritten', error)
      for (const session of sessions) {
        session.isDirty = true
        this.#dirty.add(session)
      }
    }
  }

  #load(organizationId: string, sessionId: string, now: number): Promise<Session | null> {
    const underWay = this.#loading.get(sessionId)
    if (underWay !== undefined) return underWay
    const loading = this.#read(organizationId, sessionId, now).finally(() => {
      this.#loading.delete(sessionId)
      this.#invalidatedWhileLoading.delete(sessionId)
    })
    this.#loading.set(sessionId, loading)
    return loading
  }

  async #read(organizationId: string, sessionId: string, now: number): Promise<Session | null> {
    const stored = await sessionStore.find(
      this.#options.database.reader({ domain: 'identity', organizationId }),
      sessionId,
      now,
    )
    if (stored === null) return null
    // The row that was read may be older than an invalidation that arrived in the meantime.
    const invalidation = this.#invalidatedWhileLoading.get(sessionId)
    this.#invalidatedWhileLoading.delete(sessionId)
    if (invalidation === 'changed') return this.#read(organizationId, sessionId, now)
    if (invalidation !== undefined) stored.ended ??= invalidation
    const known = this.#sessions.get(sessionId)
    if (known === undefined) {
      this.#sessions.set(sessionId, stored)
      this.#lastUsedAt.set(sessionId, now)
      return stored
    }
    known.readAt = now
    known.caller = stored.caller
    known.signIn = stored.signIn
    known.trainingEndsAt = stored.trainingEndsAt
    known.idle = stored.idle
    known.absoluteEndsAt = stored.absoluteEndsAt
    known.ended ??= stored.ended
    if (stored.lastActiveAt > known.lastActiveAt) known.lastActiveAt = stored.lastActiveAt
    return known
  }
}
