import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type {
  ClaimAcknowledgment,
  ClaimAcknowledgments,
  ClaimStatus,
  FileAcknowledgment,
  InterchangeAcknowledgment,
} from '../../../../vendors/clearinghouse/acknowledgment.ts'
import type { ResponsePart } from '../../../../vendors/clearinghouse/provider.ts'
import { ClaimBatch } from './claim-batch.ts'
import { updateStatusInChain } from './update-status-in-chain.ts'
import { decidedStates, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { excerptsOf } from '../model/excerpts-of.ts'
import { readFileReference, type Submission } from '../../claims/model/file-reference.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import { insertRemittances, listPaymentsByName, type NewRemittance } from '../store/remittances.ts'
import type { ClaimMessage } from '../../claims/store/claim-messages.ts'
import { restoreOriginal, voidOriginal } from './void-original.ts'
import { nameOfPayment, postRemittance, type KnownPayments } from './post-remittance.ts'

export interface ReceivedFile {
  readonly content: string
  readonly parts: readonly ResponsePart[]
}

/**
 * Processes several mailbox files, oldest first, in one transaction. Each part takes effect once, however often it arrives: a report moves
 * a claim's state only forward, and a payment is identified by payer and number.
 */
export const processMailboxFiles = async (context: WriteContext, files: readonly ReceivedFile[]): Promise<void> => {
  const parts = files.flatMap((file) => file.parts)
  const batch = await ClaimBatch.load(context, namesIn(parts))
  const known = await knownPayments(context, parts)
  const payments: NewRemittance[] = []
  for (const { content, parts: ofFile } of files)
    for (const part of ofFile) {
      if (part.kind === 'interchange-acknowledgment') await onEnvelope(batch, content, part.acknowledgment)
      else if (part.kind === 'file-acknowledgment') await onFile(batch, content, part.acknowledgment)
      else if (part.kind === 'claim-acknowledgments') await onClaims(batch, content, part.acknowledgments)
      else {
        const payment = await postRemittance(batch, part.remittance, excerptsOf(content), known)
        if (payment !== null) payments.push(payment)
      }
    }
  await batch.save()
  await insertRemittances(context, payments)
}

const namesIn = (parts: readonly ResponsePart[]): ClaimNames => {
  const numbers = new Set<string>()
  const controlNumbers = new Set<number>()
  for (const part of parts) {
    if (part.kind === 'interchange-acknowledgment') controlNumbers.add(part.acknowledgment.interchangeControlNumber)
    else if (part.kind === 'file-acknowledgment') controlNumbers.add(part.acknowledgment.groupControlNumber)
    else if (part.kind === 'claim-acknowledgments') {
      const { fileReference, claims } = part.acknowledgments
      const file = readFileReference(fileReference)
      if (file !== null) numbers.add(file.claimNumber)
      for (const { controlNumber } of claims) numbers.add(controlNumber)
    } else for (const { controlNumber } of part.remittance.claims) numbers.add(controlNumber)
  }
  return { numbers: [...numbers], controlNumbers: [...controlNumbers] }
}

const knownPayments = async ({ tx }: WriteContext, parts: readonly ResponsePart[]): Promise<KnownPayments> => {
  const named = parts.flatMap((part) => (part.kind === 'remittance' ? [part.remittance] : []))
  const known: KnownPayments = new Map()
  for (const payment of await listPaymentsByName(tx, named)) {
    const name = nameOfPayment(payment)
    known.set(name, [...(known.get(name) ?? []), payment.fingerprint])
  }
  return known
}

type Excerpt = ReturnType<typeof excerptsOf>

/** Our files contain one claim each, so a response to a file applies to its claim, and the text contains no other patient. */
const onEnvelope = async (
  batch: ClaimBatch,
  content: string,
  acknowledgment: InterchangeAcknowledgment,
): Promise<void> => {
  const claim = batch.byControlNumber(acknowledgment.interchangeControlNumber)
  if (claim === null) return
  addMessage(batch, claim, 'TA1', content)
  if (!acknowledgment.accepted)
    await updateStatusInChain(
      batch,
      claim,
      { kind: 'returned' },
      { by: 'clearinghouse', code: `TA1-${acknowledgment.faultCode}` },
    )
}

const onFile = async (batch: ClaimBatch, content: string, acknowledgment: FileAcknowledgment): Promise<void> => {
  const claim = batch.byControlNumber(acknowledgment.groupControlNumber)
  if (claim === null) return
  addMessage(batch, claim, '999', content)
  const isRead = acknowledgment.outcome === 'accepted' || acknowledgment.outcome === 'accepted-with-faults'
  const fault = acknowledgment.sets.flatMap(({ faults }) => faults)[0]
  await updateStatusInChain(
    batch,
    claim,
    { kind: isRead ? 'received' : 'returned' },
    { by: 'clearinghouse', code: fault ? `999-${fault.segment}-${fault.code}` : undefined },
  )
}

const onClaims = async (batch: ClaimBatch, content: string, acknowledgment: ClaimAcknowledgments): Promise<void> => {
  const excerpt = excerptsOf(content)
  const file = readFileReference(acknowledgment.fileReference)
  if (acknowledgment.fileRejected && file !== null) {
    const claim = batch.byNumber(file.claimNumber)
    if (claim === null) return
    addMessage(batch, claim, '277CA', excerpt(claim.number))
    if (isOfEarlierSubmission(file, claim)) return
    await updateStatusInChain(
      batch,
      claim,
      { kind: 'returned' },
      { by: 'clearinghouse', code: codeOf(acknowledgment.fileStatuses) },
    )
  }
  for (const each of acknowledgment.claims) await onClaim(batch, excerpt, file, each)
}

/** The claim was sent again since: a response to the earlier file is stored, and changes nothing. */
const isOfEarlierSubmission = (file: Submission | null, { number, controlNumber }: ClaimFacts): boolean =>
  file?.claimNumber === number && file.controlNumber !== controlNumber

const onClaim = async (
  batch: ClaimBatch,
  excerpt: Excerpt,
  file: Submission | null,
  acknowledgment: ClaimAcknowledgment,
): Promise<void> => {
  const before = batch.byNumber(acknowledgment.controlNumber)
  if (before === null) return
  addMessage(batch, before, '277CA', excerpt(before.number))
  if (isOfEarlierSubmission(file, before)) return
  const isAcceptedByPayer =
    acknowledgment.accepted && acknowledgment.statuses.some(({ category }) => intoAdjudication.has(category))
  const step = {
    by: isAcceptedByPayer || !acknowledgment.accepted ? 'payer' : 'clearinghouse',
    code: codeOf(acknowledgment.statuses),
  } as const
  const after = await updateStatusInChain(
    batch,
    before,
    { kind: isAcceptedByPayer ? 'accepted' : acknowledgment.accepted ? 'received' : 'returned' },
    step,
    acknowledgment.payerClaimNumber === null ? {} : { payerClaimNumber: acknowledgment.payerClaimNumber },
  )
  const original = batch.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  if (!original || after.frequency !== 'void') return
  if (!acknowledgment.accepted) await restoreOriginal(batch, after, original, step)
  // If money has moved, the payer also sends a reversal (835): until then nothing is voided.
  else if (isAcceptedByPayer && (!decidedStates.has(original.state) || original.paidCents === 0))
    await voidOriginal(batch, after, original)
}

/** A2 and, when the claim was split, A5. A0 and A1 only say that an intermediary has it. */
const intoAdjudication: ReadonlySet<string> = new Set(['A2', 'A5'])

const addMessage = (batch: ClaimBatch, { id, patientId }: ClaimFacts, kind: ClaimMessage['kind'], text: string): void =>
  batch.addMessage({ claimId: id, patientId, kind, direction: 'in', text })

const codeOf = ([status]: readonly ClaimStatus[]): string | undefined =>
  status && [status.category, status.status, status.entity].filter((part) => part !== null).join(':')
