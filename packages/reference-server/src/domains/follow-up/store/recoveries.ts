import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Recovery } from '../model/recovery.ts'
import { tablesOf } from './tables.ts'

const table = 'follow_up.recoveries'

/** Recoveries of missed appointments. Contains ids, counts and times only: nothing is encrypted, so jobs decrypt nothing. */
const select = (db: AnyKysely, organizationId: string) =>
  tablesOf(db)
    .selectFrom(table)
    .select([
      'id as appointmentId',
      'patient_id as patientId',
      'specialty',
      'audience',
      'status',
      'attempts',
      'next_attempt_at as nextAttemptAt',
    ])
    .where('organization_id', '=', organizationId)

export const lockDueRecoveries = (
  tx: AnyKysely,
  organizationId: string,
  now: Date,
  take: number,
): Promise<readonly Recovery[]> =>
  select(tx, organizationId)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(take)
    .forUpdate()
    .skipLocked()
    .execute()

/** Of one appointment, or of a patient's appointments in one specialty. */
export type RecoveriesOf =
  { readonly appointmentId: string } | { readonly patientId: string; readonly specialty?: string }

export const lockOpenRecoveries = (
  tx: AnyKysely,
  organizationId: string,
  of: RecoveriesOf,
): Promise<readonly Recovery[]> => openRecoveries(tx, organizationId, of).forUpdate().execute()

/** Takes no lock: most patients have no recovery. */
export const hasOpenRecovery = async (db: AnyKysely, organizationId: string, of: RecoveriesOf): Promise<boolean> =>
  (await openRecoveries(db, organizationId, of).limit(1).execute()).length > 0

const openRecoveries = (db: AnyKysely, organizationId: string, of: RecoveriesOf) => {
  const open = select(db, organizationId).where('status', '=', 'open')
  if ('appointmentId' in of) return open.where('id', '=', of.appointmentId)
  return open
    .where('patient_id', '=', of.patientId)
    .$if(of.specialty !== undefined, (query) => query.where('specialty', '=', of.specialty ?? ''))
}

/** False if a recovery for this appointment exists already. */
export const insertRecovery = async (tx: AnyKysely, organizationId: string, recovery: Recovery): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id: recovery.appointmentId,
      patient_id: recovery.patientId,
      specialty: recovery.specialty,
      audience: recovery.audience,
      ...changeable(recovery),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const updateRecovery = async (tx: AnyKysely, organizationId: string, recovery: Recovery): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set(changeable(recovery))
    .where('organization_id', '=', organizationId)
    .where('id', '=', recovery.appointmentId)
    .executeTakeFirstOrThrow()
}

const changeable = ({ status, attempts, nextAttemptAt }: Recovery) => ({
  status,
  attempts,
  next_attempt_at: nextAttemptAt,
})
