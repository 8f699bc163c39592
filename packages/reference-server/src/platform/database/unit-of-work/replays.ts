import { sql } from 'kysely'
import { Problem } from '../../problems/problem.ts'
import type { AnyKysely, Statement } from '../../contracts/database.ts'
import type { WorkRequest } from '../../contracts/unit-of-work.ts'
import type { SealedPlace, Vault } from '../../contracts/vault.ts'
import type { PlatformDatabase } from '../open/open-database.ts'

type Situation = WorkRequest<unknown>['situation']
type Idempotency = NonNullable<WorkRequest<unknown>['idempotency']>

const keptForHours = 24

/** The key belongs to the person in the application that sent it: two portals may draw the same one. */
const callerOf = ({ caller }: Situation): string => `${caller.kind}|${caller.personId}|${caller.clientId}`

/** The answer may hold PHI of any number of patients, so it is sealed under the organization's own key. */
const placeOf = (situation: Situation, { key }: Idempotency): SealedPlace => ({
  organizationId: situation.caller.organizationId,
  table: 'platform.replays',
  rowId: `${callerOf(situation)}|${key}`,
  patientId: null,
})

/**
 * Claims the key for this transaction and returns null; or, when an earlier request holds it, returns its answer. A request under the
 * same key that is still running is waited for, because the row is unique: whoever comes second finds the first one's answer.
 */
export const replayOrClaim = async <A>(
  tx: AnyKysely,
  vault: Vault,
  situation: Situation,
  idempotency: Idempotency,
): Promise<{ answer: A } | null> => {
  const { caller, now } = situation
  const { key, operation, requestHash } = idempotency
  const who = callerOf(situation)
  const claimed = await sql`
    insert into platform.replays as kept (organization_id, caller, key, operation, request_hash, expires_at)
    values (${caller.organizationId}, ${who}, ${key}, ${operation}, ${requestHash}, ${new Date(now.getTime() + keptForHours * 3_600_000)})
    on conflict (organization_id, caller, key) do update
      set operation = excluded.operation, request_hash = excluded.request_hash, expires_at = excluded.expires_at, answer = null
      where kept.expires_at <= ${now}`.execute(tx)
  if (claimed.numAffectedRows === 1n) return null
  const { rows } = await sql<{ operation: string; request_hash: Buffer; answer: Buffer }>`
    select operation, request_hash, answer from platform.replays
    where organization_id = ${caller.organizationId} and caller = ${who} and key = ${key}`.execute(tx)
  const kept = rows[0]
  if (!kept || kept.operation !== operation || !kept.request_hash.equals(requestHash)) {
    throw new Problem(
      409,
      'idempotency_key_reused',
      'This idempotency key was used for another request. Use a new key for each new request, and the same one only to repeat it.',
    )
  }
  return { answer: await vault.open<A>(tx, situation.access, placeOf(situation, idempotency), kept.answer) }
}

/** Keeps the answer with the fact, so that it is there exactly when the fact is. */
export const keepAnswer = async (
  tx: AnyKysely,
  vault: Vault,
  situation: Situation,
  idempotency: Idempotency,
  answer: unknown,
): Promise<Statement> => ({
  text: 'update platform.replays set answer = $1 where organization_id = $2 and caller = $3 and key = $4',
  values: [
    await vault.seal(tx, placeOf(situation, idempotency), answer),
    situation.caller.organizationId,
    callerOf(situation),
    idempotency.key,
  ],
})

/** Removes answers past their 24 hours. Run by a job. */
export const removeExpiredReplays = async (database: PlatformDatabase, now: Date): Promise<void> => {
  await sql`delete from platform.replays where expires_at <= ${now}`.execute(database.readerAcross('platform'))
}
