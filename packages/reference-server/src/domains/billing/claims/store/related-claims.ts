import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import { returnedStates, type ClaimFacts, type ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { factColumns, factsOf, decryptClaim } from './claims.ts'
import { withinReach } from '../../kernel/store/within-reach.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'

const claims = (db: AnyKysely) => tablesOf(db).selectFrom('billing.claims')

/** The claim that the visit is charged by comes first; a void charges nothing. */
const ofVisit = (db: AnyKysely, visitId: string) =>
  claims(db)
    .where('visit_id', '=', requireUuid(visitId))
    .where('frequency', '!=', 'void')
    .orderBy('id', 'desc')
    .limit(1)

/** The latest claim of a visit that is not a void. */
export const findLatestClaimByVisit = async (
  db: AnyKysely,
  visitId: string,
  lock: RowLock = 'none',
): Promise<ClaimFacts | null> => {
  const row = await ofVisit(db, visitId)
    .select(factColumns)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}

/** The latest claim of a visit that is not a void, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readClaimByVisit = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<ClaimRecord> => {
  const row = await ofVisit(db, visitId).selectAll().executeTakeFirst()
  if (row === undefined) throw notFound('visit without a claim')
  return decryptClaim(db, context, withinReach(context, row))
}

/** Whether another claim has replaced the one that this claim follows, and was neither rejected nor lost. */
export const hasOtherSuccessor = async (
  tx: AnyKysely,
  { id, followsId }: Pick<ClaimFacts, 'id' | 'followsId'>,
): Promise<boolean> => {
  const row = await claims(tx)
    .select('id')
    .where('follows_id', '=', followsId)
    .where('id', '!=', id)
    .where('state', 'not in', [...returnedStates])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The void of a claim, and whether the visit was billed again after it. Null if the claim was not voided. */
export const findVoidByOriginal = async (
  tx: AnyKysely,
  { id }: Pick<ClaimFacts, 'id'>,
): Promise<{ readonly id: string; readonly rootId: string; readonly isFollowed: boolean } | null> => {
  const row = await claims(tx)
    .select(['id', 'root_id'])
    .select(
      sql<boolean>`exists (select from billing.claims as next where next.follows_id = claims.id)`.as('is_followed'),
    )
    .where('follows_id', '=', id)
    .where('frequency', '=', 'void')
    .where('state', '=', 'voided')
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, rootId: row.root_id, isFollowed: row.is_followed }
}

/** Other claims for the same patient and day, decrypted, to find duplicates. */
export const listClaimsByDay = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  day: Day,
  exceptRootId: string | null,
): Promise<ClaimRecord[]> => {
  const rows = await claims(db)
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('service_day', '=', day)
    .$if(exceptRootId !== null, (query) => query.where('root_id', '!=', exceptRootId ?? ''))
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return Promise.all(rows.map((row) => decryptClaim(db, context, row)))
}
