import type { Keeping } from '../../../../platform/contracts/context.ts'
import type {
  ClaimAcknowledgement,
  ClaimAcknowledgements,
  ClaimStatus,
  FileAcknowledgement,
  InterchangeAcknowledgement,
} from '../../../../vendors/clearinghouse/acknowledgement.ts'
import type { ResponsePart } from '../../../../vendors/clearinghouse/provider.ts'
import { ClaimBook } from './claim-book.ts'
import { followInChain } from './follow-in-chain.ts'
import { decided, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { excerptsOf } from '../model/excerpts-of.ts'
import { readFileReference, type Submission } from '../../claims/model/file-reference.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import { insertRemittances, paymentsNamed, type NewRemittance } from '../store/remittances.ts'
import type { ClaimMessage } from '../../claims/store/claim-messages.ts'
import { restoreOriginal, voidOriginal } from './void-original.ts'
import { nameOfPayment, workInRemittance, type KnownPayments } from './work-in-remittance.ts'

export interface ArrivedFile {
  readonly content: string
  readonly parts: readonly ResponsePart[]
}

/**
 * Works in some files of the mailbox, oldest first, in one transaction. Each part takes effect once however often it comes: what a partner says
 * of a claim leads its state only forward, and a payment is recognised by payer and number.
 */
export const workInFiles = async (keeping: Keeping, files: readonly ArrivedFile[]): Promise<void> => {
  const parts = files.flatMap((file) => file.parts)
  const book = await ClaimBook.open(keeping, namesIn(parts))
  const known = await knownPayments(keeping, parts)
  const payments: NewRemittance[] = []
  for (const { content, parts: ofFile } of files)
    for (const part of ofFile) {
      if (part.kind === 'interchange-acknowledgement') await onEnvelope(book, content, part.acknowledgement)
      else if (part.kind === 'file-acknowledgement') await onFile(book, content, part.acknowledgement)
      else if (part.kind === 'claim-acknowledgements') await onClaims(book, content, part.acknowledgements)
      else {
        const payment = await workInRemittance(book, part.remittance, excerptsOf(content), known)
        if (payment !== null) payments.push(payment)
      }
    }
  await book.keep()
  await insertRemittances(keeping, payments)
}

const namesIn = (parts: readonly ResponsePart[]): ClaimNames => {
  const numbers = new Set<string>()
  const controlNumbers = new Set<number>()
  for (const part of parts) {
    if (part.kind === 'interchange-acknowledgement') controlNumbers.add(part.acknowledgement.interchangeControlNumber)
    else if (part.kind === 'file-acknowledgement') controlNumbers.add(part.acknowledgement.groupControlNumber)
    else if (part.kind === 'claim-acknowledgements') {
      const { fileReference, claims } = part.acknowledgements
      const file = readFileReference(fileReference)
      if (file !== null) numbers.add(file.claimNumber)
      for (const { controlNumber } of claims) numbers.add(controlNumber)
    } else for (const { controlNumber } of part.remittance.claims) numbers.add(controlNumber)
  }
  return { numbers: [...numbers], controlNumbers: [...controlNumbers] }
}

const knownPayments = async ({ tx }: Keeping, parts: readonly ResponsePart[]): Promise<KnownPayments> => {
  const named = parts.flatMap((part) => (part.kind === 'remittance' ? [part.remittance] : []))
  const known: KnownPayments = new Map()
  for (const payment of await paymentsNamed(tx, named)) {
    const name = nameOfPayment(payment)
    known.set(name, [...(known.get(name) ?? []), payment.fingerprint])
  }
  return known
}

type Excerpt = ReturnType<typeof excerptsOf>

/** Our files carry one claim each, so what is said of a file is said of its claim, and nobody else stands in the text. */
const onEnvelope = async (book: ClaimBook, content: string, said: InterchangeAcknowledgement): Promise<void> => {
  const claim = book.byControlNumber(said.interchangeControlNumber)
  if (claim === null) return
  keepMessage(book, claim, 'TA1', content)
  if (!said.accepted)
    await followInChain(book, claim, { kind: 'returned' }, { by: 'clearinghouse', code: `TA1-${said.faultCode}` })
}

const onFile = async (book: ClaimBook, content: string, said: FileAcknowledgement): Promise<void> => {
  const claim = book.byControlNumber(said.groupControlNumber)
  if (claim === null) return
  keepMessage(book, claim, '999', content)
  const isRead = said.outcome === 'accepted' || said.outcome === 'accepted-with-faults'
  const fault = said.sets.flatMap(({ faults }) => faults)[0]
  await followInChain(
    book,
    claim,
    { kind: isRead ? 'received' : 'returned' },
    { by: 'clearinghouse', code: fault ? `999-${fault.segment}-${fault.code}` : undefined },
  )
}

const onClaims = async (book: ClaimBook, content: string, said: ClaimAcknowledgements): Promise<void> => {
  const excerpt = excerptsOf(content)
  const file = readFileReference(said.fileReference)
  if (said.fileRejected && file !== null) {
    const claim = book.byNumber(file.claimNumber)
    if (claim === null) return
    keepMessage(book, claim, '277CA', excerpt(claim.number))
    if (isOfFormer(file, claim)) return
    await followInChain(book, claim, { kind: 'returned' }, { by: 'clearinghouse', code: codeOf(said.fileStatuses) })
  }
  for (const each of said.claims) await onClaim(book, excerpt, file, each)
}

/** The claim was sent again since: what is said of the file before is kept, and changes nothing. */
const isOfFormer = (file: Submission | null, { number, controlNumber }: ClaimFacts): boolean =>
  file?.claimNumber === number && file.controlNumber !== controlNumber

const onClaim = async (
  book: ClaimBook,
  excerpt: Excerpt,
  file: Submission | null,
  said: ClaimAcknowledgement,
): Promise<void> => {
  const before = book.byNumber(said.controlNumber)
  if (before === null) return
  keepMessage(book, before, '277CA', excerpt(before.number))
  if (isOfFormer(file, before)) return
  const isTakenIn = said.accepted && said.statuses.some(({ category }) => intoAdjudication.has(category))
  const step = { by: isTakenIn || !said.accepted ? 'payer' : 'clearinghouse', code: codeOf(said.statuses) } as const
  const after = await followInChain(
    book,
    before,
    { kind: isTakenIn ? 'accepted' : said.accepted ? 'received' : 'returned' },
    step,
    said.payerClaimNumber === null ? {} : { payerClaimNumber: said.payerClaimNumber },
  )
  const original = book.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  if (!original || after.frequency !== 'void') return
  if (!said.accepted) await restoreOriginal(book, after, original, step)
  // Where money has moved the payer says so once more, by taking it back (835): until then nothing is voided.
  else if (isTakenIn && (!decided.has(original.state) || original.paidCents === 0))
    await voidOriginal(book, after, original)
}

/** A2 and, split in two, A5. A0 and A1 say only that somebody has it who passes it on. */
const intoAdjudication: ReadonlySet<string> = new Set(['A2', 'A5'])

const keepMessage = (book: ClaimBook, { id, patientId }: ClaimFacts, kind: ClaimMessage['kind'], text: string): void =>
  book.note({ claimId: id, patientId, kind, direction: 'in', text })

const codeOf = ([status]: readonly ClaimStatus[]): string | undefined =>
  status && [status.category, status.status, status.entity].filter((part) => part !== null).join(':')
