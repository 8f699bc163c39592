import type { Claim, StatusInquiry } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { find } from './sample-state.ts'

interface StatusInquirySources {
  readonly claims: readonly Claim[]
  readonly newId: () => string
  readonly rightNow: () => string
}

/** Questions to payers about claims. One that was asked about before is pending. */
export const statusInquiriesSample = ({ claims, newId, rightNow }: StatusInquirySources): TestHandlers => {
  const asked = new Map<string, readonly StatusInquiry[]>()
  const inquiriesOf = ({ id, submittedAt, state }: Claim): readonly StatusInquiry[] =>
    asked.get(id) ??
    (submittedAt && state === 'accepted'
      ? [
          {
            ...{
              id: `${id}-status`,
              askedBy: 'server',
              state: 'answered',
              askedAt: submittedAt,
              answeredAt: submittedAt,
            },
            statuses: [{ meaning: 'pending', code: 'P1:20' }],
            effectiveOn: submittedAt.slice(0, 10),
          },
        ]
      : [])
  return {
    listStatusInquiries: ({ path }) => {
      const claim = find(claims, path.claimId)
      return { patientId: claim.patientId, items: [...inquiriesOf(claim)] }
    },
    askClaimStatus: ({ path }) => {
      const claim = find(claims, path.claimId)
      const earlier = inquiriesOf(claim)
      if (earlier[0]?.state === 'sending') throw problem(409, 'status_not_asked')
      const items: readonly StatusInquiry[] = [
        { id: newId(), askedBy: 'member', state: 'sending', askedAt: rightNow(), statuses: [] },
        ...earlier,
      ]
      asked.set(claim.id, items)
      return { patientId: claim.patientId, items: [...items] }
    },
  }
}
