import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Allergy, AllergyContent } from '../model/allergy.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.allergies']>

const table = 'documentation.allergies'
const reviews = 'documentation.allergy_reviews'
/** Upper bound of the unpaged list; far above any real patient. */
const most = 200

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

const decryptAllergy = async (db: AnyKysely, { caller, access, vault }: VaultContext, row: Row): Promise<Allergy> => ({
  ...(await vault.open<AllergyContent>(
    db,
    access,
    sealContextOf(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
  id: row.id,
  patientId: row.patient_id,
  status: row.status,
  notedAt: row.noted_at,
  version: row.version,
})

/** Whether the patient was ever asked; active allergies first, then in the order of recording. */
export const readAllergies = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<{ readonly asked: boolean; readonly items: readonly Allergy[] }> => {
  context.access.touch(requireUuid(patientId))
  const { organizationId } = context.caller
  const rows = await tablesOf(db)
    .selectFrom(
      tablesOf(db)
        .selectNoFrom(({ exists, selectFrom }) =>
          exists(
            selectFrom(reviews).select('id').where('organization_id', '=', organizationId).where('id', '=', patientId),
          ).as('asked'),
        )
        .as('review'),
    )
    .leftJoin(`${table} as each`, (join) =>
      join.on('each.organization_id', '=', organizationId).on('each.patient_id', '=', patientId),
    )
    .select('review.asked')
    .selectAll('each')
    .orderBy('each.status')
    .orderBy('each.id')
    .limit(most)
    .execute()
  const noted = rows.filter((row): row is typeof row & Row => row.id !== null)
  return {
    asked: rows.some(({ asked }) => asked),
    items: await Promise.all(noted.map((row) => decryptAllergy(db, context, row))),
  }
}

export const readAllergy = async (
  tx: AnyKysely,
  context: VaultContext,
  patientId: string,
  allergyId: string,
): Promise<Allergy> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('id', '=', requireUuid(allergyId))
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('allergy unknown')
  return decryptAllergy(tx, context, row)
}

export const insertAllergy = async (
  tx: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId, status, notedAt, version, ...content }: Allergy,
): Promise<void> => {
  access.touch(patientId)
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id,
      patient_id: patientId,
      status,
      noted_at: notedAt,
      version,
      sealed: await vault.seal(tx, sealContextOf(organizationId, id, patientId), content satisfies AllergyContent),
    })
    .execute()
}

/** The row was locked when it was read. */
export const updateAllergy = async (
  tx: AnyKysely,
  { caller }: Pick<VaultContext, 'caller'>,
  { id, status, version }: Allergy,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ status, version })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .execute()
}

export const recordAllergyReview = async (
  tx: AnyKysely,
  organizationId: string,
  patientId: string,
  reviewedAt: Date,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto(reviews)
    .values({ organization_id: organizationId, id: patientId, reviewed_at: reviewedAt })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ reviewed_at: reviewedAt }))
    .execute()
}

/** Records that the patient was asked and has none. Returns false, and records nothing, while an allergy is active. */
export const recordNoKnownAllergies = async (
  tx: AnyKysely,
  { access, caller: { organizationId } }: Pick<VaultContext, 'access' | 'caller'>,
  patientId: string,
  reviewedAt: Date,
): Promise<boolean> => {
  access.touch(requireUuid(patientId))
  const { numAffectedRows } = await sql`
    insert into documentation.allergy_reviews as review (organization_id, id, reviewed_at)
    select ${organizationId}, ${patientId}, ${reviewedAt}
    where not exists (
      select from documentation.allergies
      where organization_id = ${organizationId} and patient_id = ${patientId} and status = 'active'
    )
    on conflict (organization_id, id) do update set reviewed_at = excluded.reviewed_at`.execute(tx)
  return numAffectedRows === 1n
}
