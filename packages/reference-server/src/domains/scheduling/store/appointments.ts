import { sql, type Selectable } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Appointment, AppointmentStatus } from '../model/appointment.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf, type SchedulingTables } from './tables.ts'

/** The PHI of an appointment, encrypted, and decrypted only for a recorded access. */
export interface AppointmentDetails {
  readonly reason?: string
  readonly language?: string
}

/** An appointment as stored, its details still encrypted. */
export interface EncryptedAppointment extends Appointment {
  readonly sealed: Uint8Array
}

type AppointmentRow = Selectable<SchedulingTables['scheduling.appointments']>

const columns = [
  'id',
  'patient_id',
  'practitioner_id',
  'visit_type_id',
  'busy_id',
  'start_at',
  'end_at',
  'status',
  'cancellation_reason',
  'sequence',
  'version',
  'updated_at',
  'sealed',
] as const

const appointmentOf = (row: Pick<AppointmentRow, (typeof columns)[number]>): EncryptedAppointment => ({
  id: row.id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  visitTypeId: row.visit_type_id,
  busyId: row.busy_id,
  start: row.start_at,
  end: row.end_at,
  status: row.status,
  cancellationReason: row.cancellation_reason,
  sequence: row.sequence,
  version: row.version,
  updatedAt: row.updated_at,
  sealed: row.sealed,
})

const sealContextOf = (
  organizationId: string,
  { id, patientId }: Pick<Appointment, 'id' | 'patientId'>,
): SealContext => ({
  organizationId,
  table: 'scheduling.appointments',
  rowId: id,
  patientId,
})

/** The insert statement, for `defer`, once the time is confirmed. */
export const insertAppointmentStatement = async (
  tx: AnyKysely,
  { caller, vault }: Pick<RequestContext, 'caller' | 'vault'>,
  appointment: Appointment,
  details: AppointmentDetails,
) => {
  const { organizationId } = caller
  return tablesOf(tx)
    .insertInto('scheduling.appointments')
    .values({
      organization_id: organizationId,
      id: appointment.id,
      patient_id: appointment.patientId,
      practitioner_id: appointment.practitionerId,
      visit_type_id: appointment.visitTypeId,
      busy_id: appointment.busyId,
      start_at: appointment.start,
      end_at: appointment.end,
      status: appointment.status,
      cancellation_reason: appointment.cancellationReason,
      sequence: appointment.sequence,
      version: appointment.version,
      updated_at: appointment.updatedAt,
      sealed: await vault.seal(tx, sealContextOf(organizationId, appointment), details),
    })
}

/** Updates the changeable columns of an appointment. The caller has locked the row. */
export const updateAppointment = async (tx: AnyKysely, appointment: Appointment): Promise<void> => {
  await tablesOf(tx)
    .updateTable('scheduling.appointments')
    .set({
      practitioner_id: appointment.practitionerId,
      busy_id: appointment.busyId,
      start_at: appointment.start,
      end_at: appointment.end,
      status: appointment.status,
      cancellation_reason: appointment.cancellationReason,
      sequence: appointment.sequence,
      version: appointment.version,
      updated_at: appointment.updatedAt,
    })
    .where('id', '=', appointment.id)
    .execute()
}

/** Moves it to the new status from one of these statuses, in one statement. Null when it has a different status. */
export const progressAppointment = async (
  tx: AnyKysely,
  id: string,
  status: AppointmentStatus,
  from: readonly AppointmentStatus[],
  now: Date,
): Promise<Appointment | null> => {
  const row = await tablesOf(tx)
    .updateTable('scheduling.appointments')
    .set({ status, version: sql`version + 1`, updated_at: now })
    .where('id', '=', requireUuid(id))
    .where('status', 'in', from)
    .returning(columns)
    .executeTakeFirst()
  return row ? appointmentOf(row) : null
}

/** One appointment that is accessible to the caller, details still encrypted. `lock` locks the row until the transaction ends. */
export const readAppointment = async (
  db: AnyKysely,
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
  lock: RowLock = 'none',
): Promise<EncryptedAppointment> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('appointment_unknown')
  return appointmentOf(row)
}

export const decryptDetails = (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  appointment: EncryptedAppointment,
): Promise<AppointmentDetails> =>
  vault.open(db, access, sealContextOf(caller.organizationId, appointment), appointment.sealed)

export interface AppointmentFilter {
  /** Null for all patients. */
  readonly patientIds: readonly string[] | null
  readonly practitionerId?: string | undefined
  /** Appointments that end after this. */
  readonly from?: Date | undefined
  /** Appointments that start before this. */
  readonly to?: Date | undefined
  readonly status?: AppointmentStatus | undefined
}

/** Ordered by start, after the cursor `after`. */
export const listAppointments = async (
  db: AnyKysely,
  filter: AppointmentFilter,
  after: { readonly start: Date; readonly id: string } | null,
  take: number,
): Promise<EncryptedAppointment[]> => {
  const { patientIds, practitionerId, from, to, status } = filter
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .$if(patientIds !== null, (query) => query.where('patient_id', '=', sql<string>`any(${patientIds ?? []}::uuid[])`))
    .$if(practitionerId !== undefined, (query) => query.where('practitioner_id', '=', practitionerId ?? ''))
    .$if(from !== undefined, (query) => query.where('end_at', '>', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('start_at', '<', to ?? new Date(0)))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'booked'))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(start_at, id) > (${after?.start}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('start_at')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(appointmentOf)
}

/** Booked appointments that ended before `before`, oldest first, locked. Skips rows that another transaction has locked. */
export const lockOverdueAppointments = async (
  tx: AnyKysely,
  before: Date,
  take: number,
): Promise<EncryptedAppointment[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .where('status', '=', 'booked')
    .where('end_at', '<=', before)
    .orderBy('end_at')
    .limit(take)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(appointmentOf)
}

/** A patient's future appointments whose visit type requires consent to `purpose`. */
export const listAppointmentsNeedingConsent = async (
  db: AnyKysely,
  patientId: string,
  purpose: string,
  now: Date,
): Promise<Pick<Appointment, 'id' | 'patientId' | 'practitionerId'>[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments as appointment')
    .innerJoin('scheduling.visit_types as type', 'type.id', 'appointment.visit_type_id')
    .select(['appointment.id', 'appointment.patient_id', 'appointment.practitioner_id'])
    .where('appointment.patient_id', '=', patientId)
    .where('appointment.status', '=', 'booked')
    .where('appointment.start_at', '>', now)
    .where(sql<boolean>`type.definition -> 'requiredConsents' ? ${purpose}`)
    .execute()
  return rows.map((row) => ({ id: row.id, patientId: row.patient_id, practitionerId: row.practitioner_id }))
}
