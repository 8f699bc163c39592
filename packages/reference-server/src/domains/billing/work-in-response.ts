import type { Keeping } from '../../platform/seams.ts'
import type {
  ClaimAcknowledgement,
  ClaimAcknowledgements,
  ClaimStatus,
  FileAcknowledgement,
  InterchangeAcknowledgement,
} from '../../vendors/clearinghouse/acknowledgement.ts'
import type { ReadResponse } from '../../vendors/clearinghouse/provider.ts'
import { followClaim } from './follow-claim.ts'
import { excerptOfClaim } from './model/excerpt-of-claim.ts'
import { decided, type ClaimFacts } from './model/claim-record.ts'
import { insertClaimMessage } from './store/claim-messages.ts'
import { claimsOfChain, findClaimByControlNumber, findClaimByNumber, readClaimFacts } from './store/claims.ts'
import { voidOriginal } from './void-original.ts'
import { workInRemittance } from './work-in-remittance.ts'

/**
 * Works in one file of the mailbox, in one transaction. Each part takes effect once however often it comes: what a partner says of a claim
 * leads its state only forward, and a payment is recognised by payer and number.
 */
export const workInResponse = async (keeping: Keeping, content: string, { parts }: ReadResponse): Promise<void> => {
  for (const part of parts) {
    if (part.kind === 'interchange-acknowledgement') await onEnvelope(keeping, content, part.acknowledgement)
    else if (part.kind === 'file-acknowledgement') await onFile(keeping, content, part.acknowledgement)
    else if (part.kind === 'claim-acknowledgements') await onClaims(keeping, content, part.acknowledgements)
    else await workInRemittance(keeping, content, part.remittance)
  }
}

/** Locked. */
const lockClaim = (keeping: Keeping, found: ClaimFacts | null): Promise<ClaimFacts | null> =>
  found === null ? Promise.resolve(null) : readClaimFacts(keeping.tx, keeping, found.id, 'lock')

/** Our files carry one claim each, so what is said of a file is said of its claim, and nobody else stands in the text. */
const onEnvelope = async (keeping: Keeping, content: string, said: InterchangeAcknowledgement): Promise<void> => {
  const claim = await lockClaim(keeping, await findClaimByControlNumber(keeping.tx, said.interchangeControlNumber))
  if (claim === null) return
  await keepMessage(keeping, claim, 'TA1', content)
  if (!said.accepted)
    await followClaim(keeping, claim, { kind: 'returned' }, { by: 'clearinghouse', code: `TA1-${said.faultCode}` })
}

const onFile = async (keeping: Keeping, content: string, said: FileAcknowledgement): Promise<void> => {
  const claim = await lockClaim(keeping, await findClaimByControlNumber(keeping.tx, said.groupControlNumber))
  if (claim === null) return
  await keepMessage(keeping, claim, '999', content)
  const isRead = said.outcome === 'accepted' || said.outcome === 'accepted-with-faults'
  const fault = said.sets.flatMap(({ faults }) => faults)[0]
  await followClaim(
    keeping,
    claim,
    { kind: isRead ? 'received' : 'returned' },
    { by: 'clearinghouse', code: fault ? `999-${fault.segment}-${fault.code}` : undefined },
  )
}

const onClaims = async (keeping: Keeping, content: string, said: ClaimAcknowledgements): Promise<void> => {
  if (said.fileRejected && said.fileReference !== null) {
    const claim = await lockClaim(keeping, await findClaimByNumber(keeping.tx, said.fileReference))
    if (claim === null) return
    await keepMessage(keeping, claim, '277CA', excerptOfClaim(content, claim.number))
    await followClaim(keeping, claim, { kind: 'returned' }, { by: 'clearinghouse', code: codeOf(said.fileStatuses) })
  }
  for (const each of said.claims) await onClaim(keeping, content, each)
}

const onClaim = async (keeping: Keeping, content: string, said: ClaimAcknowledgement): Promise<void> => {
  const before = await lockClaim(keeping, await findClaimByNumber(keeping.tx, said.controlNumber))
  if (before === null) return
  await keepMessage(keeping, before, '277CA', excerptOfClaim(content, before.number))
  const after = await followClaim(
    keeping,
    before,
    { kind: said.accepted ? 'accepted' : 'returned' },
    { by: 'payer', code: codeOf(said.statuses) },
    said.payerClaimNumber === null ? {} : { payerClaimNumber: said.payerClaimNumber },
  )
  if (!said.accepted || after.followsId === null) return
  const chain = await claimsOfChain(keeping.tx, after.rootId, 'lock')
  const original = chain.find(({ id }) => id === after.followsId)
  if (!original) return
  if (after.frequency === 'replacement') await followClaim(keeping, original, { kind: 'replaced' }, { by: 'payer' })
  // Where money has moved the payer says so once more, by taking it back (835): until then nothing is voided.
  else if (!decided.has(original.state) || original.paidCents === 0) await voidOriginal(keeping, after, original)
}

const keepMessage = (keeping: Keeping, { id, patientId }: ClaimFacts, kind: string, text: string): Promise<void> =>
  insertClaimMessage(keeping, { claimId: id, patientId, kind, direction: 'in', text })

const codeOf = ([status]: readonly ClaimStatus[]): string | undefined =>
  status && [status.category, status.status, status.entity].filter((part) => part !== null).join(':')
