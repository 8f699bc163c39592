import type { Selectable } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { AnyKysely, SealedPlace, Situation } from '../../../platform/seams.ts'
import type { Allergy, AllergyContent } from '../model/allergy.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
type Row = Selectable<DocumentationTables['documentation.allergies']>

const table = 'documentation.allergies'
/** Nobody has as many; a list without an end would be one without a page. */
const most = 200

const placeOf = (organizationId: string, rowId: string, patientId: string): SealedPlace => ({
  organizationId,
  table,
  rowId,
  patientId,
})

const opened = async (db: AnyKysely, { caller, access, vault }: Opening, row: Row): Promise<Allergy> => ({
  ...(await vault.open<AllergyContent>(db, access, placeOf(caller.organizationId, row.id, row.patient_id), row.sealed)),
  id: row.id,
  patientId: row.patient_id,
  status: row.status,
  notedAt: row.noted_at,
  version: row.version,
})

/** Those in force first, then in the order in which they were noted. */
export const allergiesOf = async (db: AnyKysely, opening: Opening, patientId: string): Promise<Allergy[]> => {
  opening.access.touch(knownId(patientId))
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('patient_id', '=', patientId)
    .orderBy('status')
    .orderBy('id')
    .limit(most)
    .execute()
  return Promise.all(rows.map((row) => opened(db, opening, row)))
}

export const readAllergy = async (
  tx: AnyKysely,
  opening: Opening,
  patientId: string,
  allergyId: string,
): Promise<Allergy> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('patient_id', '=', knownId(patientId))
    .where('id', '=', knownId(allergyId))
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('allergy unknown')
  return opened(tx, opening, row)
}

export const insertAllergy = async (
  tx: AnyKysely,
  { caller, access, vault }: Opening,
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
      sealed: await vault.seal(tx, placeOf(organizationId, id, patientId), content satisfies AllergyContent),
    })
    .execute()
}

/** The row was locked when it was read. */
export const updateAllergy = async (
  tx: AnyKysely,
  { caller }: Pick<Opening, 'caller'>,
  { id, status, version }: Allergy,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ status, version })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .execute()
}

export const wasAsked = async (db: AnyKysely, organizationId: string, patientId: string): Promise<boolean> =>
  (await tablesOf(db)
    .selectFrom('documentation.allergy_reviews')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', knownId(patientId))
    .executeTakeFirst()) !== undefined

export const noteAsked = async (
  tx: AnyKysely,
  organizationId: string,
  patientId: string,
  askedAt: Date,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('documentation.allergy_reviews')
    .values({ organization_id: organizationId, id: patientId, asked_at: askedAt })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ asked_at: askedAt }))
    .execute()
}
