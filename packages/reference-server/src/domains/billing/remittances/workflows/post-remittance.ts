import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../platform/audit/canonical-json.ts'
import type { ClaimBatch } from './claim-batch.ts'
import { remittancePosted } from '../../events.ts'
import { balanceRemittance } from '../model/balance-remittance.ts'
import { reversedClaim } from '../model/reversed-claim.ts'
import type { Claim as ClearinghouseClaim } from '../../kernel/model/claim.ts'
import type { HoldReason } from '../../kernel/model/posting.ts'
import type { Remittance, RemittedClaim } from '../../../../vendors/clearinghouse/remittance.ts'
import {
  envelopeFault,
  originFault,
  type AccountIdentity,
  type PayingPayer,
  type PaymentOrigin,
} from '../model/origin-fault.ts'
import { countOccurrences, excerptsOf } from '../model/excerpts-of.ts'
import type { ResponseEnvelope } from '../../../../vendors/clearinghouse/provider.ts'
import { postClaim } from './post-claim.ts'
import { postNextClaim } from './post-next-claim.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import type { NewRemittance } from '../store/remittances.ts'

/** By payer and payment number, the content digests of the payments with that name. */
export type KnownPayments = Map<string, Uint8Array[]>
export const nameOfPayment = (named: Pick<Remittance, 'payerIdentifier' | 'paymentNumber'>): string =>
  JSON.stringify([named.payerIdentifier, named.paymentNumber])

/** Who we are in the exchange, and whom we know as a payer. */
export interface Counterparties {
  readonly account: AccountIdentity
  readonly payers: readonly (PayingPayer & Pick<Payer, 'kind'>)[]
}

interface ReceivedPayment {
  readonly remittance: Remittance
  readonly envelope: ResponseEnvelope
  readonly text: string
}

/**
 * Posts one payment of a payer: every line that matches, in the payer's order, once. A payment that does not balance, or whose number was
 * used for another, is stored and not posted; a line that is foreign, contradictory or unknown is held for a person. Null if the payment
 * is already known.
 */
export const postRemittance = (
  batch: ClaimBatch,
  { remittance, envelope, text: whole }: ReceivedPayment,
  known: KnownPayments,
  { account, payers }: Counterparties,
): NewRemittance | null => {
  const { context } = batch
  const foreign = envelopeFault(envelope, account)
  const fingerprint = fingerprintOf(remittance, foreign === null ? null : envelope)
  const name = nameOfPayment(remittance)
  const former = known.get(name) ?? []
  if (former.some((each) => fingerprint.equals(each))) return null
  known.set(name, [...former, fingerprint])
  const imbalances = balanceRemittance(remittance)
  const unbalanced = imbalances.some(({ law }) => law === 'payment')
  const contradictory = new Set(imbalances.map(({ pointer }) => pointer.split('/')[2]))
  const [excerpt, occurrenceOf] = [excerptsOf(whole), countOccurrences()]
  const origin = originOf(remittance, envelope)
  // A payment that does not balance is never posted. One with a reused number may be, once a person has reviewed it.
  const all: HoldReason | null =
    foreign ?? (unbalanced ? 'unbalanced' : former.length > 0 ? 'payment-number-reused' : null)
  const originFaultOf = ({ payerId }: { readonly payerId: string }, sent: ClearinghouseClaim) =>
    originFault(origin, account, { ...sent, payerId }, payers)

  const { claims, providerAdjustments } = remittance
  const id = context.newId()
  const lines: NewRemittance['lines'][number][] = []
  for (const [position, remitted] of claims.entries()) {
    const named = batch.byNumber(remitted.controlNumber)
    const next = named === null ? batch.nextClaim({ number: remitted.controlNumber }) : null
    const claim =
      named !== null && remitted.status === 'reversal'
        ? reversedClaim(named, remitted.payerClaimNumber, batch.chainOf(named.rootId))
        : (named ?? (next && batch.claimOf(next.facts)))
    const text = excerpt(remitted.controlNumber, occurrenceOf(remitted.controlNumber))
    const holdReason =
      all ??
      (contradictory.has(String(position))
        ? 'unbalanced'
        : next !== null
          ? postNextClaim(batch, remitted, next, { text, paidOn: remittance.paidOn, payers, originFaultOf })
          : postClaim(batch, remitted, claim, { remittanceId: id, text, isChosen: false, payers, originFaultOf }))
    // If it is another's by the name of the patient, or by payer or payee, it is not known whose line it is.
    const own = holdReason !== null && notItsPatients.has(holdReason) ? null : claim
    lines.push({
      id: context.newId(),
      position,
      claimId: own?.id ?? null,
      patientId: own?.patientId ?? null,
      claimNumber: remitted.controlNumber,
      kind: kindOf(remitted),
      chargeCents: remitted.chargeCents,
      paidCents: remitted.paidCents,
      patientCents: remitted.patientResponsibilityCents,
      holdReason,
      content: holdReason === null ? remitted : { ...remitted, text, origin },
    })
  }
  const held = lines.filter(({ holdReason }) => holdReason !== null).length
  const stored = {
    id,
    payerIdentifier: remittance.payerIdentifier,
    payerName: remittance.payerName,
    paymentNumber: remittance.paymentNumber,
    paidOn: remittance.paidOn,
    amountCents: remittance.paidCents,
    postedCents: lines.reduce((sum, { holdReason, paidCents }) => sum + (holdReason === null ? paidCents : 0), 0),
    adjustmentCents: providerAdjustments.reduce((sum, { amountCents }) => sum + amountCents, 0),
    claims: claims.length,
    unmatched: held,
    status: held > 0 || all !== null ? ('needs-work' as const) : ('posted' as const),
    unbalanced,
    receivedAt: context.now,
  }
  batch.emit(remittancePosted(id, held))
  return { stored, providerAdjustments, fingerprint, lines }
}

/** The same payment in another envelope is another one, or the right one after a misaddressed one would be taken for its repeat. */
const fingerprintOf = (remittance: Remittance, foreign: ResponseEnvelope | null): Buffer =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(foreign === null ? remittance : { remittance, foreign }))))
    .digest()

const notItsPatients: ReadonlySet<HoldReason> = new Set([
  'patient-differs',
  'usage-differs',
  'receiver-differs',
  'payee-differs',
  'payer-differs',
  'payer-unknown',
])

const originOf = (
  { payerName, payerIdentifier, payerIds, payeeNpi, payeeTaxId }: Remittance,
  { usage, receiverId }: ResponseEnvelope,
): PaymentOrigin => ({ usage, receiverId, payerName, payerIdentifier, payerIds, payeeNpi, payeeTaxId })

const kindOf = ({ status, paidCents }: RemittedClaim): 'payment' | 'reversal' | 'denial' =>
  status === 'reversal' ? 'reversal' : status === 'denied' && paidCents === 0 ? 'denial' : 'payment'
