import type { AnyKysely, SealedPlace, Situation } from '../../../platform/seams.ts'
import type { LabResult, ResultContent } from '../model/lab-result.ts'
import { tablesOf } from './tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault' | 'newId'>

const table = 'labs.result_versions'

/** Keeps what this version says, for good. */
export const keepVersion = async (
  tx: AnyKysely,
  { caller, vault, newId }: Opening,
  result: LabResult,
): Promise<void> => {
  const id = newId()
  const place: SealedPlace = { organizationId: caller.organizationId, table, rowId: id, patientId: result.patientId }
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: caller.organizationId,
      id,
      result_id: result.id,
      patient_id: result.patientId,
      version: result.version,
      sealed: await vault.seal(tx, place, result.content),
    })
    .execute()
}

/** What the patient is shown of a released result. */
export const releasedContent = async (
  db: AnyKysely,
  { caller, access, vault }: Omit<Opening, 'newId'>,
  result: LabResult,
): Promise<ResultContent> => {
  if (result.releasedVersion === null || result.releasedVersion === result.version) return result.content
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where('result_id', '=', result.id)
    .where('version', '=', result.releasedVersion)
    .executeTakeFirstOrThrow()
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: result.patientId }
  return vault.open<ResultContent>(db, access, place, row.sealed)
}
