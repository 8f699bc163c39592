import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Pharmacy } from '../../kernel/model/prescription.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

const table = 'prescriptions.patient_pharmacies'

const sealContextOf = ({ caller }: VaultContext, patientId: string): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId: patientId,
  patientId,
})

/** The pharmacy that a patient chose, as described at that time; null if there is none. Decrypts it. */
export const findPharmacyByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<Pharmacy | null> => {
  const { access, caller, vault } = context
  if (access.reach === 'own' && !caller.patientIds.includes(patientId)) throw notFound('patient beyond reach')
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('sealed')
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', requireUuid(patientId))
    .executeTakeFirst()
  return row === undefined ? null : vault.open<Pharmacy>(db, access, sealContextOf(context, patientId), row.sealed)
}

export const upsertPatientPharmacy = async (
  tx: AnyKysely,
  context: VaultContext,
  patientId: string,
  pharmacy: Pharmacy,
  now: Date,
): Promise<void> => {
  context.access.touch(patientId)
  const sealed = await context.vault.seal(tx, sealContextOf(context, patientId), pharmacy)
  await tablesOf(tx)
    .insertInto(table)
    .values({ organization_id: context.caller.organizationId, id: patientId, sealed, changed_at: now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ sealed, changed_at: now }))
    .execute()
}
