import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type {
  EligibilityResponse,
  EligibilityRequest,
  Rejection,
} from '../../../../vendors/clearinghouse/eligibility.ts'
import { eligibilityReceived } from '../../events.ts'
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

/** Sends an eligibility inquiry (270) to a payer, and stores the response (271). */
export const sendEligibilityInquiry = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<EligibilityResponse> => ({
  kind: 'eligibility',
  send: async ({ id, organizationId, payload, createdAt }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    // The time of the inquiry, not of the retry: the same inquiry has the same text.
    const response = await access.provider.checkEligibility(payload as EligibilityRequest, id, createdAt, signal)
    if (response.retry) throw new PartnerUnavailable(retryFaultOf(response.rejections))
    return response
  },
  conclude: async ({ db, access, now }, { subjectId, patientId }, outcome) => {
    if (patientId === null) throw new Error('a question about eligibility is about a patient')
    const before = await readEligibilityFacts(db, subjectId)
    // It has a response already.
    if (before.status !== 'pending') return { answer: undefined }
    const [status, details] =
      'expired' in outcome
        ? (['no-response', { ...noDetails, refusals: rejectionsOfRetryFault(outcome.lastFault) }] as const)
        : ([statusOf(outcome.response), detailsOf(outcome.response)] as const)
    access.touch(patientId)
    return {
      writes: [replaceEligibility({ ...before, status, respondedAt: now }, before, details)],
      events: [eligibilityReceived(before.coverageId, patientId, status)],
      answer: undefined,
    }
  },
  audit: { entity: 'Coverage', because: 'billing', purpose: 'HPAYMT' },
})

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
  }
}
