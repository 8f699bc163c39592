import { knownId } from '../../../../platform/database/ids/known-id.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../../platform/contracts/vault.ts'
import type { Pharmacy } from '../../kernel/model/prescription.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
const table = 'prescriptions.patient_pharmacies'

const placeOf = ({ caller }: Opening, patientId: string): SealedPlace => ({
  organizationId: caller.organizationId,
  table,
  rowId: patientId,
  patientId,
})

/** The pharmacy that a patient chose, as it was described then; null while there is none. Opens it. */
export const pharmacyOfPatient = async (
  db: AnyKysely,
  situation: Opening,
  patientId: string,
): Promise<Pharmacy | null> => {
  const { access, caller, vault } = situation
  if (access.reach === 'own' && !caller.patientIds.includes(patientId)) throw notFound('patient beyond reach')
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('sealed')
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', knownId(patientId))
    .executeTakeFirst()
  return row === undefined ? null : vault.open<Pharmacy>(db, access, placeOf(situation, patientId), row.sealed)
}

export const keepPharmacyOfPatient = async (
  tx: AnyKysely,
  situation: Opening,
  patientId: string,
  pharmacy: Pharmacy,
  now: Date,
): Promise<void> => {
  situation.access.touch(patientId)
  const sealed = await situation.vault.seal(tx, placeOf(situation, patientId), pharmacy)
  await tablesOf(tx)
    .insertInto(table)
    .values({ organization_id: situation.caller.organizationId, id: patientId, sealed, changed_at: now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ sealed, changed_at: now }))
    .execute()
}
