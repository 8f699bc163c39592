import type { Change } from '../../contracts/change.ts'
import { consumerMark } from '../unit-of-work/consumer-mark.ts'
import type { DomainEvent } from '../../contracts/event.ts'
import type { AccessRow, Ledger } from '../../contracts/ledger.ts'
import type { TransmissionQueue } from '../../contracts/transmission.ts'
import type { ChangeRequest, UnitOfWork } from '../../contracts/unit-of-work.ts'
import type { Vault } from '../../contracts/vault.ts'
import type { KeptFact, RowsToInsert, Write } from '../../contracts/write.ts'
import { Problem } from '../../problems/problem.ts'
import { DatabaseError } from '../errors/database-error.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { eventsToInsert, storedEvent } from '../unit-of-work/outbox-rows.ts'
import { deleteExpiredReplay, findReplay, replayKeyOf, replayToInsert } from '../unit-of-work/replays.ts'
import { compileChange } from './compile-change.ts'
import type { GroupCommits } from './group-commits.ts'
import { rowsToInsert } from './rows-to-insert.ts'

export interface KeepChangeParts {
  readonly database: PlatformDatabase
  readonly vault: Vault
  readonly ledger: Pick<Ledger, 'append' | 'toInsert'> & { committed(rows: readonly AccessRow[]): Promise<void> }
  readonly transmissions: TransmissionQueue
  readonly groups: GroupCommits
  /** Called after a commit that holds events. */
  readonly onEvents: (events: readonly DomainEvent[]) => void
}

type Kept<A> = { readonly result: A; readonly replayed: boolean }
type Decide<A> = (isRepeated: boolean) => Change<A> | Promise<Change<A>>

/** How often a change is gathered and decided, when others keep changing the same rows. */
const maxAttempts = 8

/** Waits for the others of this process with the same key. The returned function lets the next one run. */
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
  /** By idempotency key: of two requests with one key, one is decided. */
  const running = new Map<string, Promise<void>>()
  /** By organization and tables: changes that met a conflict are decided again one after another, so that a burst on one row ends. */
  const repeating = new Map<string, Promise<void>>()

  const replay = async <A>({ domain, context, idempotency, audit }: ChangeRequest<A>): Promise<Kept<A> | null> => {
    if (idempotency === null) return null
    const db = database.reader({ domain, organizationId: context.caller.organizationId })
    const earlier = await findReplay<A>(db, vault, context, idempotency)
    if (earlier === null) return null
    await ledger.append(audit(earlier.answer))
    return { result: earlier.answer, replayed: true }
  }

  const keep = async <A>(request: ChangeRequest<A>, decide: Decide<A>): Promise<Kept<A>> => {
    let finish: (() => void) | undefined
    try {
      return await keepInTurn(request, decide, async (change) => {
        finish ??= await waitTurn(repeating, conflictKeyOf(request.context.caller.organizationId, change))
      })
    } finally {
      finish?.()
    }
  }

  const keepInTurn = async <A>(
    request: ChangeRequest<A>,
    decide: Decide<A>,
    onConflict: (change: Change<A>) => Promise<void>,
  ): Promise<Kept<A>> => {
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
      if (outcome === 'outdated' || outcome === 'in the way') {
        database.facts.dropAll(request.context.caller.organizationId)
        await onConflict(change)
        continue
      }
      if (outcome === 'key used') {
        const earlier = await replay(request)
        if (earlier !== null) return earlier
        if (request.idempotency) await deleteExpiredReplay(database, request.context, request.idempotency)
        continue
      }
      if (outcome.events.length > 0) {
        const isLatest = !database.facts.hasDelivered(outcome.events)
        onEvents(outcome.events)
        if (isLatest) database.facts.keep(request.context.caller.organizationId, outcome.kept)
      }
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

const conflictKeyOf = (organizationId: string, { writes = [] }: Change<unknown>): string => {
  const tables = writes.filter(({ statement }) => statement.isConditional).map(({ statement }) => statement.table)
  return `${organizationId}|${[...new Set(tables)].toSorted().join()}`
}

/** `outdated`: what was gathered has changed. `in the way`: only the last condition does not hold. */
type Refused = 'outdated' | 'in the way' | 'key used'

interface Stored {
  readonly change: Change<unknown>
  readonly events: readonly DomainEvent[]
  readonly rows: readonly AccessRow[]
  /** What it has stored of facts in memory. */
  readonly kept: readonly KeptFact[]
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
  { database, vault, ledger, transmissions: queue, groups }: KeepChangeParts,
  request: ChangeRequest<A>,
  change: Change<A>,
): Promise<Stored | Refused> => {
  const { domain, context, idempotency, audit, consumes, replay: stored = (result: A) => result } = request
  const { organizationId } = context.caller
  const db = database.reader({ domain, organizationId })
  const events = (change.events ?? []).map((event) => storedEvent(event, organizationId, context.now))
  const rows = audit(change.answer)
  const transmissions = change.transmissions ?? []
  // The server itself has no one to refuse to: what it may not send ends as not delivered.
  if (context.caller.kind !== 'system') await queue.requirePermitted(domain, organizationId, transmissions, context.now)
  const writes = await Promise.all(
    [
      ...(change.writes ?? []),
      ...transmissions.map((transmission) => queue.insert(domain, transmission, context.now)),
    ].map((write) => sealWrite(vault, db, organizationId, write)),
  )
  const inserts: RowsToInsert[] = []
  if (events.length > 0) inserts.push(eventsToInsert(database, events))
  if (idempotency) inserts.push(await replayToInsert(db, vault, context, idempotency, stored(change.answer)))
  if (consumes) inserts.push(marksToInsert(organizationId, consumes))
  if (rows.length > 0) inserts.push(ledger.toInsert(rows))
  let returned: readonly boolean[] = []
  if (writes.length > 0 || inserts.length > 0) {
    const statement = compileChange(organizationId, writes, inserts)
    try {
      const held = await groups.commit({ domain, organizationId, ...statement })
      const flags = held?.map((each) => each === 't') ?? []
      if (statement.hasOnlyIf && flags.at(-1) === false) return 'key used'
      const failed = flags.slice(0, statement.conditions).indexOf(false)
      if (failed >= 0 || flags.length < statement.conditions)
        return failed === statement.conditions - 1 ? 'in the way' : 'outdated'
      returned = flags.slice(statement.conditions, statement.conditions + statement.returns)
    } catch (error) {
      if (isKeyUsed(error)) return 'key used'
      if (isEndedByOthers(error)) return 'outdated'
      throw error
    }
  }
  change.committed?.(returned)
  for (const transmission of transmissions) queue.wake(domain, organizationId, transmission, context.now)
  const kept = writes.flatMap(({ keeps, sealed, values }) =>
    keeps === undefined ? [] : keeps(sealed === undefined ? null : (values[sealed.at] as Uint8Array)),
  )
  return { change, events, rows, kept }
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
  return { ...write, values: write.values.with(at, bytes) }
}

const marksToInsert = (
  organizationId: string,
  { consumer, eventIds }: NonNullable<ChangeRequest<unknown>['consumes']>,
): RowsToInsert =>
  rowsToInsert('platform.consumed', markColumns, [
    eventIds.map(() => organizationId),
    eventIds.map(() => consumerMark(consumer)),
    eventIds,
  ])
const markColumns = [
  ['organization_id', 'uuid'],
  ['consumer', 'integer'],
  ['event_id', 'uuid'],
] as const

const isKeyUsed = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505' && error.table === 'platform.replays'

/** Deadlock or serialization failure: PostgreSQL has ended one of several concurrent transactions. */
const isEndedByOthers = (error: unknown): boolean => error instanceof DatabaseError && endedByOthers.has(error.code)
/** Deadlock, serialization failure, and a period that another change has just taken (exclusion constraint). */
const endedByOthers: ReadonlySet<string> = new Set(['40P01', '40001', '23P01'])
