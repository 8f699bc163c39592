import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type {
  ClaimAcknowledgment,
  ClaimAcknowledgments,
  ClaimStatus,
  FileAcknowledgment,
  InterchangeAcknowledgment,
} from '../../../../vendors/clearinghouse/acknowledgment.ts'
import type { ResponsePart } from '../../../../vendors/clearinghouse/provider.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import type { MoneyMoved } from '../../accounts/workflows/move-money.ts'
import { ClaimBatch, type BatchOutcome } from './claim-batch.ts'
import { gatherClaimBatch, type LoadedBatch } from './gather-claim-batch.ts'
import { storeManyClaims, storeRemittances } from './store-claim-batch.ts'
import { updateStatusInChain } from './update-status-in-chain.ts'
import { decidedStates, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { excerptsOf } from '../model/excerpts-of.ts'
import { readFileReference, type Submission } from '../../claims/model/file-reference.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import { listPaymentsByName, paymentsAsGathered, type KnownPayment, type NewRemittance } from '../store/remittances.ts'
import type { ClaimMessage } from '../../claims/store/claim-messages.ts'
import { restoreOriginal, voidOriginal } from './void-original.ts'
import { nameOfPayment, postRemittance, type KnownPayments } from './post-remittance.ts'

export interface ReceivedFile {
  readonly content: string
  readonly parts: readonly ResponsePart[]
}

export interface MailboxPage extends LoadedBatch {
  /** Payments of the files' payers with the same numbers, as gathered. */
  readonly payments: readonly KnownPayment[]
}

/** What several files are about: the chains of claims that they name, and the payments that are known already. */
export const gatherMailboxPage = async (context: ReadContext, files: readonly ReceivedFile[]): Promise<MailboxPage> => {
  const parts = files.flatMap((file) => file.parts)
  const [batch, payments] = await Promise.all([
    gatherClaimBatch(context, namesIn(parts)),
    listPaymentsByName(context.db, remittancesIn(parts)),
  ])
  return { ...batch, payments }
}

/**
 * Processes several mailbox files, oldest first. Each part takes effect once, however often it arrives: a report moves a claim's state only
 * forward, and a payment is identified by payer and number.
 */
export const processMailboxFiles = (
  context: Pick<DecideContext, 'now' | 'newId'>,
  files: readonly ReceivedFile[],
  { payments: known, ...chains }: MailboxPage,
): { readonly batch: BatchOutcome; readonly payments: readonly NewRemittance[] } => {
  const batch = new ClaimBatch(context, chains)
  const byName: KnownPayments = new Map()
  for (const payment of known) {
    const name = nameOfPayment(payment)
    byName.set(name, [...(byName.get(name) ?? []), payment.fingerprint])
  }
  const payments: NewRemittance[] = []
  for (const { content, parts } of files)
    for (const part of parts) {
      if (part.kind === 'interchange-acknowledgment') onEnvelope(batch, content, part.acknowledgment)
      else if (part.kind === 'file-acknowledgment') onFile(batch, content, part.acknowledgment)
      else if (part.kind === 'claim-acknowledgments') onClaims(batch, content, part.acknowledgments)
      else {
        const payment = postRemittance(batch, part.remittance, excerptsOf(content), byName)
        if (payment !== null) payments.push(payment)
      }
    }
  return { batch: batch.outcome(), payments }
}

/** The change that stores what the files say: all of it, or nothing. */
export const changeOfFiles = async (context: ReadContext, files: readonly ReceivedFile[]): Promise<MoneyMoved> => {
  const page = await gatherMailboxPage(context, files)
  const { batch, payments } = processMailboxFiles(context, files, page)
  const { writes, events } = await storeManyClaims(context, batch)
  if (payments.length === 0) return { writes, events }
  const named = remittancesIn(files.flatMap(({ parts }) => parts))
  return {
    writes: [
      paymentsAsGathered(named, page.payments.length),
      ...writes,
      ...(await storeRemittances(context, payments)),
    ],
    events,
  }
}

const remittancesIn = (parts: readonly ResponsePart[]): readonly Remittance[] =>
  parts.flatMap((part) => (part.kind === 'remittance' ? [part.remittance] : []))

const namesIn = (parts: readonly ResponsePart[]): ClaimNames & { readonly remitted: ReadonlySet<string> } => {
  const numbers = new Set<string>()
  const controlNumbers = new Set<number>()
  const remitted = new Set(remittancesIn(parts).flatMap(({ claims }) => claims.map((claim) => claim.controlNumber)))
  for (const part of parts) {
    if (part.kind === 'interchange-acknowledgment') controlNumbers.add(part.acknowledgment.interchangeControlNumber)
    else if (part.kind === 'file-acknowledgment') controlNumbers.add(part.acknowledgment.groupControlNumber)
    else if (part.kind === 'claim-acknowledgments') {
      const { fileReference, claims } = part.acknowledgments
      const file = readFileReference(fileReference)
      if (file !== null) numbers.add(file.claimNumber)
      for (const { controlNumber } of claims) numbers.add(controlNumber)
    }
  }
  return { numbers: [...numbers.union(remitted)], controlNumbers: [...controlNumbers], remitted }
}

type Excerpt = ReturnType<typeof excerptsOf>

/** Our files contain one claim each, so a response to a file applies to its claim, and the text contains no other patient. */
const onEnvelope = (batch: ClaimBatch, content: string, acknowledgment: InterchangeAcknowledgment): void => {
  const claim = batch.byControlNumber(acknowledgment.interchangeControlNumber)
  if (claim === null) return
  addMessage(batch, claim, 'TA1', content)
  if (!acknowledgment.accepted)
    updateStatusInChain(
      batch,
      claim,
      { kind: 'returned' },
      { by: 'clearinghouse', code: `TA1-${acknowledgment.faultCode}` },
    )
}

const onFile = (batch: ClaimBatch, content: string, acknowledgment: FileAcknowledgment): void => {
  const claim = batch.byControlNumber(acknowledgment.groupControlNumber)
  if (claim === null) return
  addMessage(batch, claim, '999', content)
  const isRead = acknowledgment.outcome === 'accepted' || acknowledgment.outcome === 'accepted-with-faults'
  const fault = acknowledgment.sets.flatMap(({ faults }) => faults)[0]
  updateStatusInChain(
    batch,
    claim,
    { kind: isRead ? 'received' : 'returned' },
    { by: 'clearinghouse', code: fault ? `999-${fault.segment}-${fault.code}` : undefined },
  )
}

const onClaims = (batch: ClaimBatch, content: string, acknowledgment: ClaimAcknowledgments): void => {
  const excerpt = excerptsOf(content)
  const file = readFileReference(acknowledgment.fileReference)
  if (acknowledgment.fileRejected && file !== null) {
    const claim = batch.byNumber(file.claimNumber)
    if (claim === null) return
    addMessage(batch, claim, '277CA', excerpt(claim.number))
    if (isOfEarlierSubmission(file, claim)) return
    updateStatusInChain(
      batch,
      claim,
      { kind: 'returned' },
      { by: 'clearinghouse', code: codeOf(acknowledgment.fileStatuses) },
    )
  }
  for (const each of acknowledgment.claims) onClaim(batch, excerpt, file, each)
}

/** The claim was sent again since: a response to the earlier file is stored, and changes nothing. */
const isOfEarlierSubmission = (file: Submission | null, { number, controlNumber }: ClaimFacts): boolean =>
  file?.claimNumber === number && file.controlNumber !== controlNumber

const onClaim = (
  batch: ClaimBatch,
  excerpt: Excerpt,
  file: Submission | null,
  acknowledgment: ClaimAcknowledgment,
): void => {
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
  const after = updateStatusInChain(
    batch,
    before,
    { kind: isAcceptedByPayer ? 'accepted' : acknowledgment.accepted ? 'received' : 'returned' },
    step,
    acknowledgment.payerClaimNumber === null ? {} : { payerClaimNumber: acknowledgment.payerClaimNumber },
  )
  const original = batch.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  if (!original || after.frequency !== 'void') return
  if (!acknowledgment.accepted) restoreOriginal(batch, after, original, step)
  // If money has moved, the payer also sends a reversal (835): until then nothing is voided.
  else if (isAcceptedByPayer && (!decidedStates.has(original.state) || original.paidCents === 0))
    voidOriginal(batch, after, original)
}

/** A2 and, when the claim was split, A5. A0 and A1 only say that an intermediary has it. */
const intoAdjudication: ReadonlySet<string> = new Set(['A2', 'A5'])

const addMessage = (batch: ClaimBatch, { id, patientId }: ClaimFacts, kind: ClaimMessage['kind'], text: string): void =>
  batch.addMessage({ claimId: id, patientId, kind, text })

const codeOf = ([status]: readonly ClaimStatus[]): string | undefined =>
  status && [status.category, status.status, status.entity].filter((part) => part !== null).join(':')
