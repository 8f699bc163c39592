import type { Selectable } from 'kysely'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Rejection } from '../../../../vendors/clearinghouse/eligibility.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

export type EligibilityStatus = BillingTables['billing.eligibilities']['status']

/** The PHI of a response. */
export interface EligibilityDetails {
  readonly copayCents: number | null
  readonly deductibleRemainingCents: number | null
  /** Hundredths of a percent. */
  readonly coinsuranceBasisPoints: number | null
  readonly network: 'in' | 'out' | 'unknown' | null
  /** The codes with which the payer rejected the inquiry or a part of it. */
  readonly refusals: readonly Rejection[]
}
export const noDetails: EligibilityDetails = {
  copayCents: null,
  deductibleRemainingCents: null,
  coinsuranceBasisPoints: null,
  network: null,
  refusals: [],
}

/** A payer's response about a coverage. FHIR: CoverageEligibilityResponse. */
export interface Eligibility extends EligibilityDetails {
  readonly id: string
  readonly coverageId: string
  readonly patientId: string
  readonly status: EligibilityStatus
  readonly requestedAt: Date
  readonly respondedAt: Date | null
}

type Row = Selectable<BillingTables['billing.eligibilities']>
const sealContext = sealContextIn('eligibilities')

const decryptEligibility = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Row,
): Promise<Eligibility> => ({
  id: row.id,
  coverageId: row.coverage_id,
  patientId: row.patient_id,
  status: row.status,
  requestedAt: row.requested_at,
  respondedAt: row.responded_at,
  ...(await vault.open<EligibilityDetails>(
    db,
    access,
    sealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
})

/** The latest inquiry for each coverage, with its response if there is one. */
export const listLatestEligibilities = async (
  db: AnyKysely,
  context: VaultContext,
  coverageIds: readonly string[],
): Promise<ReadonlyMap<string, Eligibility>> => {
  if (coverageIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('billing.eligibilities')
    .selectAll()
    .distinctOn('coverage_id')
    .where('coverage_id', 'in', [...coverageIds])
    .orderBy('coverage_id')
    .orderBy('id', 'desc')
    .execute()
  const opened = await Promise.all(rows.map((row) => decryptEligibility(db, context, row)))
  return new Map(opened.map((eligibility) => [eligibility.coverageId, eligibility]))
}

export const insertEligibility = async (
  { tx, caller, vault, access }: WriteContext,
  { id, coverageId, patientId, requestedAt }: Pick<Eligibility, 'id' | 'coverageId' | 'patientId' | 'requestedAt'>,
): Promise<Eligibility> => {
  access.touch(patientId)
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto('billing.eligibilities')
    .values({
      organization_id: organizationId,
      id,
      coverage_id: coverageId,
      patient_id: patientId,
      status: 'pending',
      requested_at: requestedAt,
      responded_at: null,
      sealed: await vault.seal(tx, sealContext(organizationId, id, patientId), noDetails),
    })
    .execute()
  return { id, coverageId, patientId, status: 'pending', requestedAt, respondedAt: null, ...noDetails }
}

/** Stores the response to an open inquiry; null if it already has one. */
export const updateEligibility = async (
  { tx, caller, vault, access, now }: WriteContext,
  id: string,
  patientId: string,
  status: Exclude<EligibilityStatus, 'pending'>,
  details: EligibilityDetails,
): Promise<{ readonly coverageId: string } | null> => {
  access.touch(patientId)
  const row = await tablesOf(tx)
    .updateTable('billing.eligibilities')
    .set({
      status,
      responded_at: now,
      sealed: await vault.seal(tx, sealContext(caller.organizationId, id, patientId), details),
    })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returning('coverage_id')
    .executeTakeFirst()
  return row === undefined ? null : { coverageId: row.coverage_id }
}
