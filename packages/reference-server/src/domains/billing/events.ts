import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { WriteOffFacts } from './kernel/model/write-off.ts'
import type { ClaimFacts } from './kernel/model/claim-record.ts'

export const claimChanged = eventMaker(
  'billing.claim-changed',
  ({ id, patientId, visitId, state, version }: ClaimFacts) => ({ claimId: id, patientId, visitId, state, version }),
)
export const claimWorkChanged = eventMaker(
  'billing.claim-work-changed',
  ({ claimId, patientId, visitId }: EventData['billing.claim-work-changed']) => ({ claimId, patientId, visitId }),
)
export const writeOffChanged = eventMaker(
  'billing.write-off-changed',
  ({ id, claimId, patientId, state }: WriteOffFacts) => ({ writeOffId: id, claimId, patientId, state }),
)
export const remittancePosted = eventMaker('billing.remittance-posted', (remittanceId: string, unmatched: number) => ({
  remittanceId,
  unmatched,
}))
/** A mailbox file waits for a person, or no longer does. */
export const mailboxFileChanged = eventMaker(
  'billing.mailbox-file-changed',
  (fileId: string, state: EventData['billing.mailbox-file-changed']['state']) => ({ fileId, state }),
)
export const accountChanged = eventMaker('billing.account-changed', (patientId: string) => ({ patientId }))
export const coverageChanged = eventMaker(
  'billing.coverage-changed',
  (coverageId: string, patientId: string, version: number) => ({ coverageId, patientId, version }),
)
export const eligibilityReceived = eventMaker(
  'billing.eligibility-received',
  (coverageId: string, patientId: string, status: EventData['billing.eligibility-received']['status']) => ({
    coverageId,
    patientId,
    status,
  }),
)

interface EstimateFacts {
  readonly id: string
  readonly patientId: string
  readonly dueBefore: Date
  readonly version: number
}
const estimateFacts = ({ id, patientId, dueBefore, version }: EstimateFacts): EventData['billing.estimate-due'] => ({
  estimateId: id,
  patientId,
  dueBefore: dueBefore.toISOString(),
  version,
})
export const estimateDue = eventMaker('billing.estimate-due', estimateFacts)
export const estimateIssued = eventMaker('billing.estimate-issued', estimateFacts)
export const estimateReplaced = eventMaker('billing.estimate-replaced', estimateFacts)

export const paymentReported = eventMaker(
  'billing.payment-reported',
  ({ kind, reference, state }: EventData['billing.payment-reported']) => ({ kind, reference, state }),
)
export const feeScheduleChanged = eventMaker('billing.fee-schedule-changed', (version: number) => ({ version }))
