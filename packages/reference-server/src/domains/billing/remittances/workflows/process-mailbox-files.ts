import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { ResponsePart } from '../../../../vendors/clearinghouse/provider.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import type { MoneyMoved } from '../../accounts/workflows/move-money.ts'
import { ClaimBatch, type BatchOutcome } from './claim-batch.ts'
import { gatherClaimBatch, type LoadedBatch } from './gather-claim-batch.ts'
import { storeManyClaims, storeRemittances } from './store-claim-batch.ts'
import { listNamedInquiries } from '../../claims/store/status-inquiries.ts'
import type { LoadedInquiry } from '../../kernel/model/status-inquiry.ts'
import { listNextClaims } from '../../claims/store/next-claims.ts'
import type { LoadedNextClaim } from '../../kernel/model/next-claim.ts'
import { coveragesAsGathered, listOrderedCoverages } from '../../coverages/store/coverages.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { AccountIdentity } from '../model/origin-fault.ts'
import type { ClaimOwner, FileOutcome } from '../model/owned-piece.ts'
import { listOwners } from '../store/file-pieces.ts'
import { readFileReference } from '../../claims/model/file-reference.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import type { FaultyPart } from '../../kernel/store/faulty-parts.ts'
import type { DecryptedFile } from '../store/mailbox-files.ts'
import { listPaymentsByName, paymentsAsGathered, type KnownPayment, type NewRemittance } from '../store/remittances.ts'
import { nameOfPayment, postRemittance, type Counterparties, type KnownPayments } from './post-remittance.ts'
import { receiveAcknowledgment } from './receive-acknowledgment.ts'

export interface ReceivedFile extends Pick<DecryptedFile, 'name' | 'postedAt'> {
  readonly parts: readonly ResponsePart[]
  /** Of the claims that its bytes name, whether or not they can be read. */
  readonly claimNumbers?: readonly string[]
}

/** What a file was made of, and whose the claims are that it names. */
export interface ProcessedFiles {
  readonly held: readonly HeldPart[]
  readonly made: ReadonlyMap<ReceivedFile, readonly FileOutcome[]>
  readonly owners: ReadonlyMap<string, ClaimOwner>
}

/** A part of a file that is not used, for a person. */
export interface HeldPart extends FaultyPart {
  readonly part: ResponsePart
}

export interface MailboxPage extends LoadedBatch {
  /** Payments of the files' payers with the same numbers, as gathered. */
  readonly payments: readonly KnownPayment[]
  readonly payers: Counterparties['payers']
  /** Of the patients of the chains that were paid. */
  readonly nextClaims: readonly LoadedNextClaim[]
  readonly inquiries: readonly LoadedInquiry[]
  readonly coverages: Awaited<ReturnType<typeof listOrderedCoverages>>
}

/** What several files are about: the chains of claims that they name, and the payments that are known already. */
export const gatherMailboxPage = async (context: ReadContext, files: readonly ReceivedFile[]): Promise<MailboxPage> => {
  const { db } = context
  const parts = files.flatMap((file) => file.parts)
  const remittances = remittancesIn(parts)
  const isPaid = remittances.length > 0
  const names = namesIn(parts)
  const ofBytes = new Set(files.flatMap(({ claimNumbers = [] }) => claimNumbers))
  const named = { ...names, numbers: [...ofBytes.union(new Set(names.numbers))] }
  const [nextClaims, inquiries] = await Promise.all([
    listNextClaims(db, context, named),
    listNamedInquiries(db, context, named),
  ])
  const [batch, payments, payers] = await Promise.all([
    gatherClaimBatch(context, withClaimsOf([...nextClaims, ...inquiries], named)),
    listPaymentsByName(db, remittances),
    isPaid ? listPayers(db) : [],
  ])
  const coverages = isPaid ? await listOrderedCoverages(db, patientsOf(batch)) : []
  return { ...batch, nextClaims, inquiries, payments, payers, coverages }
}

/**
 * Processes several mailbox files, oldest first. Each part takes effect once, however often it arrives: a report moves a claim's state only
 * forward, and a payment is identified by payer and number. What is not about us, or not about what it names, is held: for each claim, and
 * nothing else.
 */
export const processMailboxFiles = (
  context: Pick<DecideContext, 'now' | 'newId'>,
  account: AccountIdentity,
  files: readonly ReceivedFile[],
  { payments: known, payers, ...chains }: MailboxPage,
): {
  readonly batch: BatchOutcome
  readonly payments: readonly NewRemittance[]
  readonly held: readonly HeldPart[]
  readonly made: ProcessedFiles['made']
} => {
  const batch = new ClaimBatch(context, chains)
  const byName: KnownPayments = new Map()
  for (const payment of known) {
    const name = nameOfPayment(payment)
    byName.set(name, [...(byName.get(name) ?? []), payment.fingerprint])
  }
  const payments: NewRemittance[] = []
  const held: HeldPart[] = []
  const process = (file: ReceivedFile, part: ResponsePart): FileOutcome => {
    const { kind } = part
    if (kind === 'remittance') {
      const payment = postRemittance(batch, part, byName, { account, payers })
      if (payment === null) return { kind, effect: 'repeated', held: 0 }
      payments.push(payment)
      return { kind, effect: 'applied', id: payment.stored.id, held: payment.stored.unmatched }
    }
    const own = receiveAcknowledgment(batch, account, part)
    for (const { fault, text } of own) held.push({ file, part, state: 'held', fault, text })
    return { kind, effect: own.length > 0 ? 'held' : 'applied', held: own.length }
  }
  const made = new Map(files.map((file) => [file, file.parts.map((part) => process(file, part))]))
  return { batch: batch.outcome(), payments, held, made }
}

/** The change that stores what the files say, and what is held of them. */
export const changeOfFiles = async (
  context: ReadContext,
  account: AccountIdentity,
  files: readonly ReceivedFile[],
): Promise<MoneyMoved & ProcessedFiles> => {
  const [page, owners] = await Promise.all([
    gatherMailboxPage(context, files),
    listOwners(context.db, [...new Set(files.flatMap(({ claimNumbers = [] }) => claimNumbers))]),
  ])
  const { batch, payments, held, made } = processMailboxFiles(context, account, files, page)
  const { writes, events } = await storeManyClaims(context, batch)
  const processed = { held, made, owners }
  if (payments.length === 0) return { writes, events, ...processed }
  const named = remittancesIn(files.flatMap(({ parts }) => parts))
  return {
    writes: [
      paymentsAsGathered(named, page.payments.length),
      // A coverage that is added in the meantime decides whether what a payer leaves is the patient's.
      coveragesAsGathered(patientsOf(page), page.coverages),
      ...writes,
      ...(await storeRemittances(context, payments)),
    ],
    events,
    ...processed,
  }
}

/** Responses to claims to next payers, and to questions, are about these claims. */
const withClaimsOf = (
  named: readonly { readonly claimNumber: string }[],
  names: ReturnType<typeof namesIn>,
): typeof names => {
  const numbers = named.map(({ claimNumber }) => claimNumber)
  return { ...names, numbers: [...names.numbers, ...numbers], remitted: names.remitted.union(new Set(numbers)) }
}

const patientsOf = ({ claims }: Pick<LoadedBatch, 'claims'>): readonly string[] => [
  ...new Set(claims.map(({ facts }) => facts.patientId)),
]

const remittancesIn = (parts: readonly ResponsePart[]): readonly Remittance[] =>
  parts.flatMap((part) => (part.kind === 'remittance' ? [part.remittance] : []))

const namesIn = (
  parts: readonly ResponsePart[],
): ClaimNames & { readonly remitted: Set<string>; readonly traces: readonly string[] } => {
  const numbers = new Set<string>()
  const controlNumbers = new Set<number>()
  const remitted = new Set(remittancesIn(parts).flatMap(({ claims }) => claims.map((claim) => claim.controlNumber)))
  const traces: string[] = []
  for (const part of parts) {
    if (part.kind === 'claim-statuses') traces.push(...part.answers.map(({ trace }) => trace))
    else if (part.kind === 'interchange-acknowledgment')
      controlNumbers.add(part.acknowledgment.interchangeControlNumber)
    else if (part.kind === 'file-acknowledgment') controlNumbers.add(part.acknowledgment.groupControlNumber)
    else if (part.kind === 'claim-acknowledgments') {
      const { fileReference, claims } = part.acknowledgments
      const file = readFileReference(fileReference)
      if (file !== null) numbers.add(file.claimNumber)
      for (const { controlNumber } of claims) {
        numbers.add(controlNumber)
        // Its patient and provider are compared with those of the claim.
        remitted.add(controlNumber)
      }
    }
  }
  return { numbers: [...numbers.union(remitted)], controlNumbers: [...controlNumbers], remitted, traces }
}
