import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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

export const choosePatientPharmacy = (patientId: string, pharmacy: Pharmacy, now: Date): Write => ({
  statement: choose,
  values: [patientId, now, null],
  sealed: { at: 2, rowId: patientId, patientId, value: pharmacy },
})
const choose = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'changed_at', 'sealed'],
  values: ['$1::uuid', '$2::timestamptz', '$3::bytea'],
  isConditional: false,
  onConflict: '(organization_id, id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at',
})
