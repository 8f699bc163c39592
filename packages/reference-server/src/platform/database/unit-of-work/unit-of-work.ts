import type { Compilable } from 'kysely'
import { Problem } from '../../problems/problem.ts'
import type { DomainEvent } from '../../contracts/event.ts'
import type { AccessRow, Ledger } from '../../contracts/ledger.ts'
import type { WriteContext } from '../../contracts/context.ts'
import type { Statement } from '../../contracts/database.ts'
import type { TransmissionQueue } from '../../contracts/transmission.ts'
import type { UnitOfWork, WorkRequest } from '../../contracts/unit-of-work.ts'
import type { Vault } from '../../contracts/vault.ts'
import { createGroupCommits, type GroupCommits } from '../changes/group-commits.ts'
import { createKeepChange } from '../changes/keep-change.ts'
import { DatabaseError } from '../errors/database-error.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { insertEventsStatement, storedEvent } from './outbox-rows.ts'
import { insertReplayStatement, replayOrClaim } from './replays.ts'

export interface UnitOfWorkOptions {
  readonly database: PlatformDatabase
  readonly vault: Vault
  /** `committed` is awaited after the commit of a transaction with `insertStatement`, and before its response is sent. */
  readonly ledger: Ledger & { committed(rows: readonly AccessRow[]): Promise<void> }
  readonly transmissions: TransmissionQueue
  /** Shared with the ledger, whose rows accompany changes. Default: its own. */
  readonly groups?: GroupCommits
  /** Called after a commit that holds events, so that delivery does not wait for the next poll. */
  readonly onEvents: (events: readonly DomainEvent[]) => void
}

/** Deadlocks and serialization failures of concurrent transactions. PostgreSQL ends one of them, which may run again. */
const retryableSqlStates: ReadonlySet<string> = new Set(['40P01', '40001'])
const maxAttempts = 3

/**
 * Stores fact, events and audit rows in one transaction. An idempotent request also stores its encrypted response, which is replayed for
 * 24 hours. A replay writes its audit rows again, because the response is shown again.
 */
export const createUnitOfWork = (options: UnitOfWorkOptions): UnitOfWork => {
  const { database, vault, ledger, onEvents } = options
  const attempt = async <A>(
    request: WorkRequest<A>,
    keep: (context: WriteContext) => Promise<A>,
  ): Promise<{ result: A; replayed: boolean; rows: readonly AccessRow[]; events: readonly DomainEvent[] }> => {
    const { context, domain, idempotency, replay: stored = (result: A) => result } = request
    const { organizationId } = context.caller
    return database.transact({ domain, organizationId }, async (tx, last) => {
      const events: DomainEvent[] = []
      const writes: Statement[] = [...(request.deferred ?? [])]
      const defer: WriteContext['defer'] = (write) =>
        void writes.push('text' in write ? write : compileStatement(write))
      const emit: WriteContext['emit'] = async (event) => {
        events.push(storedEvent(event, organizationId, context.now))
      }
      const earlier = idempotency ? await replayOrClaim<A>(tx, vault, context, idempotency) : null
      const result = earlier
        ? earlier.answer
        : await keep({ ...context, access: context.access, vault, tx, emit, defer })
      const rows = request.audit(result)
      const statement = ledger.insertStatement(rows, [
        ...(events.length > 0 ? [insertEventsStatement(database, events)] : []),
        ...(idempotency && !earlier
          ? [await insertReplayStatement(tx, vault, context, idempotency, stored(result))]
          : []),
        ...writes,
      ])
      if (statement) last(statement)
      return { result, replayed: earlier !== null, rows, events }
    })
  }

  return {
    keep: createKeepChange({ ...options, groups: options.groups ?? createGroupCommits(database) }),
    run: async (request, keep) => {
      for (let attempts = 1; ; attempts += 1) {
        try {
          const { result, replayed, rows, events } = await attempt(request, keep)
          if (events.length > 0) onEvents(events)
          await ledger.committed(rows)
          return { result, replayed }
        } catch (error) {
          if (!(error instanceof DatabaseError) || !retryableSqlStates.has(error.code)) throw error
          if (attempts === maxAttempts) {
            throw new Problem(
              503,
              'try_again',
              'Several requests changed the same data at once. Nothing was stored. Try again.',
              {
                reason: error.code,
                headers: { 'Retry-After': '1' },
              },
            )
          }
        }
      }
    },
  }
}

const compileStatement = (write: Compilable): Statement => {
  const { sql: text, parameters: values } = write.compile()
  return { text, values }
}
