import { sql } from 'kysely'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** More concurrent medications than this are for a person to review, not for a rule. */
export const maxMedications = 100

/** Locks a patient's signatures until the transaction ends: of two at once, the second sees what the first has signed. */
export const lockPatient = async (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  patientId: string,
): Promise<void> => {
  const key = `prescriptions.patient/${caller.organizationId}/${patientId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** The prescriptions that a patient takes, the latest first. Decrypts nothing. */
export const listTakenPrescriptions = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  patientId: string,
  now: Date,
): Promise<readonly string[]> => {
  const rows = await tablesOf(db)
    .selectFrom('prescriptions.prescriptions')
    .select('id')
    .where('organization_id', '=', caller.organizationId)
    .where('patient_id', '=', patientId)
    .where('supply_ends_at', '>', now)
    .where('status', '!=', 'draft')
    .orderBy('id', 'desc')
    .limit(maxMedications)
    .execute()
  return rows.map(({ id }) => id)
}
