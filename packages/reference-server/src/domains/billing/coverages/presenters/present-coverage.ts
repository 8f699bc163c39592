import type { components } from '@visitkit/contract'
import { explainRejection } from '../model/explain-rejection.ts'
import type { Coverage } from '../store/coverages.ts'
import type { Eligibility } from '../store/eligibilities.ts'
import type { Payer } from '../../kernel/store/payers.ts'

type Schemas = components['schemas']

export const presentPayer = ({ id, name, kind, payerId, timelyFilingDays }: Payer): Schemas['Payer'] => ({
  id,
  name,
  kind,
  payerId,
  timelyFilingDays,
})

export const presentEligibility = (eligibility: Eligibility): Schemas['Eligibility'] => ({
  id: eligibility.id,
  coverageId: eligibility.coverageId,
  patientId: eligibility.patientId,
  status: eligibility.status,
  ...(eligibility.copayCents !== null && { copayCents: eligibility.copayCents }),
  ...(eligibility.deductibleRemainingCents !== null && {
    deductibleRemainingCents: eligibility.deductibleRemainingCents,
  }),
  ...(eligibility.coinsuranceBasisPoints !== null && {
    coinsurancePercent: eligibility.coinsuranceBasisPoints / 100,
  }),
  ...(eligibility.network !== null && { network: eligibility.network }),
  ...(eligibility.refusals.length > 0 && { refusals: eligibility.refusals.map(explainRejection) }),
  ...(eligibility.heldFor !== null && { heldFor: eligibility.heldFor }),
  requestedAt: eligibility.requestedAt.toISOString(),
  ...(eligibility.respondedAt && { respondedAt: eligibility.respondedAt.toISOString() }),
})

/** An answer to a question from before a correction says nothing about the coverage as it is now. */
const isAbout = ({ correctedAt }: Coverage, { requestedAt }: Eligibility): boolean =>
  correctedAt === null || requestedAt.toISOString() >= correctedAt

export const presentCoverage = (
  coverage: Coverage,
  payer: Payer,
  eligibility?: Eligibility | null,
): Schemas['Coverage'] => ({
  id: coverage.id,
  patientId: coverage.patientId,
  payer: presentPayer(payer),
  memberNumber: coverage.memberNumber,
  ...(coverage.groupNumber !== null && { groupNumber: coverage.groupNumber }),
  relationship: coverage.relationship,
  ...(coverage.subscriber && { subscriber: coverage.subscriber }),
  ...(coverage.nameOnCard && { nameOnCard: coverage.nameOnCard }),
  order: coverage.order,
  ...(coverage.medicareSecondaryReason && { medicareSecondaryReason: coverage.medicareSecondaryReason }),
  from: coverage.from,
  ...(coverage.to !== null && { to: coverage.to }),
  ...(eligibility && isAbout(coverage, eligibility) && { eligibility: presentEligibility(eligibility) }),
  version: coverage.version,
})
