import { sql, type Selectable } from 'kysely'
import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Appointment, AppointmentStatus } from '../model/appointment.ts'
import type { Period } from '../model/start-bounds.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { factsInMemory } from '../../../../platform/database/facts/fact-memory.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { tablesOf, type SchedulingTables } from './tables.ts'

/** The PHI of an appointment, encrypted, and decrypted only for a recorded access. */
export interface AppointmentDetails {
  readonly reason?: string
  readonly language?: string
  /** Why staff lifted the rules of booking. Of this time only while the appointment is `overridden`. */
  readonly override?: { readonly reason: string }
  /** The language of the interpreter. */
  readonly interpreterLanguage?: string
  /** An interpreter whom the patient needed at booking and who is not held. */
  readonly missingInterpreter?: components['schemas']['MissingInterpreter']
  /** Captions that the patient needed at booking. */
  readonly missingCaptioner?: components['schemas']['MissingCaptioner']
}

/** An appointment as stored, its details still encrypted. */
export interface EncryptedAppointment extends Appointment {
  readonly sealed: Uint8Array
}

type AppointmentRow = Selectable<SchedulingTables['scheduling.appointments']>

const idOf = ({ appointmentId }: { readonly appointmentId: string }): string => appointmentId
const inMemory = factsInMemory('scheduling.appointments', {
  'scheduling.appointment-approved': idOf,
  'scheduling.appointment-declined': idOf,
  'scheduling.appointment-rescheduled': idOf,
  'scheduling.appointment-cancelled': idOf,
  'scheduling.appointment-progressed': idOf,
  'scheduling.appointment-missed': idOf,
  'scheduling.appointment-reason-changed': idOf,
  'scheduling.appointment-flagged': idOf,
  'scheduling.appointment-supported': idOf,
})

/** The reason for the visit is encrypted in `sealed`. */
export const appointments = factTable<Appointment>(
  'scheduling.appointments',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    visitTypeId: ['visit_type_id', 'uuid'],
    busyId: ['busy_id', 'uuid'],
    start: ['start_at', 'timestamptz'],
    end: ['end_at', 'timestamptz'],
    status: ['status', 'text'],
    cancellationReason: ['cancellation_reason', 'text'],
    sequence: ['sequence', 'integer'],
    version: ['version', 'integer'],
    updatedAt: ['updated_at', 'timestamptz'],
    stateCode: ['state_code', 'text'],
    bookedAt: ['booked_at', 'timestamptz'],
    acceptedReasons: ['accepted_reasons', 'text[]'],
    unsupportedReasons: ['unsupported_reasons', 'text[]'],
    overridden: ['overridden', 'boolean'],
    claims: ['claims', 'uuid[]'],
    claimOwners: ['claim_owners', 'uuid[]'],
    seriesId: ['series_id', 'uuid'],
    answerBy: ['answer_by', 'timestamptz'],
    sensitivity: ['sensitivity', 'text'],
    consentedByMinor: ['consented_by_minor', 'boolean'],
  },
  {
    fixed: ['patientId', 'visitTypeId', 'seriesId', 'sensitivity', 'consentedByMinor'],
    sealedFor: ({ patientId }) => patientId,
    inMemory,
  },
)

const columns = [...appointments.columns, 'sealed'] as (keyof AppointmentRow)[]

const appointmentOf = (row: Partial<AppointmentRow>): EncryptedAppointment => ({
  ...appointments.factOf(row),
  sealed: row.sealed as Uint8Array,
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

/** One appointment that is accessible to the caller, details still encrypted. */
export const readAppointment = async (
  db: AnyKysely,
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
): Promise<EncryptedAppointment> => {
  const row = await inMemory(db, requireUuid(id), async () => (await selectAppointment(db, { id }))[0])
  if (!row || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id ?? '')))
    throw notFound('appointment_unknown')
  return appointmentOf(row)
}

const selectAppointment = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  tablesOf(db).selectFrom('scheduling.appointments').select(columns).where('id', '=', id),
)

/** Those of these appointments that exist, by id. */
export const findAppointments = async (
  db: AnyKysely,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EncryptedAppointment>> => {
  const rows = await inMemory.each(
    db,
    ids,
    async (missing) => new Map((await selectAppointments(db, { ids: missing })).map((row) => [row.id ?? '', row])),
  )
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id ?? '', appointmentOf(row)]])))
}
const selectAppointments = preparedRead((db, { ids }: Placeholders<{ ids: readonly string[] }>) =>
  tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
)

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
  readonly visitTypeId?: string | undefined
  /** Appointments that end after this. */
  readonly from?: Date | undefined
  /** Appointments that start before this. */
  readonly to?: Date | undefined
  readonly status?: AppointmentStatus | undefined
  readonly support?: components['schemas']['SupportStatus'] | undefined
  readonly isDescending?: boolean
}

/** Ordered by start, after the cursor `after`. */
export const listAppointments = async (
  db: AnyKysely,
  filter: AppointmentFilter,
  after: { readonly start: Date; readonly id: string } | null,
  take: number,
): Promise<EncryptedAppointment[]> => {
  const { patientIds, practitionerId, visitTypeId, from, to, status, support } = filter
  const order = filter.isDescending ? 'desc' : 'asc'
  const follows = sql.raw(filter.isDescending ? '<' : '>')
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .$if(patientIds !== null, (query) => query.where('patient_id', '=', sql<string>`any(${patientIds ?? []}::uuid[])`))
    .$if(visitTypeId !== undefined, (query) => query.where('visit_type_id', '=', visitTypeId ?? ''))
    .$if(practitionerId !== undefined, (query) =>
      query.where(
        sql<boolean>`(practitioner_id = ${practitionerId}::uuid
          or (claim_owners <> '{}' and claim_owners @> array[${practitionerId}::uuid]))`,
      ),
    )
    .$if(from !== undefined, (query) => query.where('end_at', '>', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('start_at', '<', to ?? new Date(0)))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'booked'))
    .$if(support !== undefined, (query) =>
      query.where(sql<boolean>`unsupported_reasons ${sql.raw(support === 'unsupported' ? '<>' : '=')} '{}'`),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(start_at, id) ${follows} (${after?.start}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('start_at', order)
    .orderBy('id', order)
    .limit(take)
    .execute()
  return rows.map(appointmentOf)
}

/**
 * The times of a patient's visits that are to come or in progress, within a period, without the appointment or the busy time `exceptId`: the
 * visit that moves, or the one that was just booked with this hold.
 */
export const listOtherVisits = async (
  db: AnyKysely,
  patientId: string,
  { from, to }: Period,
  exceptId: string | undefined,
): Promise<Period[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(['id', 'busy_id', 'start_at', 'end_at'])
    .where('patient_id', '=', patientId)
    .where('status', 'in', ['requested', 'booked', 'checked-in', 'in-progress'])
    .where('end_at', '>', new Date(from))
    .where('start_at', '<', new Date(to))
    .execute()
  return rows
    .filter((row) => row.id !== exceptId && row.busy_id !== exceptId)
    .map((row) => ({ from: row.start_at.getTime(), to: row.end_at.getTime() }))
}

/** The appointments of a series, by start. */
export const listSeriesAppointments = async (db: AnyKysely, seriesId: string): Promise<EncryptedAppointment[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .where('series_id', '=', requireUuid(seriesId))
    .orderBy('start_at')
    .execute()
  return rows.map(appointmentOf)
}

/** Those with this status for which a moment has come, the earliest first. */
const listDue = async (
  db: AnyKysely,
  status: AppointmentStatus,
  moment: 'end_at' | 'answer_by',
  by: Date,
  take: number,
): Promise<EncryptedAppointment[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select(columns)
    .where('status', '=', status)
    .where(moment, '<=', by)
    .orderBy(moment)
    .limit(take)
    .execute()
  return rows.map(appointmentOf)
}

/** Booked appointments that ended before `before`, oldest first. */
export const listOverdueAppointments = (db: AnyKysely, before: Date, take: number): Promise<EncryptedAppointment[]> =>
  listDue(db, 'booked', 'end_at', before, take)

/** Requests that no one has answered by `now`, oldest first. */
export const listUnansweredRequests = (db: AnyKysely, now: Date, take: number): Promise<EncryptedAppointment[]> =>
  listDue(db, 'requested', 'answer_by', now, take)

/** A patient's future appointments whose visit type requires consent to `purpose`. */
export const listAppointmentsNeedingConsent = async (
  db: AnyKysely,
  patientId: string,
  purpose: string,
  now: Date,
): Promise<Pick<Appointment, 'id' | 'patientId' | 'practitionerId' | 'start'>[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments as appointment')
    .innerJoin('scheduling.visit_types as type', 'type.id', 'appointment.visit_type_id')
    .select(['appointment.id', 'appointment.patient_id', 'appointment.practitioner_id', 'appointment.start_at'])
    .where('appointment.patient_id', '=', patientId)
    .where('appointment.status', '=', 'booked')
    .where('appointment.start_at', '>', now)
    .where(sql<boolean>`type.definition -> 'requiredConsents' ? ${purpose}`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    start: row.start_at,
  }))
}
