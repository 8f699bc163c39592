import type { TransmissionHandler, TransmissionOutcome } from '../../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import {
  UnusableResponse,
  type EligibilityResponse,
  type EligibilityRequest,
  type OriginalResponse,
  type Rejection,
} from '../../../../vendors/clearinghouse/eligibility.ts'
import { eligibilityReceived } from '../../events.ts'
import { eligibilityHoldReason, type EligibilityHoldReason } from '../model/eligibility-hold-reason.ts'
import type { BillingPorts } from '../../ports.ts'
import {
  noDetails,
  readEligibilityFacts,
  replaceEligibility,
  type Eligibility,
  type EligibilityDetails,
} from '../store/eligibilities.ts'

/**
 * `unknown-member` is set only if the payer says that it does not know the member: a rejection of us, or of the inquiry, says nothing about
 * the member.
 */
const statusOf = ({ status, memberUnknown }: EligibilityResponse): Exclude<Eligibility['status'], 'pending'> =>
  status === 'unknown' ? (memberUnknown ? 'unknown-member' : 'no-response') : status

/**
 * If the payer says to retry, the inquiry is retried until it expires. The fault contains the payer's latest codes, because nothing else of
 * an attempt is stored.
 */
const retryFaultOf = (rejections: readonly Rejection[]): string =>
  [
    'payer-busy',
    ...rejections
      .map(({ code }) => code)
      .filter((code) => /^[A-Z0-9]{2}$/.test(code))
      .slice(0, 10),
  ]
    .join(':')
    .toLowerCase()
const rejectionsOfRetryFault = (fault: string): readonly Rejection[] =>
  fault.startsWith('payer-busy:')
    ? fault
        .toUpperCase()
        .split(':')
        .slice(1)
        .map((code) => ({ code, followUp: 'resubmit' }))
    : []

/** A response that cannot be used is asked for once more. After that, a person decides whether to ask again. */
const attemptsForUsable = 2
/** What could not be read, or answered another inquiry. */
const reasonsOfFaults: Readonly<Record<string, EligibilityHoldReason>> = {
  'nonsense:271': 'unreadable',
  'foreign:271': 'inquiry-differs',
}

/** A response that is not used, because it may be about another person. It is kept as it came, and shown to no one. */
interface HeldResponse {
  readonly heldFor: EligibilityHoldReason
  readonly original?: OriginalResponse | undefined
}

const heldAfterRepeat = (error: unknown, attempt: number): HeldResponse => {
  const heldFor = error instanceof PartnerUnavailable ? reasonsOfFaults[error.code] : undefined
  if (heldFor === undefined || attempt < attemptsForUsable) throw error
  return { heldFor, original: error instanceof UnusableResponse ? error.original : undefined }
}

/** Sends an eligibility inquiry (270) to a payer, and stores the response (271). */
export const sendEligibilityInquiry = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<EligibilityResponse | HeldResponse> => ({
  kind: 'eligibility',
  partTwo: {
    discloses: 'none',
    why: 'A 270 names a patient and an insurer, and no visit or service.',
  },
  send: async ({ id, organizationId, payload, createdAt, attempt }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    // The time of the inquiry, not of the retry: the same inquiry has the same text.
    const request = payload as EligibilityRequest
    const response = await access.provider
      .checkEligibility(request, id, createdAt, signal)
      .catch((error: unknown) => heldAfterRepeat(error, attempt))
    if ('heldFor' in response) return response
    const heldFor = eligibilityHoldReason(response, request, access.account)
    if (heldFor !== null) return { heldFor, original: response.original }
    if (response.retry) throw new PartnerUnavailable(retryFaultOf(response.rejections))
    return response
  },
  conclude: async ({ db, access, now }, { subjectId, patientId }, outcome) => {
    if (patientId === null) throw new Error('a question about eligibility is about a patient')
    const before = await readEligibilityFacts(db, subjectId)
    // It has a response already.
    if (before.status !== 'pending') return { answer: undefined }
    const { status, ...details } = resultOf(outcome)
    access.touch(patientId)
    return {
      writes: [replaceEligibility({ ...before, status, respondedAt: now }, before, details)],
      events: [eligibilityReceived(before.coverageId, patientId, status)],
      answer: undefined,
    }
  },
  audit: { entity: 'Coverage', because: 'billing', purpose: 'HPAYMT' },
})

const resultOf = (
  outcome: TransmissionOutcome<EligibilityResponse | HeldResponse>,
): EligibilityDetails & Pick<Eligibility, 'status'> => {
  if ('expired' in outcome)
    return { status: 'no-response', ...noDetails, refusals: rejectionsOfRetryFault(outcome.lastFault) }
  const { response } = outcome
  const kept = response.original && { original: response.original }
  return 'heldFor' in response
    ? { status: 'held', ...noDetails, heldFor: response.heldFor, ...kept }
    : { status: statusOf(response), ...detailsOf(response), ...kept }
}

const detailsOf = (response: EligibilityResponse): EligibilityDetails => {
  const { copayCents, deductibleRemainingCents, coinsuranceBasisPoints, benefits, rejections } = response
  const networks = new Set(benefits.map(({ network }) => network).filter((network) => network !== null))
  return {
    copayCents,
    deductibleRemainingCents: deductibleRemainingCents,
    coinsuranceBasisPoints,
    // Our contract decides whether we are in network. A benefit that the payer gives for one network applies to that one only.
    network:
      networks.size === 0
        ? null
        : networks.has('in') === networks.has('out')
          ? 'unknown'
          : networks.has('in')
            ? 'in'
            : 'out',
    refusals: rejections,
    heldFor: null,
  }
}
