import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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
export const readEstimate = async (db: AnyKysely, context: VaultContext, id: string): Promise<Estimate> => {
  const row = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('id', '=', requireUuid(id))
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

/** The estimates of an appointment that are in force or owed: at most one of each. */
export const listEstimatesByAppointment = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentId: string,
): Promise<Estimate[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.estimates')
    .selectAll()
    .where('appointment_id', '=', requireUuid(appointmentId))
    .where('status', '!=', 'replaced')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => decryptEstimate(db, context, row)))
}

type StoredEstimate = Omit<Estimate, keyof EstimateDetails> & { readonly totalCents: number }
/** The details are encrypted in `sealed`. */
const estimates = factTable<StoredEstimate>(
  'billing.estimates',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    status: ['status', 'text'],
    reason: ['reason', 'text'],
    dueBefore: ['due_before', 'timestamptz'],
    serviceOn: ['service_on', 'text'],
    totalCents: ['total_cents', 'bigint'],
    issuedAt: ['issued_at', 'timestamptz'],
    issuedBy: ['issued_by', 'text'],
    missing: ['missing', 'text[]'],
    feeVersion: ['fee_version', 'integer'],
    validUntil: ['valid_until', 'text'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'appointmentId', 'reason'], sealedFor: ({ patientId }) => patientId },
)
const storedOf = (estimate: Estimate): StoredEstimate => ({ ...estimate, totalCents: totalOf(estimate) })
const detailsOf = ({ items, diagnosisCodes, service }: Estimate): EstimateDetails => ({
  items,
  diagnosisCodes,
  service,
})

/** `isConditional`: the appointment has no other estimate with this status; else that is an error. */
export const insertEstimate = (estimate: Estimate, isConditional: boolean): Write =>
  (isConditional ? estimates.insertOnce : estimates.insert)(storedOf(estimate), detailsOf(estimate))

/** Conditional: the estimate is still as gathered in `before`. */
export const replaceEstimate = (after: Estimate, before: Estimate): Write =>
  estimates.replace(storedOf(after), storedOf(before), detailsOf(after))

/** Records that an issued estimate was checked against these prices. */
export const recordFeeVersion = (id: string, feeVersion: number): Write => ({
  statement: updateFeeVersion,
  values: [id, feeVersion],
})
const updateFeeVersion = writeStatement({
  kind: 'update',
  table: 'billing.estimates',
  set: 'fee_version = $2::integer',
  where: `id = $1::uuid and status = 'issued'`,
  isConditional: false,
})
