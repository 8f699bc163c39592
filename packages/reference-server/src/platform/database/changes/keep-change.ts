import type { Change } from '../../contracts/change.ts'
import type { DomainEvent } from '../../contracts/event.ts'
import type { AccessRow } from '../../contracts/ledger.ts'
import type { ChangeRequest, UnitOfWork } from '../../contracts/unit-of-work.ts'
import type { Vault } from '../../contracts/vault.ts'
import type { Write } from '../../contracts/write.ts'
import { accessesToInsert } from '../../audit/access-columns.ts'
import { Problem } from '../../problems/problem.ts'
import { DatabaseError } from '../errors/database-error.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { eventsToInsert, storedEvent } from '../unit-of-work/outbox-rows.ts'
import { deleteExpiredReplay, findReplay, replayKeyOf, replayToInsert } from '../unit-of-work/replays.ts'
import { compileChange } from './compile-change.ts'
import type { GroupCommits } from './group-commits.ts'
import { rowsToInsert, type RowsToInsert } from './rows-to-insert.ts'

export interface KeepChangeParts {
  readonly database: PlatformDatabase
  readonly vault: Vault
  readonly ledger: {
    append(rows: readonly AccessRow[]): Promise<void>
    committed(rows: readonly AccessRow[]): Promise<void>
  }
  readonly groups: GroupCommits
  /** Called after a commit that holds events. */
  readonly onEvents: (events: readonly DomainEvent[]) => void
}

type Kept<A> = { readonly result: A; readonly replayed: boolean }
type Decide<A> = (isRepeated: boolean) => Change<A> | Promise<Change<A>>

/** How often a change is gathered and decided, when others keep changing the same rows. */
const maxAttempts = 5

/** A second request with a key waits for the first one of this process, so that only one of them is decided. */
const waitTurn = async (running: Map<string, Promise<void>>, key: string): Promise<() => void> => {
  for (let before = running.get(key); before; before = running.get(key)) await before
  const { promise, resolve } = Promise.withResolvers<void>()
  running.set(key, promise)
  return () => {
    running.delete(key)
    resolve()
  }
}

/**
 * Stores what a decision returns: as one statement, in a group with others. The answer is replayed for a repeated request, also if the
 * decision refuses it because the first one succeeded. An idempotency key, or an event, that is already stored violates a constraint.
 */
export const createKeepChange = (parts: KeepChangeParts): UnitOfWork['keep'] => {
  const { database, vault, ledger, onEvents } = parts
  const running = new Map<string, Promise<void>>()

  const replay = async <A>({ domain, context, idempotency, audit }: ChangeRequest<A>): Promise<Kept<A> | null> => {
    if (idempotency === null) return null
    const db = database.reader({ domain, organizationId: context.caller.organizationId })
    const earlier = await findReplay<A>(db, vault, context, idempotency)
    if (earlier === null) return null
    await ledger.append(audit(earlier.answer))
    return { result: earlier.answer, replayed: true }
  }

  const keep = async <A>(request: ChangeRequest<A>, decide: Decide<A>): Promise<Kept<A>> => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      let outcome: Stored | Refused
      let change: Change<A>
      try {
        change = await decide(attempt > 1)
        outcome = await storeOrDecideAgain(parts, request, change)
      } catch (error) {
        const earlier = error instanceof Problem ? await replay(request) : null
        if (earlier === null) throw error
        return earlier
      }
      if (outcome === 'outdated' || outcome === 'in the way') continue
      if (outcome === 'key used') {
        const earlier = await replay(request)
        if (earlier !== null) return earlier
        if (request.idempotency) await deleteExpiredReplay(database, request.context, request.idempotency)
        continue
      }
      if (outcome.events.length > 0) onEvents(outcome.events)
      await ledger.committed(outcome.rows)
      return { result: outcome.change.answer as A, replayed: false }
    }
    throw new Problem(
      503,
      'try_again',
      'Several requests changed the same data at once. Nothing was stored. Try again.',
      { reason: 'conflicts', headers: { 'Retry-After': '1' } },
    )
  }

  return async (request, decide) => {
    if (request.idempotency === null) return keep(request, decide)
    const key = replayKeyOf(request.context, request.idempotency)
    const isWaiting = running.has(key)
    const done = await waitTurn(running, key)
    try {
      return (isWaiting ? await replay(request) : null) ?? (await keep(request, decide))
    } finally {
      done()
    }
  }
}

/** `outdated`: what was gathered has changed. `in the way`: only the last condition does not hold. */
type Refused = 'outdated' | 'in the way' | 'key used'

interface Stored {
  readonly change: Change<unknown>
  readonly events: readonly DomainEvent[]
  readonly rows: readonly AccessRow[]
}

/** Stores the change, or what it decides otherwise. */
const storeOrDecideAgain = async <A>(
  parts: KeepChangeParts,
  request: ChangeRequest<A>,
  first: Change<A>,
): Promise<Stored | Refused> => {
  for (let change = first; ;) {
    let outcome: Stored | Refused
    try {
      outcome = await store(parts, request, change)
    } finally {
      change.settled?.()
    }
    if (outcome !== 'in the way' || change.otherwise === undefined) return outcome
    change = change.otherwise()
  }
}

const store = async <A>(
  { database, vault, groups }: KeepChangeParts,
  request: ChangeRequest<A>,
  change: Change<A>,
): Promise<Stored | Refused> => {
  const { domain, context, idempotency, audit, consumes, replay: stored = (result: A) => result } = request
  const { organizationId } = context.caller
  const db = database.reader({ domain, organizationId })
  const events = (change.events ?? []).map((event) => storedEvent(event, organizationId, context.now))
  const rows = audit(change.answer)
  const writes = await Promise.all((change.writes ?? []).map((write) => sealWrite(vault, db, organizationId, write)))
  const inserts: RowsToInsert[] = []
  if (events.length > 0) inserts.push(eventsToInsert(events))
  if (idempotency) inserts.push(await replayToInsert(db, vault, context, idempotency, stored(change.answer)))
  if (consumes) inserts.push(marksToInsert(organizationId, consumes))
  if (rows.length > 0) inserts.push(accessesToInsert(rows))
  if (writes.length > 0 || inserts.length > 0) {
    const statement = compileChange(organizationId, writes, inserts)
    try {
      const held = await groups.commit({ domain, organizationId, ...statement })
      const failed = statement.conditions > 0 ? held?.indexOf('f') : -1
      if (failed !== -1) return failed === statement.conditions - 1 ? 'in the way' : 'outdated'
    } catch (error) {
      if (isKeyUsed(error)) return 'key used'
      if (isEndedByOthers(error)) return 'outdated'
      throw error
    }
  }
  change.committed?.()
  return { change, events, rows }
}

const sealWrite = async (
  vault: Vault,
  db: Parameters<Vault['seal']>[0],
  organizationId: string,
  write: Write,
): Promise<Write> => {
  const { sealed, statement } = write
  if (sealed === undefined) return write
  const { at, rowId, patientId, value } = sealed
  const bytes = await vault.seal(db, { organizationId, table: statement.table, rowId, patientId }, value)
  return { statement, values: write.values.with(at, bytes) }
}

const marksToInsert = (
  organizationId: string,
  { consumer, eventIds }: NonNullable<ChangeRequest<unknown>['consumes']>,
): RowsToInsert =>
  rowsToInsert('platform.consumed', markColumns, [
    eventIds.map(() => organizationId),
    eventIds.map(() => consumer),
    eventIds,
  ])
const markColumns = [
  ['organization_id', 'uuid'],
  ['consumer', 'text'],
  ['event_id', 'uuid'],
] as const

const isKeyUsed = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505' && error.table === 'platform.replays'

/** Deadlock or serialization failure: PostgreSQL has ended one of several concurrent transactions. */
const isEndedByOthers = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001')
