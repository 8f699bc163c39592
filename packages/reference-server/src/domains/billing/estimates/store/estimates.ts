import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import { totalOf, type Estimate, type EstimateDetails } from '../model/estimate.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

type Row = Selectable<BillingTables['billing.estimates']>
const sealContext = sealContextIn('estimates')

const decryptEstimate = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Row,
): Promise<Estimate> => ({
  id: row.id,
  patientId: row.patient_id,
  appointmentId: row.appointment_id,
  practitionerId: row.practitioner_id,
  status: row.status,
  reason: row.reason,
  dueBefore: row.due_before,
  serviceOn: row.service_on,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by,
  missing: row.missing,
  feeVersion: row.fee_version,
  validUntil: row.valid_until,
  version: row.version,
  ...(await vault.open<EstimateDetails>(
    db,
    access,
    sealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
})

/** Throws `not_found`, also outside the caller's reach. */
export const readEstimate = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
  lock: RowLock = 'none',
): Promise<Estimate> => {
  const row = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return decryptEstimate(db, context, withinReach(context, row))
}

/** Newest first. */
export const listEstimates = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<Estimate[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .$call(newestFirst(page))
    .execute()
  return Promise.all(rows.map((row) => decryptEstimate(db, context, row)))
}

/** Owed estimates, by deadline; `after` is the last one of the page before. */
export const listDueEstimates = async (
  db: AnyKysely,
  context: VaultContext,
  { after, take }: PageCursor,
): Promise<Estimate[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('status', '=', 'due')
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(due_before, id) > (select due_before, id from billing.estimates as last where last.id = ${after})`,
      ),
    )
    .orderBy('due_before')
    .orderBy('id')
    .limit(take)
    .execute()
  return Promise.all(rows.map((row) => decryptEstimate(db, context, row)))
}

/** An estimate that the server reviews automatically. Decrypts nothing. */
export interface EstimateDueForReview {
  readonly id: string
  readonly appointmentId: string
  readonly status: Estimate['status']
  readonly missing: Estimate['missing']
}

/**
 * Estimates of appointments that are owed, and those for a day from `today` on that the server issued at prices before `feeVersion`. By id,
 * after `after`.
 */
export const listEstimatesDueForReview = async (
  db: AnyKysely,
  today: string,
  feeVersion: number,
  after: string,
  take: number,
): Promise<EstimateDueForReview[]> => {
  const { rows } = await sql<EstimateDueForReview>`
    select id, appointment_id as "appointmentId", status, missing
    from (
      select * from billing.estimates where status = 'due' and appointment_id is not null
      union all
      select * from billing.estimates where status = 'issued' and issued_by = 'server' and service_on >= ${today}
        and fee_version < ${feeVersion}) as estimate
    where id > ${after} order by id limit ${take}`.execute(db)
  return rows
}

/** Records that the estimate was checked against these prices. The row is locked. */
export const updateFeeVersion = async (tx: AnyKysely, id: string, feeVersion: number): Promise<void> => {
  await tablesOf(tx).updateTable('billing.estimates').set({ fee_version: feeVersion }).where('id', '=', id).execute()
}

/** The estimates of an appointment that are in force or owed: at most one of each. Locked. */
export const lockEstimatesByAppointment = async (
  tx: AnyKysely,
  context: VaultContext,
  appointmentId: string,
): Promise<Estimate[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('appointment_id', '=', requireUuid(appointmentId))
    .where('status', '!=', 'replaced')
    .orderBy('id')
    .forUpdate()
    .execute()
  return Promise.all(rows.map((row) => decryptEstimate(tx, context, row)))
}

/** False if the appointment already has an owed estimate. */
export const insertEstimate = async (
  { tx, caller, vault, access }: WriteContext,
  estimate: Estimate,
): Promise<boolean> => {
  access.touch(estimate.patientId)
  const { organizationId } = caller
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('billing.estimates')
    .values({
      organization_id: organizationId,
      id: estimate.id,
      patient_id: estimate.patientId,
      appointment_id: estimate.appointmentId,
      reason: estimate.reason,
      ...changeable(estimate),
      sealed: await vault.seal(tx, sealContext(organizationId, estimate.id, estimate.patientId), detailsOf(estimate)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row is locked. */
export const updateEstimate = async (
  { tx, caller, vault, access }: WriteContext,
  before: Estimate,
  after: Estimate,
): Promise<void> => {
  access.touch(after.patientId)
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('billing.estimates')
    .set({
      ...changeable(after),
      sealed: await vault.seal(tx, sealContext(caller.organizationId, after.id, after.patientId), detailsOf(after)),
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
  issued_by: estimate.issuedBy,
  missing: [...estimate.missing],
  fee_version: estimate.feeVersion,
  valid_until: estimate.validUntil,
  version: estimate.version,
})

const detailsOf = ({ items, diagnosisCodes, service }: Estimate): EstimateDetails => ({
  items,
  diagnosisCodes,
  service,
})
