import { sql } from 'kysely'
import { Problem } from '../../problems/problem.ts'
import type { AnyKysely, Statement } from '../../contracts/database.ts'
import type { WorkRequest } from '../../contracts/unit-of-work.ts'
import type { SealContext, Vault } from '../../contracts/vault.ts'
import { rowsToInsert } from '../changes/rows-to-insert.ts'
import type { RowsToInsert } from '../../contracts/write.ts'
import type { PlatformDatabase } from '../open/open-database.ts'

type ReplayContext = WorkRequest<unknown>['context']
type Idempotency = NonNullable<WorkRequest<unknown>['idempotency']>

const retainedForHours = 24

/** The key is scoped to the person and the application that sent it: two portals may generate the same one. */
const callerOf = ({ caller }: ReplayContext): string => `${caller.kind}|${caller.personId}|${caller.clientId}`

/** The response may contain PHI of several patients, so it is encrypted under the organization's key. */
const sealContextOf = (context: ReplayContext, { key }: Idempotency): SealContext => ({
  organizationId: context.caller.organizationId,
  table: 'platform.replays',
  rowId: `${callerOf(context)}|${key}`,
  patientId: null,
})

/**
 * Claims the key for this transaction and returns null. If an earlier request holds it, returns its response. The row is unique, so a
 * request waits for a running one with the same key and then finds its response.
 */
export const replayOrClaim = async <A>(
  tx: AnyKysely,
  vault: Vault,
  context: ReplayContext,
  idempotency: Idempotency,
): Promise<{ answer: A } | null> => {
  const { caller, now } = context
  const { key, operation, requestHash } = idempotency
  const callerKey = callerOf(context)
  const claimed = await sql`
    insert into platform.replays as kept (organization_id, caller, key, operation, request_hash, expires_at)
    values (${caller.organizationId}, ${callerKey}, ${key}, ${operation}, ${requestHash}, ${new Date(now.getTime() + retainedForHours * 3_600_000)})
    on conflict (organization_id, caller, key) do update
      set operation = excluded.operation, request_hash = excluded.request_hash, expires_at = excluded.expires_at, answer = null
      where kept.expires_at <= ${now}`.execute(tx)
  if (claimed.numAffectedRows === 1n) return null
  const replay = await findReplay<A>(tx, vault, context, idempotency)
  if (replay === null) throw keyReused()
  return replay
}

/** The response to an earlier request with the key; null if there is none that is still retained. */
export const findReplay = async <A>(
  db: AnyKysely,
  vault: Vault,
  context: ReplayContext,
  idempotency: Idempotency,
): Promise<{ answer: A } | null> => {
  const { caller, now, access } = context
  const { key, operation, requestHash } = idempotency
  const { rows } = await sql<{ operation: string; request_hash: Buffer; answer: Buffer }>`
    select operation, request_hash, answer from platform.replays
    where organization_id = ${caller.organizationId} and caller = ${callerOf(context)} and key = ${key}
      and expires_at > ${now}`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (row.operation !== operation || !row.request_hash.equals(requestHash)) throw keyReused()
  return { answer: await vault.open<A>(db, access, sealContextOf(context, idempotency), row.answer) }
}

const keyReused = (): Problem =>
  new Problem(
    409,
    'idempotency_key_reused',
    'This idempotency key was used for another request. Use a new key for each new request, and the same one only to repeat it.',
  )

/** Stores the response in the change. The row is unique: a second request with the key is refused by the database. */
export const replayToInsert = async (
  db: AnyKysely,
  vault: Vault,
  context: ReplayContext,
  idempotency: Idempotency,
  result: unknown,
): Promise<RowsToInsert> => {
  const { caller, now } = context
  const { key, operation, requestHash } = idempotency
  const answer = await vault.seal(db, sealContextOf(context, idempotency), result)
  const expiresAt = new Date(now.getTime() + retainedForHours * 3_600_000)
  const row = [caller.organizationId, callerOf(context), key, operation, requestHash, expiresAt, answer]
  return {
    ...rowsToInsert(
      'platform.replays',
      replayColumns,
      row.map((value) => [value]),
    ),
    // A repeated request is an ordinary one. A violated constraint would undo the whole group.
    onlyIf: `not exists (select from platform.replays as earlier
      where earlier.organization_id = $1::uuid and earlier.caller = $2::text and earlier.key = $3::text)`,
  }
}
const replayColumns = [
  ['organization_id', 'uuid'],
  ['caller', 'text'],
  ['key', 'text'],
  ['operation', 'text'],
  ['request_hash', 'bytea'],
  ['expires_at', 'timestamptz'],
  ['answer', 'bytea'],
] as const

/** What identifies the key of a request. */
export const replayKeyOf = (context: ReplayContext, { key }: Idempotency): string =>
  `${context.caller.organizationId}|${callerOf(context)}|${key}`

/** Removes an expired response, so that its key can be used again before the job has removed it. */
export const deleteExpiredReplay = async (
  database: PlatformDatabase,
  context: ReplayContext,
  { key }: Idempotency,
): Promise<void> => {
  const { caller, now } = context
  await sql`delete from platform.replays where organization_id = ${caller.organizationId}
    and caller = ${callerOf(context)} and key = ${key} and expires_at <= ${now}`.execute(
    database.readerAcross('platform'),
  )
}

/** Stores the response in the transaction of the fact. */
export const insertReplayStatement = async (
  tx: AnyKysely,
  vault: Vault,
  context: ReplayContext,
  idempotency: Idempotency,
  result: unknown,
): Promise<Statement> => ({
  text: 'update platform.replays set answer = $1 where organization_id = $2 and caller = $3 and key = $4',
  values: [
    await vault.seal(tx, sealContextOf(context, idempotency), result),
    context.caller.organizationId,
    callerOf(context),
    idempotency.key,
  ],
})

/** Removes responses older than 24 hours. Run by a job. */
export const deleteExpiredReplays = async (database: PlatformDatabase, now: Date): Promise<void> => {
  await sql`delete from platform.replays where expires_at <= ${now}`.execute(database.readerAcross('platform'))
}
