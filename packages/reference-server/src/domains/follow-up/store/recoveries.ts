import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Recovery } from '../model/recovery.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
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

export const listDueRecoveries = (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly Recovery[]> =>
  select(db, organizationId)
    .where('next_attempt_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute()

/** Open recoveries of these patients, or of these appointments. Most patients have none. */
export const listOpenRecoveries = (
  db: AnyKysely,
  organizationId: string,
  of: { readonly patientIds: readonly string[] } | { readonly appointmentIds: readonly string[] },
): Promise<readonly Recovery[]> => {
  const open = select(db, organizationId).where('status', '=', 'open')
  return 'appointmentIds' in of
    ? open.where('id', '=', sql<string>`any(${of.appointmentIds}::uuid[])`).execute()
    : open.where('patient_id', '=', sql<string>`any(${of.patientIds}::uuid[])`).execute()
}

interface RecoveryRow extends Omit<Recovery, 'appointmentId'> {
  readonly id: string
}

const recoveries = factTable<RecoveryRow>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    specialty: ['specialty', 'text'],
    audience: ['audience', 'text'],
    status: ['status', 'text'],
    attempts: ['attempts', 'integer'],
    nextAttemptAt: ['next_attempt_at', 'timestamptz'],
  },
  { fixed: ['patientId', 'specialty', 'audience'], guard: ['status', 'attempts'] },
)

const rowOf = ({ appointmentId, ...recovery }: Recovery): RecoveryRow => ({ id: appointmentId, ...recovery })

/** Conditional: there is no recovery of this appointment yet. */
export const insertRecoveryOnce = (recovery: Recovery): Write => recoveries.insertOnce(rowOf(recovery))

/** Conditional: the recovery is still as gathered in `before`. */
export const replaceRecovery = (after: Recovery, before: Recovery): Write =>
  recoveries.replace(rowOf(after), rowOf(before))
