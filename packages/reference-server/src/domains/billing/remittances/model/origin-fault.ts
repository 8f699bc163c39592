import type { ClearinghouseAccount, ResponseEnvelope } from '../../../../vendors/clearinghouse/provider.ts'
import { foldCompanyName } from '../../../../platform/names/fold-company-name.ts'
import { foldedName } from '../../kernel/model/folded-name.ts'
import type { BillingProvider, Claim } from '../../kernel/model/claim.ts'
import type { OriginFault } from '../../kernel/model/posting.ts'
import type { Remittance } from '../../kernel/model/remittance.ts'
import type { PayerSignature } from '../../kernel/model/payer-signature.ts'

/** From whom and for whom a payment is, as its file says. */
export interface PaymentOrigin
  extends
    Pick<ResponseEnvelope, 'usage' | 'receiverId'>,
    Pick<Remittance, 'payerName' | 'payerIdentifier' | 'payerIds' | 'payeeNpi' | 'payeeTaxId'> {}

/** A payer of the organization, and the names and numbers (TRN03) under which it is known to pay. */
export interface PayingPayer {
  readonly id: string
  readonly name: string
  readonly payerId: string
  readonly paysAs: readonly PayerSignature[]
}

export type EnvelopeFault = 'usage-differs' | 'receiver-differs'

/** Who takes part in an exchange: the same for claims that are sent and for responses that arrive. */
export type AccountIdentity = Pick<ClearinghouseAccount, 'submitterId' | 'receiverId' | 'senderIds' | 'usage'>

/** What of the envelope is not that of the account; null if all is. */
export const envelopeFault = (
  { usage, receiverId }: Pick<ResponseEnvelope, 'usage' | 'receiverId'>,
  account: AccountIdentity,
): EnvelopeFault | null => {
  if (usage !== account.usage) return 'usage-differs'
  return receiverId === account.submitterId ? null : 'receiver-differs'
}

/**
 * Why a payment is not, or not certainly, the one for this claim: from its payer, to its billing provider, by the account that sent it.
 * Everything that the file states has to agree, so that a misrouted payment needs no luck to be found.
 */
export const originFault = (
  origin: PaymentOrigin,
  account: AccountIdentity,
  claim: Pick<Claim, 'payer' | 'billingProvider'> & { readonly payerId: string },
  payers: readonly PayingPayer[],
): OriginFault | null =>
  envelopeFault(origin, account) ?? payeeFault(origin, claim.billingProvider) ?? payerFault(origin, claim, payers)

const payeeFault = (
  { payeeNpi, payeeTaxId }: Pick<PaymentOrigin, 'payeeNpi' | 'payeeTaxId'>,
  { npi, taxId }: Pick<BillingProvider, 'npi' | 'taxId'>,
): 'payee-differs' | null => {
  const isOther =
    (payeeNpi !== null && payeeNpi !== npi) ||
    (payeeTaxId !== null && digitsOf(payeeTaxId) !== digitsOf(taxId.number)) ||
    (payeeNpi === null && payeeTaxId === null)
  return isOther ? 'payee-differs' : null
}

/**
 * A payer is known by its name or its id as it was billed. Its number (TRN03) is compared once one is on file, for it or for another
 * payer. A name and number that a person has confirmed count as they are.
 */
const payerFault = (
  { payerName, payerIdentifier, payerIds }: PaymentOrigin,
  { payerId, payer: billed }: Pick<Claim, 'payer'> & { readonly payerId: string },
  payers: readonly PayingPayer[],
): 'payer-differs' | 'payer-unknown' | null => {
  const name = foldCompanyName(payerName)
  const signed = [name, foldedName(payerName)]
  const own = payers.find(({ id }) => id === payerId)
  const paysAs = own?.paysAs ?? []
  const isSigned = (signatures: readonly PayerSignature[]): boolean =>
    signatures.some((each) => each.identifier === payerIdentifier && signed.includes(each.name))
  // A confirmed signature stands for an unknown id, never for that of another payer.
  const isIdOfOther = payers.some((each) => each.id !== payerId && payerIds.includes(each.payerId))
  if (isSigned(paysAs)) return isIdOfOther ? 'payer-differs' : null
  const names = [billed.name, ...(own ? [own.name] : [])].map(foldCompanyName)
  const ids = [billed.id, ...(own ? [own.payerId] : [])]
  const isNumberOfOther = payers.some(
    ({ id, paysAs: signatures }) => id !== payerId && hasNumber(signatures, payerIdentifier),
  )
  const agrees = [
    names.includes(name),
    ...(payerIds.length > 0 ? [payerIds.some((id) => ids.includes(id))] : []),
    ...(paysAs.length > 0 ? [hasNumber(paysAs, payerIdentifier)] : isNumberOfOther ? [false] : []),
  ]
  if (agrees.every(Boolean)) return null
  const isNameOfOther = payers.some((each) => each.id !== payerId && foldCompanyName(each.name) === name)
  const isOther = isIdOfOther || isNameOfOther || isNumberOfOther
  return isOther || agrees.some(Boolean) ? 'payer-differs' : 'payer-unknown'
}

const hasNumber = (signatures: readonly PayerSignature[], identifier: string): boolean =>
  signatures.some((each) => each.identifier === identifier)

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')
