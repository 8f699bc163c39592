import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import type { OriginalResponse, Rejection } from '../../../../vendors/clearinghouse/eligibility.ts'
import type { EligibilityHoldReason } from '../model/eligibility-hold-reason.ts'
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
  /** Why the response that arrived is not used. */
  readonly heldFor: EligibilityHoldReason | null
  /** The response as it came, used or not: no one is shown it. Absent in rows from before it was kept, and if none came. */
  readonly original?: OriginalResponse
}
export const noDetails: EligibilityDetails = {
  copayCents: null,
  deductibleRemainingCents: null,
  coinsuranceBasisPoints: null,
  network: null,
  refusals: [],
  heldFor: null,
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
  // Rows from before responses were held have no reason.
  ...{ heldFor: null },
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

/** The inquiry, as it was stored, without what the payer may have responded since. Throws if there is none. */
export const readEligibilityFacts = async (db: AnyKysely, id: string): Promise<EligibilityFacts> => {
  const row = await tablesOf(db)
    .selectFrom('billing.eligibilities')
    .select(['id', 'coverage_id', 'patient_id', 'status', 'requested_at', 'responded_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return eligibilities.factOf(row)
}

type EligibilityFacts = Omit<Eligibility, keyof EligibilityDetails>
/** The response is encrypted in `sealed`. */
const eligibilities = factTable<EligibilityFacts>(
  'billing.eligibilities',
  {
    id: ['id', 'uuid'],
    coverageId: ['coverage_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    status: ['status', 'text'],
    requestedAt: ['requested_at', 'timestamptz'],
    respondedAt: ['responded_at', 'timestamptz'],
  },
  {
    fixed: ['coverageId', 'patientId', 'requestedAt'],
    guard: ['status'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export const insertEligibility = (eligibility: EligibilityFacts): Write => eligibilities.insert(eligibility, noDetails)

/** Stores the response to an inquiry. Conditional: it is still as gathered in `before`. */
export const replaceEligibility = (
  after: EligibilityFacts,
  before: EligibilityFacts,
  details: EligibilityDetails,
): Write => eligibilities.replace(after, before, details)
