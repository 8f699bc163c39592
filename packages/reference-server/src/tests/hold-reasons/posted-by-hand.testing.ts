import type { components } from '@visitkit/contract'
import type { BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import type { Remittance } from '../../vendors/clearinghouse/remittance.ts'

type Schemas = components['schemas']

/** The file that is held, and the number of the payment in it. `first` is fetched before. */
export interface HeldPayment {
  readonly first?: readonly string[]
  readonly file: string
  readonly paymentNumber: string
  readonly byHand: ByHand
}

/** How a person posts what is held. */
export type ByHand =
  | {
      readonly kind: 'line'
      /** The claim that the person finds by its number. */
      readonly claimNumber: string
      readonly claimId: string
      /** What happens first: the payer reverses something, or a person does on the claim. */
      readonly before?: () => Promise<void>
    }
  /** The payer's answer is posted on the claim, in dollars, and the line is resolved elsewhere. */
  | {
      readonly kind: 'answer'
      readonly claimId: string
      readonly paid: string
      readonly discount: string
      readonly patient: string
    }
  /** It can never be posted. */
  | { readonly kind: 'never' }
export const never: ByHand = { kind: 'never' }
export const toClaim = (
  { id, number }: Pick<Schemas['Claim'], 'id' | 'number'>,
  before?: () => Promise<void>,
): ByHand => ({
  ...{ kind: 'line', claimNumber: number, claimId: id },
  ...(before && { before }),
})
export type Make = (hospital: BillingHospital) => Promise<HeldPayment>

/** What a payer reverses is more than it pays, so it is carried. */
export const carried = ({ chargeCents }: Pick<Schemas['Claim'], 'chargeCents'>): Partial<Remittance> => ({
  paidCents: 0,
  providerAdjustments: [
    {
      ...{ providerNpi: '1999999984', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'P0' },
      amountCents: 2_000 - chargeCents,
    },
  ],
})
export const fetched = async (hospital: BillingHospital, ...files: readonly string[]): Promise<void> => {
  for (const file of files) hospital.clearinghouse.mailbox.post(file, hospital.clock.now())
  await hospital.exchange()
}
export const claimNow = async (hospital: BillingHospital, { id }: Schemas['Claim']): Promise<Schemas['Claim']> =>
  (await hospital.biller.get(`/v1/claims/${id}`)).body
