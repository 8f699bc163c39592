import type {
  ClaimAcknowledgment,
  ClaimAcknowledgments,
  ClaimStatus,
  FileAcknowledgment,
  InterchangeAcknowledgment,
} from '../../../../vendors/clearinghouse/acknowledgment.ts'
import type { ResponsePart } from '../../../../vendors/clearinghouse/provider.ts'
import { readFileReference, type Submission } from '../../claims/model/file-reference.ts'
import type { ClaimMessage } from '../../claims/store/claim-messages.ts'
import type { Claim as ClearinghouseClaim } from '../../kernel/model/claim.ts'
import { claimChanged } from '../../events.ts'
import { decidedStates, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { NextClaimState } from '../../kernel/model/next-claim.ts'
import { faultOfSets, faultOfStatuses } from '../model/acknowledgment-fault.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { countOccurrences, excerptsOf, recounted } from '../model/excerpts-of.ts'
import type { HeldFault } from '../model/fault-of-file.ts'
import { envelopeFault, type AccountIdentity, type EnvelopeFault } from '../model/origin-fault.ts'
import type { ClaimBatch } from './claim-batch.ts'
import { receiveClaimStatuses } from './receive-claim-statuses.ts'
import { updateStatusInChain } from './update-status-in-chain.ts'
import { restoreOriginal, voidOriginal } from './void-original.ts'

type Acknowledgment = Exclude<ResponsePart, { readonly kind: 'remittance' }>

/** A claim's part of an acknowledgment that is not used, and why. */
export interface HeldAcknowledgment {
  readonly fault: HeldFault
  readonly text: string
}

const faultsOfEnvelopes: Readonly<Record<EnvelopeFault, HeldFault>> = {
  'usage-differs': 'usage_differs',
  'receiver-differs': 'receiver_differs',
}

/** Payers name themselves in payments, which are compared with the claim's. Everything else comes from the clearinghouse. */
const senderFault = (
  { senderId }: ResponsePart['envelope'],
  { receiverId, senderIds = [receiverId] }: AccountIdentity,
): HeldFault | null => (senderIds.includes(senderId) ? null : 'sender_differs')

/** Applies what an acknowledgment (TA1, 999, 277CA) says about our claims. Returns what it says about anything else, claim by claim. */
export const receiveAcknowledgment = (
  batch: ClaimBatch,
  account: AccountIdentity,
  part: Acknowledgment,
): readonly HeldAcknowledgment[] => {
  const foreign = envelopeFault(part.envelope, account)
  const fault = foreign ? faultsOfEnvelopes[foreign] : senderFault(part.envelope, account)
  if (part.kind === 'claim-statuses') return receiveClaimStatuses(batch, part, fault)
  if (part.kind === 'claim-acknowledgments') return onClaims(batch, account, part.text, part.acknowledgments, fault)
  const own =
    part.kind === 'interchange-acknowledgment'
      ? () => onEnvelope(batch, part.text, part.acknowledgment)
      : () => onFile(batch, part.text, part.acknowledgment)
  const held = fault ?? own()
  return held === null ? [] : [{ fault: held, text: part.text }]
}

/** Our files contain one claim each, so a response to a file applies to its claim, and the text contains no other patient. */
const onEnvelope = (batch: ClaimBatch, text: string, acknowledgment: InterchangeAcknowledgment): HeldFault | null => {
  const controlNumber = acknowledgment.interchangeControlNumber
  const claim = batch.byControlNumber(controlNumber)
  if (claim === null) {
    const code = `TA1-${acknowledgment.faultCode}`
    return onNextClaimFile(batch, { controlNumber }, 'TA1', text, acknowledgment.accepted ? null : ['rejected', code])
  }
  addMessage(batch, claim, 'TA1', text)
  if (!acknowledgment.accepted)
    updateStatusInChain(
      batch,
      claim,
      { kind: 'returned' },
      { by: 'clearinghouse', code: `TA1-${acknowledgment.faultCode}` },
    )
  return null
}

const onFile = (batch: ClaimBatch, text: string, acknowledgment: FileAcknowledgment): HeldFault | null => {
  // Only groups of claims (HC) have these numbers: an inquiry (HS) may have the same by chance.
  if (acknowledgment.functionalId === 'HR') return onInquiryFile(batch, text, acknowledgment)
  if (acknowledgment.functionalId !== 'HC') return 'claim_unknown'
  const contradiction = faultOfSets(acknowledgment)
  if (contradiction !== null) return contradiction
  const isRead = acknowledgment.outcome === 'accepted' || acknowledgment.outcome === 'accepted-with-faults'
  const fault = acknowledgment.sets.flatMap(({ faults }) => faults)[0]
  const controlNumber = acknowledgment.groupControlNumber
  const claim = batch.byControlNumber(controlNumber)
  if (claim === null) {
    const code = fault ? `999-${fault.segment}-${fault.code}` : null
    return onNextClaimFile(batch, { controlNumber }, '999', text, [isRead ? 'received' : 'rejected', code])
  }
  addMessage(batch, claim, '999', text)
  updateStatusInChain(
    batch,
    claim,
    { kind: isRead ? 'received' : 'returned' },
    { by: 'clearinghouse', code: fault ? `999-${fault.segment}-${fault.code}` : undefined },
  )
  return null
}

/** A 999 about a question (HR): only a refusal changes it. */
const onInquiryFile = (batch: ClaimBatch, text: string, acknowledgment: FileAcknowledgment): HeldFault | null => {
  const inquiry = batch.inquiries.find({ controlNumber: acknowledgment.groupControlNumber })
  const claim = inquiry && batch.byNumber(inquiry.claimNumber)
  if (!inquiry || !claim) return 'inquiry_unknown'
  const contradiction = faultOfSets(acknowledgment)
  if (contradiction !== null) return contradiction
  addMessage(batch, claim, '999', text)
  const [fault] = acknowledgment.sets.flatMap(({ faults }) => faults)
  if (acknowledgment.outcome !== 'rejected' && acknowledgment.outcome !== 'partially-accepted') return null
  batch.inquiries.reject(inquiry, fault ? `999-${fault.segment}-${fault.code}` : '999')
  batch.emit(claimChanged(claim))
  return null
}

const onClaims = (
  batch: ClaimBatch,
  account: AccountIdentity,
  text: string,
  acknowledgment: ClaimAcknowledgments,
  foreign: HeldFault | null,
): readonly HeldAcknowledgment[] => {
  const [excerpt, occurrenceOf] = [excerptsOf(text), countOccurrences()]
  const file = readFileReference(acknowledgment.fileReference)
  const fault = foreign ?? submitterFault(acknowledgment, account)
  if (acknowledgment.fileRejected) {
    const held = fault ?? onRejectedFile(batch, text, file, acknowledgment)
    return held === null ? [] : [{ fault: held, text }]
  }
  return acknowledgment.claims.flatMap((each) => {
    const own = excerpt(each.controlNumber, occurrenceOf(each.controlNumber))
    const held = fault ?? onClaim(batch, own, file, each)
    return held === null ? [] : [{ fault: held, text: recounted(own) }]
  })
}

/** A payer names the clearinghouse as the sender of what the clearinghouse forwarded to it. */
const submitterFault = ({ submitterId }: ClaimAcknowledgments, account: AccountIdentity): HeldFault | null =>
  submitterId === null || [account.submitterId, account.receiverId].includes(submitterId) ? null : 'submitter_differs'

const onRejectedFile = (
  batch: ClaimBatch,
  text: string,
  file: Submission | null,
  acknowledgment: ClaimAcknowledgments,
): HeldFault | null => {
  const unusable = faultOfStatuses(acknowledgment.fileStatuses)
  if (unusable !== null) return unusable
  const claim = file && batch.byNumber(file.claimNumber)
  if (file !== null && claim === null) {
    const code = codeOf(acknowledgment.fileStatuses) ?? null
    return onNextClaimFile(batch, file, '277CA', text, ['rejected', code])
  }
  if (claim === null) return 'claim_unknown'
  addMessage(batch, claim, '277CA', text)
  if (isOfEarlierSubmission(file, claim)) return null
  updateStatusInChain(
    batch,
    claim,
    { kind: 'returned' },
    { by: 'clearinghouse', code: codeOf(acknowledgment.fileStatuses) },
  )
  return null
}

/** The claim was sent again since: a response to the earlier file is stored, and changes nothing. */
const isOfEarlierSubmission = (file: Submission | null, { number, controlNumber }: ClaimFacts): boolean =>
  file?.claimNumber === number && file.controlNumber !== controlNumber

/** Whether the acknowledgment names the patient and the billing provider of the claim, as far as it names any, and agrees with itself. */
const contradictionOf = (sent: ClearinghouseClaim | null, named: ClaimAcknowledgment): HeldFault | null => {
  if (sent === null) return 'claim_unknown'
  if (named.billingNpi !== null && named.billingNpi !== sent.billingProvider.npi) return 'provider_differs'
  const { name, memberId } = agreesWithPatient(named.patient, sent)
  return name === false || memberId === false ? 'patient_differs' : faultOfStatuses(named.statuses)
}

const onClaim = (
  batch: ClaimBatch,
  text: string,
  file: Submission | null,
  acknowledgment: ClaimAcknowledgment,
): HeldFault | null => {
  const before = batch.byNumber(acknowledgment.controlNumber)
  if (before === null) return onNextClaim(batch, text, file, acknowledgment)
  const contradiction = contradictionOf(batch.detailsOf(before.id).clearinghouseClaim, acknowledgment)
  if (contradiction !== null) return contradiction
  addMessage(batch, before, '277CA', text)
  if (isOfEarlierSubmission(file, before)) return null
  const isAcceptedByPayer = isForAdjudication(acknowledgment)
  const step = {
    by: isAcceptedByPayer || !acknowledgment.accepted ? 'payer' : 'clearinghouse',
    code: codeOf(acknowledgment.statuses),
  } as const
  const after = updateStatusInChain(
    batch,
    before,
    { kind: isAcceptedByPayer ? 'accepted' : acknowledgment.accepted ? 'received' : 'returned' },
    step,
    acknowledgment.payerClaimNumber === null ? {} : { payerClaimNumber: acknowledgment.payerClaimNumber },
  )
  const original = batch.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  if (!original || after.frequency !== 'void') return null
  if (!acknowledgment.accepted) restoreOriginal(batch, after, original, step)
  // If money has moved, the payer also sends a reversal (835): until then nothing is voided.
  else if (isAcceptedByPayer && (!decidedStates.has(original.state) || original.paidCents === 0))
    voidOriginal(batch, after, original)
  return null
}

const isForAdjudication = ({ accepted, statuses }: ClaimAcknowledgment): boolean =>
  accepted && statuses.some(({ category }) => intoAdjudication.has(category))

/** A response to the file of a claim to a next payer. It is stored with the claim of the payer before. */
const onNextClaimFile = (
  batch: ClaimBatch,
  named: { readonly claimNumber?: string; readonly controlNumber: number },
  kind: ClaimMessage['kind'],
  text: string,
  update: readonly [NextClaimState, string | null] | null,
): HeldFault | null => {
  const next = batch.nextClaim(
    named.claimNumber === undefined ? { controlNumber: named.controlNumber } : { number: named.claimNumber },
  )
  if (next === null) return 'claim_unknown'
  addMessage(batch, batch.claimOf(next.facts), kind, text)
  if (update !== null && next.facts.controlNumber === named.controlNumber)
    batch.updateNextClaim(next.facts.id, ...update)
  return null
}

const onNextClaim = (
  batch: ClaimBatch,
  text: string,
  file: Submission | null,
  acknowledgment: ClaimAcknowledgment,
): HeldFault | null => {
  const next = batch.nextClaim({ number: acknowledgment.controlNumber })
  if (next === null) return 'claim_unknown'
  const contradiction = contradictionOf(next.sent, acknowledgment)
  if (contradiction !== null) return contradiction
  addMessage(batch, batch.claimOf(next.facts), '277CA', text)
  if (file?.claimNumber === next.facts.number && file.controlNumber !== next.facts.controlNumber) return null
  const state = !acknowledgment.accepted ? 'rejected' : isForAdjudication(acknowledgment) ? 'accepted' : 'received'
  batch.updateNextClaim(next.facts.id, state, codeOf(acknowledgment.statuses) ?? null)
  return null
}

/** A2 and, when the claim was split, A5. A0 and A1 only say that an intermediary has it. */
const intoAdjudication: ReadonlySet<string> = new Set(['A2', 'A5'])

const addMessage = (batch: ClaimBatch, { id, patientId }: ClaimFacts, kind: ClaimMessage['kind'], text: string): void =>
  batch.addMessage({ claimId: id, patientId, kind, text })

const codeOf = ([status]: readonly ClaimStatus[]): string | undefined =>
  status && [status.category, status.status, status.entity].filter((part) => part !== null).join(':')
