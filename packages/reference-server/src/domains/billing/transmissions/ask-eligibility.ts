import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { EligibilityAnswer, EligibilityQuestion } from '../../../vendors/clearinghouse/eligibility.ts'
import { eligibilityTold } from '../events.ts'
import type { BillingPorts } from '../ports.ts'
import { answerEligibility, nothingSaid, type EligibilityDetails } from '../store/eligibilities.ts'

const statuses = { active: 'active', inactive: 'inactive', unknown: 'unknown-member' } as const

/** Asks a payer whether a coverage holds (270), and keeps what it says (271). */
export const askEligibility = ({
  clearinghouse,
}: Pick<BillingPorts, 'clearinghouse'>): TransmissionHandler<EligibilityAnswer> => ({
  kind: 'eligibility',
  send: async ({ id, organizationId, payload, createdAt }, signal) => {
    const access = clearinghouse.of(organizationId)
    if (access === null) throw new PartnerUnavailable('no-clearinghouse')
    // When it was asked, not when it is tried again: the same question is the same text.
    const answer = await access.provider.askEligibility(payload as EligibilityQuestion, id, createdAt, signal)
    if (answer.askAgain) throw new PartnerUnavailable('payer-busy')
    return answer
  },
  settle: async (keeping, { subjectId, patientId }, outcome) => {
    if (patientId === null) throw new Error('a question about eligibility is about a patient')
    const [status, details] =
      'expired' in outcome
        ? (['no-answer', nothingSaid] as const)
        : ([statuses[outcome.answer.status], detailsOf(outcome.answer)] as const)
    const answered = await answerEligibility(keeping, subjectId, patientId, status, details)
    if (answered) await keeping.emit(eligibilityTold(answered.coverageId, patientId, status))
  },
  audit: { entity: 'Coverage', because: 'billing', purpose: 'HPAYMT' },
})

const detailsOf = ({ copayCents, deductibleRemainingCents, benefits }: EligibilityAnswer): EligibilityDetails => {
  const share = benefits.find(
    ({ information, basisPoints, network }) => information === 'A' && basisPoints !== null && network !== 'out',
  )
  const networks = new Set(benefits.map(({ network }) => network).filter((network) => network !== null))
  return {
    copayCents,
    deductibleLeftCents: deductibleRemainingCents,
    coinsuranceBasisPoints: share?.basisPoints ?? null,
    // Which of the two we are is our contract's to say; what the payer answers for one only is for that one.
    network: networks.size === 0 ? null : networks.has('in') ? 'in' : networks.has('out') ? 'out' : 'unknown',
  }
}
