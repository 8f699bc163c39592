import { sql, type Selectable } from 'kysely'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { Visit, VisitDetails, VisitFacts, Room } from '../model/visit.ts'
import { tablesOf, type VisitsTables } from './tables.ts'

type Row = Selectable<VisitsTables['visits.visits']>

const table = 'visits.visits'

/**
 * The steps of a visit. Its details are encrypted in `sealed`. Its room and the number of its seats change without a new version, and are
 * not written here.
 */
type StoredFacts = Omit<VisitFacts, 'room' | 'seatsVersion' | 'consentsUsed'> & { readonly consentsUsed: string }
const visits = factTable<StoredFacts>(
  table,
  {
    id: ['id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    seenBy: ['seen_by', 'uuid'],
    status: ['status', 'text'],
    modality: ['modality', 'text'],
    vendor: ['vendor', 'text'],
    appointmentStart: ['appointment_start', 'timestamptz'],
    appointmentEnd: ['appointment_end', 'timestamptz'],
    requiredConsents: ['required_consents', 'text[]'],
    licenseRequired: ['license_required', 'boolean'],
    questionnaires: ['questionnaires', 'text[]'],
    stoppedFor: ['stopped_for', 'text[]'],
    consentsUsed: ['consents_used', 'jsonb'],
    emergencyReason: ['emergency_reason', 'text'],
    emergencyRefusedId: ['emergency_refused_id', 'uuid'],
    deviceCheck: ['device_check', 'jsonb'],
    checkedInAt: ['checked_in_at', 'timestamptz'],
    admittedAt: ['admitted_at', 'timestamptz'],
    startedAt: ['started_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    outcome: ['outcome', 'text'],
    recordingRequestId: ['recording_request_id', 'uuid'],
    recordingAskedAt: ['recording_asked_at', 'timestamptz'],
    recordingSeatId: ['recording_seat_id', 'uuid'],
    version: ['version', 'integer'],
  },
  {
    fixed: [
      ...(['appointmentId', 'patientId', 'modality', 'vendor', 'checkedInAt'] as const),
      ...(['requiredConsents', 'licenseRequired', 'questionnaires'] as const),
    ],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** As written: the driver sends an array as an array of PostgreSQL, so that JSON is sent as text. */
const stored = <V extends VisitFacts>(visit: V): Omit<V, 'consentsUsed'> & StoredFacts => ({
  ...visit,
  consentsUsed: JSON.stringify(visit.consentsUsed),
})

/** Stores a visit. Conditional: its appointment has none yet. */
export const insertVisit = (visit: Visit): Write => visits.insertOnce(stored(visit), visit.details)

/** Stores a step. Conditional: a step decided on an old version could admit the wrong patient. */
export const replaceVisit = (after: Visit, before: Visit): Write =>
  visits.replace(stored(after), stored(before), after.details === before.details ? undefined : after.details)

/** The same for a step that leaves the details as they are. */
export const replaceVisitFacts = (after: VisitFacts, before: VisitFacts): Write =>
  visits.replace(stored(after), stored(before))

/** All columns but `sealed`. */
export const factColumns = [
  ...visits.columns,
  ...['vendor_room_id', 'room_url', 'room_closes_at', 'room_ends_by', 'seats_version'],
] as Exclude<keyof Row, 'organization_id' | 'sealed'>[]

export const factsOf = (row: Partial<Row>): VisitFacts => ({
  ...visits.factOf(row),
  consentsUsed: row.consents_used ?? [],
  room: roomOf(row),
  seatsVersion: row.seats_version ?? 0,
})

/** All four columns are set, or none (migrations/0002). */
const roomOf = (row: Partial<Row>): Room | null => {
  const { vendor_room_id: vendorRoomId, room_url: url, room_closes_at: closesAt, room_ends_by: endsBy } = row
  return vendorRoomId && closesAt && endsBy ? { vendorRoomId, url: url ?? null, closesAt, endsBy } : null
}

/** A visit as stored, its details still encrypted. */
export interface EncryptedVisit extends VisitFacts {
  readonly sealed: Uint8Array
}

/**
 * One visit, not decrypted, for records: its room and the number of its seats, which change without a new version, may be older than the
 * rest. Throws `not_found`, also for a visit that is not accessible to the caller.
 */
export const readEncryptedVisit = (db: AnyKysely, context: Reader, visitId: string): Promise<EncryptedVisit> =>
  readBy(db, context, 'id', visitId)

/** The same by appointment. Throws `not_found` also before check-in. */
export const readEncryptedVisitOfAppointment = (
  db: AnyKysely,
  context: Reader,
  appointmentId: string,
): Promise<EncryptedVisit> => readBy(db, context, 'appointment_id', appointmentId)

type Reader = Pick<RequestContext, 'caller' | 'access'>

type Named = { readonly visitId: string; readonly appointmentId: string }
const inMemoryBy = (column: 'id' | 'appointment_id', keyOf: (named: Named) => string) =>
  factsInMemory(`visits.by-${column}`, {
    'visits.checked-in': keyOf,
    'visits.changed': keyOf,
    'visits.admitted': keyOf,
    'visits.started': keyOf,
    'visits.ended': keyOf,
    'visits.consent-revoked': keyOf,
  })
const inMemory = {
  id: inMemoryBy('id', ({ visitId }) => visitId),
  appointment_id: inMemoryBy('appointment_id', ({ appointmentId }) => appointmentId),
}

const readBy = async (
  db: AnyKysely,
  { caller, access }: Reader,
  column: 'id' | 'appointment_id',
  id: string,
): Promise<EncryptedVisit> => {
  const row = await inMemory[column](db, requireUuid(id), async () => (await selectBy[column](db, { id }))[0])
  const visit = row && { ...factsOf(row), sealed: row.sealed }
  if (visit === undefined || isBeyondReach(access, caller, visit.patientId)) throw notFound('visit unknown')
  return visit
}

const selectVisitBy = (column: 'id' | 'appointment_id') =>
  preparedRead((db, { id }: Placeholders<{ id: string }>) =>
    tablesOf(db).selectFrom(table).select(factColumns).select('sealed').where(column, '=', id),
  )
const selectBy = { id: selectVisitBy('id'), appointment_id: selectVisitBy('appointment_id') }

/** The unencrypted parts of these visits. */
export const listVisitFacts = async (db: AnyKysely, ids: readonly string[]): Promise<VisitFacts[]> => {
  return (await selectFacts(db, { ids })).map(factsOf)
}
const selectFacts = preparedRead((db, { ids }: Placeholders<{ ids: readonly string[] }>) =>
  tablesOf(db)
    .selectFrom(table)
    .select(factColumns)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
)

/** When the patient last checked in for another appointment; null if never. */
export const findLastCheckIn = async (
  db: AnyKysely,
  patientId: string,
  exceptAppointmentId: string,
): Promise<Date | null> => {
  const [row] = await selectLastCheckIn(db, { patientId, exceptAppointmentId })
  return row?.checked_in_at ?? null
}
const selectLastCheckIn = preparedRead(
  (db, { patientId, exceptAppointmentId }: Placeholders<{ patientId: string; exceptAppointmentId: string }>) =>
    tablesOf(db)
      .selectFrom(table)
      .select('checked_in_at')
      .where('patient_id', '=', patientId)
      .where('appointment_id', '<>', exceptAppointmentId)
      .orderBy('checked_in_at', 'desc')
      .limit(1),
)

/** Those of these appointments whose patients wait. */
export const listWaitingVisits = async (db: AnyKysely, appointmentIds: readonly string[]): Promise<VisitFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(factColumns)
    .where('appointment_id', '=', sql<string>`any(${appointmentIds}::uuid[])`)
    .where('status', '=', 'waiting')
    .execute()
  return rows.map(factsOf)
}

export const isBeyondReach = (
  access: RequestContext['access'],
  caller: RequestContext['caller'],
  patientId: string,
): boolean => access.reach === 'own' && !caller.patientIds.includes(patientId)

export const decryptVisit = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { sealed, ...facts }: EncryptedVisit,
): Promise<Visit> => ({
  ...facts,
  details: await vault.open<VisitDetails>(db, access, sealContextOf(caller.organizationId, facts), sealed),
})

const sealContextOf = (organizationId: string, { id, patientId }: VisitFacts): SealContext => ({
  organizationId,
  table,
  rowId: id,
  patientId,
})
