import type { Selectable } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Visit, VisitDetails, VisitFacts, Room } from '../model/visit.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf, type VisitsTables } from './tables.ts'

type Row = Selectable<VisitsTables['visits.visits']>

export const factColumns = [
  'id',
  'appointment_id',
  'patient_id',
  'practitioner_id',
  'seen_by',
  'status',
  'modality',
  'vendor',
  'appointment_start',
  'appointment_end',
  'required_consents',
  'license_required',
  'questionnaires',
  'device_check',
  'vendor_room_id',
  'room_url',
  'room_closes_at',
  'room_ends_by',
  'checked_in_at',
  'admitted_at',
  'started_at',
  'ended_at',
  'outcome',
  'version',
] as const satisfies readonly (keyof Row)[]

export const factsOf = (row: Pick<Row, (typeof factColumns)[number]>): VisitFacts => ({
  id: row.id,
  appointmentId: row.appointment_id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  seenBy: row.seen_by,
  status: row.status,
  modality: row.modality,
  vendor: row.vendor,
  appointmentStart: row.appointment_start,
  appointmentEnd: row.appointment_end,
  requiredConsents: row.required_consents,
  licenseRequired: row.license_required,
  questionnaires: row.questionnaires,
  deviceCheck: row.device_check,
  room: roomOf(row),
  checkedInAt: row.checked_in_at,
  admittedAt: row.admitted_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  version: row.version,
})

/** All four columns are set, or none (migrations/0002). */
const roomOf = (row: Pick<Row, 'vendor_room_id' | 'room_url' | 'room_closes_at' | 'room_ends_by'>): Room | null => {
  const { vendor_room_id: vendorRoomId, room_url: url, room_closes_at: closesAt, room_ends_by: endsBy } = row
  return vendorRoomId === null || closesAt === null || endsBy === null ? null : { vendorRoomId, url, closesAt, endsBy }
}

export const roomColumns = (room: Room | null) => ({
  vendor_room_id: room?.vendorRoomId ?? null,
  room_url: room?.url ?? null,
  room_closes_at: room?.closesAt ?? null,
  room_ends_by: room?.endsBy ?? null,
})

/** A visit as stored, its details still encrypted. */
export interface EncryptedVisit extends VisitFacts {
  readonly sealed: Uint8Array
}

/** The unencrypted part of one visit that is accessible to the caller. Records no access: nothing is shown. */
export const readVisitFacts = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  visitId: string,
  lock: RowLock = 'none',
): Promise<VisitFacts> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits')
    .select(factColumns)
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', requireUuid(visitId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(access, caller, row.patient_id)) throw notFound('visit unknown')
  return factsOf(row)
}

/** One visit, decrypted. Throws `not_found`, also for a visit that is not accessible to the caller. */
export const readVisit = async (
  db: AnyKysely,
  context: VaultContext,
  visitId: string,
  lock: RowLock = 'none',
): Promise<Visit> => {
  const visit = await readEncryptedVisit(db, context, visitId, lock)
  return decryptVisit(db, context, visit)
}

/** The same, not decrypted. */
export const readEncryptedVisit = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  visitId: string,
  lock: RowLock = 'none',
): Promise<EncryptedVisit> => {
  const visit = await findEncryptedVisit(db, context, 'id', requireUuid(visitId), lock)
  if (visit === null) throw notFound('visit unknown')
  return visit
}

export const findVisitByAppointment = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentId: string,
  lock: RowLock = 'none',
): Promise<Visit | null> => {
  const visit = await findEncryptedVisit(db, context, 'appointment_id', requireUuid(appointmentId), lock)
  return visit && decryptVisit(db, context, visit)
}

const findEncryptedVisit = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  column: 'id' | 'appointment_id',
  id: string,
  lock: RowLock,
): Promise<EncryptedVisit | null> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits')
    .select([...factColumns, 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where(column, '=', id)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(access, caller, row.patient_id)) return null
  return { ...factsOf(row), sealed: row.sealed }
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
  table: 'visits.visits',
  rowId: id,
  patientId,
})

/** The insert statement of a visit. Returns no row when the appointment already has one: another check-in was first. */
export const insertVisitStatement = async (
  tx: AnyKysely,
  { caller, vault }: Pick<RequestContext, 'caller' | 'vault'>,
  visit: Visit,
) =>
  tablesOf(tx)
    .insertInto('visits.visits')
    .values({
      organization_id: caller.organizationId,
      id: visit.id,
      appointment_id: visit.appointmentId,
      patient_id: visit.patientId,
      modality: visit.modality,
      vendor: visit.vendor,
      required_consents: [...visit.requiredConsents],
      license_required: visit.licenseRequired,
      questionnaires: [...visit.questionnaires],
      checked_in_at: visit.checkedInAt,
      ...changeable(visit),
      sealed: await vault.seal(tx, sealContextOf(caller.organizationId, visit), visit.details),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'appointment_id']).doNothing())

/**
 * The update statement of a visit after a step. Returns no row when the visit changed since `before` was read: a step decided on an old
 * version could admit or end the wrong visit.
 */
export const updateVisitStatement = async (
  tx: AnyKysely,
  { caller, vault }: Pick<RequestContext, 'caller' | 'vault'>,
  before: VisitFacts,
  after: VisitFacts | Visit,
) => {
  const isResealed = 'details' in after && 'details' in before && after.details !== before.details
  const sealed = isResealed
    ? await vault.seal(tx, sealContextOf(caller.organizationId, after), after.details)
    : undefined
  return tablesOf(tx)
    .updateTable('visits.visits')
    .set({ ...changed(before, after), ...(sealed && { sealed }) })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
}

/** Updates a visit after a step. Its row was locked when `before` was read. */
export const updateVisit = async (
  tx: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'vault'>,
  before: VisitFacts,
  after: VisitFacts | Visit,
): Promise<void> => {
  const { numUpdatedRows } = await (await updateVisitStatement(tx, context, before, after)).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('a visit changed although its row was locked')
}

/** Only the columns that the step changed. A room that is created in the meantime, without a new version, is not overwritten. */
const changed = (before: VisitFacts, after: VisitFacts) => {
  const was = new Map(Object.entries(changeable(before)))
  const { version, ...rest } = changeable(after)
  return { ...Object.fromEntries(Object.entries(rest).filter(([column, value]) => was.get(column) !== value)), version }
}

const changeable = (visit: VisitFacts) => ({
  practitioner_id: visit.practitionerId,
  seen_by: visit.seenBy,
  status: visit.status,
  appointment_start: visit.appointmentStart,
  appointment_end: visit.appointmentEnd,
  device_check: visit.deviceCheck === null ? null : JSON.stringify(visit.deviceCheck),
  ...roomColumns(visit.room),
  admitted_at: visit.admittedAt,
  started_at: visit.startedAt,
  ended_at: visit.endedAt,
  outcome: visit.outcome,
  version: visit.version,
})
