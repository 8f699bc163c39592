import type { StatusAnswer } from '../../../../vendors/clearinghouse/claim-status.ts'
import { claimChanged } from '../../events.ts'
import { meaningOf } from '../../kernel/model/status-inquiry.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { countOccurrences, excerptsOf, recounted } from '../model/excerpts-of.ts'
import { contradict } from '../model/contradicting-statuses.ts'
import type { HeldFault } from '../model/fault-of-file.ts'
import type { ClaimBatch } from './claim-batch.ts'

/**
 * Keeps what payers answer about claims (277), with the question. It changes neither a claim nor money. What answers no question of ours,
 * names another claim, payer, provider or patient, has an unknown code, or contradicts itself or an earlier answer, is held for a person,
 * claim by claim.
 */
export const receiveClaimStatuses = (
  batch: ClaimBatch,
  { text, answers }: { readonly text: string; readonly answers: readonly StatusAnswer[] },
  foreign: HeldFault | null,
): readonly { readonly fault: HeldFault; readonly text: string }[] => {
  const [excerpt, occurrenceOf] = [excerptsOf(text), countOccurrences()]
  return answers.flatMap((answer) => {
    // An answer about no one stands at a level that shows no one.
    const own = excerpt(answer.trace, answer.patient === null ? Infinity : occurrenceOf(answer.trace))
    const fault = foreign ?? onAnswer(batch, answer, own)
    return fault === null ? [] : [{ fault, text: recounted(own) }]
  })
}

const onAnswer = (batch: ClaimBatch, answer: StatusAnswer, text: string): HeldFault | null => {
  const inquiry = batch.inquiries.find({ trace: answer.trace })
  const claim = inquiry && batch.byNumber(inquiry.claimNumber)
  if (!inquiry || !claim) return 'inquiry_unknown'
  const sent = batch.detailsOf(claim.id).clearinghouseClaim
  if (sent === null || (answer.controlNumber !== null && answer.controlNumber !== claim.number)) return 'claim_unknown'
  if (answer.payerId !== null && answer.payerId !== sent.payer.id) return 'payer_differs'
  if (answer.providerNpi !== null && answer.providerNpi !== sent.billingProvider.npi) return 'provider_differs'
  const { name, memberId } = agreesWithPatient(answer.patient, sent)
  if (name === false || memberId === false) return 'patient_differs'
  if (answer.statuses.some(({ category }) => meaningOf(category) === 'other')) return 'code'
  if (contradict(answer.statuses)) return 'answer_contradictory'
  const { statuses, effectiveOn, chargeCents, paidCents, decidedOn, paymentNumber, payerClaimNumber } = answer
  const kept = { statuses, effectiveOn, chargeCents, paidCents, decidedOn, paymentNumber, payerClaimNumber }
  const result = batch.inquiries.answer(inquiry, kept, batch.context.now)
  if (result === 'differs') return 'answer_differs'
  if (result === 'repeated') return null
  batch.addMessage({ claimId: claim.id, patientId: claim.patientId, kind: '277', text })
  batch.emit(claimChanged(claim))
  return null
}
