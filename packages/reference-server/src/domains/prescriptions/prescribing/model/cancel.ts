import { hoursAfter, type PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  refillsLeft,
  type HistoryEntry,
  type Pharmacy,
  type PrescriptionFacts,
} from '../../kernel/model/prescription.ts'

/** Whether the pharmacy could still dispense something, and accepts cancellations. */
export const isCancellable = (prescription: PrescriptionFacts, pharmacy: Pharmacy | null): boolean => {
  if (pharmacy === null || !pharmacy.accepts.includes('cancel')) return false
  switch (prescription.status) {
    case 'sending':
    case 'sent':
    case 'accepted':
    case 'undelivered':
    case 'partially-dispensed':
    // Not dispensed this time, e.g. out of stock: it may still be.
    case 'not-dispensed':
      return true
    case 'dispensed':
      return refillsLeft(prescription) > 0
    default:
      return false
  }
}

/** Requests the cancellation; it is complete once the pharmacy confirms it. */
export const requestCancel = (
  before: PrescriptionFacts,
  code: string,
  { silence }: Pick<PrescribingPolicy, 'silence'>,
  now: Date,
): { readonly after: PrescriptionFacts; readonly entry: HistoryEntry } => ({
  after: {
    ...before,
    status: 'cancel-requested',
    beforeCancel: before.status,
    cancelRequestedAt: now,
    answerDueAt: hoursAfter(now, silence.cancelAnswerExpectedWithinHours),
    version: before.version + 1,
  },
  entry: { at: now, status: 'cancel-requested', by: 'prescriber', code },
})

/** Cancels it before anything was sent: no pharmacy has received it. */
export const takeBack = (
  before: PrescriptionFacts,
  now: Date,
): { readonly after: PrescriptionFacts; readonly entry: HistoryEntry } => ({
  after: { ...before, status: 'cancelled', supplyEndsAt: null, answerDueAt: null, version: before.version + 1 },
  entry: { at: now, status: 'cancelled', by: 'server', code: 'never-sent' },
})
