import { sql, type OperationNodeSource, type Selectable } from 'kysely'
import { isUuid, requireUuid } from '../../../../platform/database/ids/require-uuid.ts'

import type { WriteContext, RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import {
  type ClaimDetails,
  type ClaimFacts,
  type ClaimRecord,
  type ClaimState,
} from '../../kernel/model/claim-record.ts'
import { claimCountUpdate, type CountedChange } from './claim-counts.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

export type ClaimRow = Selectable<BillingTables['billing.claims']>
export const claimSealContext = sealContextIn('claims')

export const factColumns = [
  'id',
  'number',
  'root_id',
  'follows_id',
  'visit_id',
  'patient_id',
  'practitioner_id',
  'payer_id',
  'coverage_id',
  'state',
  'stale',
  'blocking',
  'frequency',
  'service_day',
  'file_by',
  'charge_cents',
  'paid_cents',
  'patient_cents',
  'payer_claim_number',
  'control_number',
  'note_version',
  'visit_version',
  'history',
  'submitted_at',
  'changed_at',
  'version',
] as const satisfies readonly (keyof ClaimRow)[]

export const factsOf = (row: Pick<ClaimRow, (typeof factColumns)[number]>): ClaimFacts => ({
  id: row.id,
  number: row.number,
  rootId: row.root_id,
  followsId: row.follows_id,
  visitId: row.visit_id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  payerId: row.payer_id,
  coverageId: row.coverage_id,
  state: row.state,
  stale: row.stale,
  blocking: row.blocking,
  frequency: row.frequency,
  serviceDay: row.service_day,
  fileBy: row.file_by,
  chargeCents: centsOf(row.charge_cents),
  paidCents: centsOf(row.paid_cents),
  patientCents: centsOf(row.patient_cents),
  payerClaimNumber: row.payer_claim_number,
  controlNumber: row.control_number,
  noteVersion: row.note_version,
  visitVersion: row.visit_version,
  history: row.history,
  submittedAt: row.submitted_at,
  changedAt: row.changed_at,
  version: row.version,
})

export const decryptClaim = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: ClaimRow,
): Promise<ClaimRecord> => ({
  ...factsOf(row),
  details: await vault.open<ClaimDetails>(
    db,
    access,
    claimSealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  ),
})

const claims = (db: AnyKysely) => tablesOf(db).selectFrom('billing.claims')

/** One claim, decrypted. Throws `not_found`, also outside the caller's reach. */
export const readClaim = async (
  db: AnyKysely,
  context: VaultContext,
  claimId: string,
  lock: RowLock = 'none',
): Promise<ClaimRecord> => {
  const row = await claims(db)
    .selectAll()
    .where('id', '=', requireUuid(claimId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return decryptClaim(db, context, withinReach(context, row))
}

/** The same without the encrypted part. */
export const readClaimFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access' | 'caller'>,
  claimId: string,
  lock: RowLock = 'none',
): Promise<ClaimFacts> => {
  const row = await claims(db)
    .select(factColumns)
    .where('id', '=', requireUuid(claimId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return factsOf(withinReach(context, row))
}

export interface ClaimFilter {
  readonly state?: ClaimState | undefined
  readonly payerId?: string | undefined
}

/** By filing deadline, then by age; `after` is the last claim of the page before. Decrypts nothing. */
export const listClaims = async (
  db: AnyKysely,
  { state, payerId }: ClaimFilter,
  after: string | null,
  take: number,
): Promise<ClaimFacts[]> => {
  if (payerId !== undefined && !isUuid(payerId)) return []
  const rows = await claims(db)
    .select(factColumns)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'blocked'))
    .$if(payerId !== undefined, (query) => query.where('payer_id', '=', payerId ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(file_by, id) > (select file_by, id from billing.claims as last where last.id = ${after})`,
      ),
    )
    .orderBy('file_by')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(factsOf)
}

/** False if the visit, or the claim that this one follows, already has another. */
export const insertClaim = async (context: WriteContext, claim: ClaimRecord): Promise<boolean> => {
  const { tx, caller, vault, access } = context
  access.touch(claim.patientId)
  const { organizationId } = caller
  const inserted = tablesOf(tx)
    .insertInto('billing.claims')
    .values({
      organization_id: organizationId,
      id: claim.id,
      number: claim.number,
      root_id: claim.rootId,
      follows_id: claim.followsId,
      visit_id: claim.visitId,
      patient_id: claim.patientId,
      ...changeable(claim),
      sealed: await vault.seal(tx, claimSealContext(organizationId, claim.id, claim.patientId), claim.details),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
  return writeWithCounts(context, inserted, { before: null, after: claim })
}

/**
 * Updates a claim. The row was locked when `before` was read; its version is checked anyway, because an update based on an old version
 * could send a claim twice.
 */
export const updateClaim = async (
  context: WriteContext,
  before: ClaimFacts,
  after: ClaimFacts | ClaimRecord,
): Promise<void> => {
  if (!(await writeWithCounts(context, await updateClaimStatement(context, before, after), { before, after })))
    throw new Error('a claim changed although its row was locked')
}

/** A statement that updates a claim and is written with its counts; returns no row if the claim has changed since `before` was read. */
export const updateClaimStatement = async (
  { tx, caller, vault, access }: WriteContext,
  before: ClaimFacts,
  after: ClaimFacts | ClaimRecord,
) => {
  access.touch(after.patientId)
  const sealed =
    'details' in after
      ? await vault.seal(tx, claimSealContext(caller.organizationId, after.id, after.patientId), after.details)
      : undefined
  return tablesOf(tx)
    .updateTable('billing.claims')
    .set({ ...changeable(after), ...(sealed && { sealed }) })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
}

/** A claim's row and its counts in one statement. False, and nothing is counted, if there is no such row. */
const writeWithCounts = async (
  context: WriteContext,
  statement: Executable & OperationNodeSource,
  change: CountedChange,
): Promise<boolean> => {
  const counting = claimCountUpdate(context, [change], 'kept')
  if (counting === null) return (await statement.execute()).length === 1
  const { numAffectedRows } = await sql`with kept as (${statement}) ${counting.statement}`.execute(context.tx)
  return numAffectedRows === BigInt(counting.rows)
}

interface Executable {
  execute(): Promise<readonly unknown[]>
}

const changeable = (claim: ClaimFacts) => ({
  practitioner_id: claim.practitionerId,
  payer_id: claim.payerId,
  coverage_id: claim.coverageId,
  state: claim.state,
  stale: claim.stale,
  blocking: claim.blocking,
  frequency: claim.frequency,
  service_day: claim.serviceDay,
  file_by: claim.fileBy,
  charge_cents: claim.chargeCents,
  paid_cents: claim.paidCents,
  patient_cents: claim.patientCents,
  payer_claim_number: claim.payerClaimNumber,
  control_number: claim.controlNumber,
  note_version: claim.noteVersion,
  visit_version: claim.visitVersion,
  history: JSON.stringify(claim.history),
  submitted_at: claim.submittedAt,
  changed_at: claim.changedAt,
  version: claim.version,
})
