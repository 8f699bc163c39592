import type { EligibilityRequest } from './eligibility.ts'
import { exampleAccount, exampleClaim } from './example-claim.testing.ts'
import { writeEligibilityInquiry } from './write-eligibility-inquiry.ts'

/** An inquiry about a subscriber, of a fictional payer. */
export const question: EligibilityRequest = {
  payer: exampleClaim.payer,
  provider: exampleClaim.billingProvider,
  subscriber: exampleClaim.subscriber,
  dependent: null,
  serviceDay: '2026-11-24',
}

/** The 270 of an inquiry. */
export const ask = (asked: EligibilityRequest): string =>
  writeEligibilityInquiry({
    account: exampleAccount,
    control: { interchange: 5, group: 5 },
    traceNumber: 'TRACE-1',
    createdAt: new Date('2026-11-24T08:00:00Z'),
    request: asked,
  })
