import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Problem } from '../../problems/problem.ts'
import type { AnyKysely, Statement } from '../../contracts/database.ts'
import type { WorkRequest } from '../../contracts/unit-of-work.ts'
import type { SealContext, Vault } from '../../contracts/vault.ts'
import { deleteInPages } from './delete-in-pages.ts'
import { rowsToInsert } from '../changes/rows-to-insert.ts'
import type { RowsToInsert } from '../../contracts/write.ts'
import type { PlatformDatabase } from '../open/open-database.ts'

type ReplayContext = WorkRequest<unknown>['context']
type Idempotency = NonNullable<WorkRequest<unknown>['idempotency']>

const retainedForHours = 24

/** The key is scoped to the person and the application that sent it: two portals may generate the same one. */
const callerOf = ({ caller }: Pick<ReplayContext, 'caller'>): string =>
  `${caller.kind}|${caller.personId}|${caller.clientId}`

/** Ids instead of texts: the first 128 bits of SHA-256. */
const idOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
export const replayIdOf = (context: Pick<ReplayContext, 'caller'>, { key }: Pick<Idempotency, 'key'>): string =>
  idOf(`${callerOf(context)}|${key}`)
/** What was requested with the key. */
const requestOf = ({ operation, requestHash }: Idempotency): string => idOf(`${operation}|`, requestHash)

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
  const claimed = await sql`
    insert into platform.replays as kept (organization_id, id, request, expires_at)
    values (${caller.organizationId}, ${replayIdOf(context, idempotency)}, ${requestOf(idempotency)}, ${new Date(now.getTime() + retainedForHours * 3_600_000)})
    on conflict (organization_id, id) do update
      set request = excluded.request, expires_at = excluded.expires_at, answer = null
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
  const { rows } = await sql<{ request: string; answer: Buffer }>`
    select request, answer from platform.replays
    where organization_id = ${caller.organizationId} and id = ${replayIdOf(context, idempotency)}
      and expires_at > ${now}`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (row.request !== requestOf(idempotency)) throw keyReused()
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
  const answer = await vault.seal(db, sealContextOf(context, idempotency), result)
  const expiresAt = new Date(now.getTime() + retainedForHours * 3_600_000)
  const row = [caller.organizationId, replayIdOf(context, idempotency), requestOf(idempotency), expiresAt, answer]
  return {
    ...rowsToInsert(
      'platform.replays',
      replayColumns,
      row.map((value) => [value]),
    ),
    // A repeated request is an ordinary one. A violated constraint would undo the whole group.
    onlyIf: `not exists (select from platform.replays as earlier
      where earlier.organization_id = $1::uuid and earlier.id = $2::uuid)`,
  }
}
const replayColumns = [
  ['organization_id', 'uuid'],
  ['id', 'uuid'],
  ['request', 'uuid'],
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
  idempotency: Idempotency,
): Promise<void> => {
  const { caller, now } = context
  await sql`delete from platform.replays where organization_id = ${caller.organizationId}
    and id = ${replayIdOf(context, idempotency)} and expires_at <= ${now}`.execute(database.readerAcross('platform'))
}

/** Stores the response in the transaction of the fact. */
export const insertReplayStatement = async (
  tx: AnyKysely,
  vault: Vault,
  context: ReplayContext,
  idempotency: Idempotency,
  result: unknown,
): Promise<Statement> => ({
  text: 'update platform.replays set answer = $1 where organization_id = $2 and id = $3',
  values: [
    await vault.seal(tx, sealContextOf(context, idempotency), result),
    context.caller.organizationId,
    replayIdOf(context, idempotency),
  ],
})

/** Removes responses older than 24 hours. Run by a job. */
export const deleteExpiredReplays = (database: PlatformDatabase, now: Date): Promise<void> =>
  deleteInPages(async (pageSize) => {
    const { numAffectedRows } = await sql`delete from platform.replays where ctid = any(array(
      select ctid from platform.replays where expires_at <= ${now} order by expires_at limit ${pageSize}))`.execute(
      database.readerAcross('platform'),
    )
    return Number(numAffectedRows)
  })
