import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
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
export const findLatestClaimByVisit = async (db: AnyKysely, visitId: string): Promise<ClaimFacts | null> => {
  const row = await ofVisit(db, visitId).select(factColumns).executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}

/** The same for several visits, by visit. */
export const listLatestClaimsByVisit = async (
  db: AnyKysely,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimFacts>> => {
  const rows = await claims(db)
    .select(factColumns)
    .distinctOn('visit_id')
    .where(sql<boolean>`visit_id = any (${visitIds}::uuid[])`)
    .where('frequency', '!=', 'void')
    .orderBy('visit_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.visit_id, factsOf(row)]))
}

/** The same for one visit, decrypted; null if the visit has no claim. */
export const findClaimByVisit = async (
  db: AnyKysely,
  context: VaultContext,
  visitId: string,
): Promise<ClaimRecord | null> => {
  const row = await ofVisit(db, visitId).selectAll().executeTakeFirst()
  return row === undefined ? null : decryptClaim(db, context, withinReach(context, row))
}

/** The latest claim of a visit that is not a void, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readClaimByVisit = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<ClaimRecord> => {
  const claim = await findClaimByVisit(db, context, visitId)
  if (claim === null) throw notFound('visit without a claim')
  return claim
}

/** Whether another claim has replaced the one that this claim follows, and was neither rejected nor lost. */
export const hasOtherSuccessor = async (
  db: AnyKysely,
  { id, followsId }: Pick<ClaimFacts, 'id' | 'followsId'>,
): Promise<boolean> => {
  if (followsId === null) return false
  const row = await claims(db)
    .select('id')
    .where('follows_id', '=', followsId)
    .where('id', '!=', id)
    .where('state', 'not in', [...returnedStates])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface VoidOfClaim {
  readonly id: string
  readonly rootId: string
  readonly isFollowed: boolean
}

/** The void of a claim, and whether the visit was billed again after it. Null if the claim was not voided. */
export const findVoidByOriginal = async (
  db: AnyKysely,
  { id }: Pick<ClaimFacts, 'id'>,
): Promise<VoidOfClaim | null> => {
  const row = await claims(db)
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
