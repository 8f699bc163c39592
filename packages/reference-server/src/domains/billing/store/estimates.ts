import type { Selectable } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import type { PagePlace } from '../../../platform/database/page-of-ids.ts'
import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import { totalOf, type Estimate, type EstimateDetails } from '../model/estimate.ts'
import { placeIn, withinReach, type Look, type Opening } from './opening.ts'
import { tablesOf, type BillingTables } from './tables.ts'

type Row = Selectable<BillingTables['billing.estimates']>
const place = placeIn('estimates')

const openEstimate = async (db: AnyKysely, { access, vault, caller }: Opening, row: Row): Promise<Estimate> => ({
  id: row.id,
  patientId: row.patient_id,
  appointmentId: row.appointment_id,
  practitionerId: row.practitioner_id,
  status: row.status,
  because: row.because,
  dueBefore: row.due_before,
  serviceOn: row.service_on,
  issuedAt: row.issued_at,
  validUntil: row.valid_until,
  version: row.version,
  ...(await vault.open<EstimateDetails>(db, access, place(caller.organizationId, row.id, row.patient_id), row.sealed)),
})

/** Throws `not_found`, also beyond the caller's reach. */
export const readEstimate = async (
  db: AnyKysely,
  opening: Opening,
  id: string,
  look: Look = 'look',
): Promise<Estimate> => {
  const row = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('id', '=', knownId(id))
    .$if(look === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  return openEstimate(db, opening, withinReach(opening, row))
}

/** Newest first. */
export const listEstimates = async (
  db: AnyKysely,
  opening: Opening,
  patientId: string,
  { after, take }: PagePlace,
): Promise<Estimate[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('patient_id', '=', knownId(patientId))
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(take)
    .execute()
  return Promise.all(rows.map((row) => openEstimate(db, opening, row)))
}

/** The ones of an appointment that hold or are owed: one of each at most. Locked. */
export const estimatesOfAppointment = async (
  tx: AnyKysely,
  opening: Opening,
  appointmentId: string,
): Promise<Estimate[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('appointment_id', '=', knownId(appointmentId))
    .where('status', '!=', 'replaced')
    .orderBy('id')
    .forUpdate()
    .execute()
  return Promise.all(rows.map((row) => openEstimate(tx, opening, row)))
}

/** False when the appointment has one that is owed already. */
export const insertEstimate = async ({ tx, caller, vault, access }: Keeping, estimate: Estimate): Promise<boolean> => {
  access.touch(estimate.patientId)
  const { organizationId } = caller
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('billing.estimates')
    .values({
      organization_id: organizationId,
      id: estimate.id,
      patient_id: estimate.patientId,
      appointment_id: estimate.appointmentId,
      because: estimate.because,
      ...changeable(estimate),
      sealed: await vault.seal(tx, place(organizationId, estimate.id, estimate.patientId), detailsOf(estimate)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row is locked. */
export const updateEstimate = async (
  { tx, caller, vault, access }: Keeping,
  before: Estimate,
  after: Estimate,
): Promise<void> => {
  access.touch(after.patientId)
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('billing.estimates')
    .set({
      ...changeable(after),
      sealed: await vault.seal(tx, place(caller.organizationId, after.id, after.patientId), detailsOf(after)),
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('an estimate changed although its row was locked')
}

const changeable = (estimate: Estimate) => ({
  practitioner_id: estimate.practitionerId,
  status: estimate.status,
  due_before: estimate.dueBefore,
  service_on: estimate.serviceOn,
  total_cents: totalOf(estimate),
  issued_at: estimate.issuedAt,
  valid_until: estimate.validUntil,
  version: estimate.version,
})

const detailsOf = ({ items, diagnosisCodes, service }: Estimate): EstimateDetails => ({
  items,
  diagnosisCodes,
  service,
})
