import type { components } from '@visitkit/contract'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { ResponseEnvelope } from '../../../../vendors/clearinghouse/provider.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import type { HeldVisit } from '../../tests/held-visits.testing.ts'
import type { BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { ConditionFailed } from '../../../../test-kit/store-change.ts'
import { processContent } from '../../tests/mailbox-files.testing.ts'

type Claim = components['schemas']['Claim']
export type RemittedClaim = Remittance['claims'][number]

/** A claim that the payer has accepted and not decided. Default: for the visit of an insured patient. */
export const acceptedClaim = async (
  hospital: BillingHospital,
  given?: HeldVisit,
): Promise<{ readonly patientId: string; readonly visitId: string; readonly claim: Claim }> => {
  const { patientId, visitId } = given ?? (await hospital.insuredVisit())
  const claim = await hospital.claimOf(visitId)
  hospital.clearinghouse.script({ match: { control: claim.number }, outcome: { kind: 'silence' } })
  await hospital.submit(claim)
  await hospital.exchange()
  return { patientId, visitId, claim: await hospital.claimOf(visitId) }
}

/** Paid except twenty dollars, which the patient owes. */
export const remitted = (
  claim: Pick<Claim, 'number' | 'chargeCents'>,
  more: Partial<RemittedClaim> = {},
): RemittedClaim => ({
  controlNumber: claim.number,
  status: 'processed-primary',
  statusCode: '1',
  chargeCents: claim.chargeCents,
  paidCents: claim.chargeCents - 2_000,
  patientResponsibilityCents: 2_000,
  payerClaimNumber: `P${claim.number}`,
  patient: null,
  adjustments: [{ group: 'PR', reason: '3', amountCents: 2_000, quantity: null }],
  lines: [],
  remarks: [],
  ...more,
})

/** Denied, with thirty dollars for the patient. The payer's claim number is that of its 277CA. */
export const denied = (claim: Pick<Claim, 'number' | 'chargeCents'>): RemittedClaim =>
  remitted(claim, {
    payerClaimNumber: null,
    status: 'denied',
    statusCode: '4',
    paidCents: 0,
    patientResponsibilityCents: 3_000,
    adjustments: [
      { group: 'CO', reason: '16', amountCents: claim.chargeCents - 3_000, quantity: null },
      { group: 'PR', reason: '3', amountCents: 3_000, quantity: null },
    ],
  })

/** One payment for these claims, to the cent. */
export const paymentFor = (claims: readonly RemittedClaim[], more: Partial<Remittance> = {}): Remittance => ({
  paymentNumber: `EFT${newId()}`,
  payerIdentifier: '1900000002',
  payerName: 'LAKESIDE MUTUAL HEALTH',
  payerIds: ['LAKESIDE1'],
  payeeNpi: '1999999984',
  payeeTaxId: '999999999',
  method: 'ach',
  paidCents: claims.reduce((sum, { paidCents }) => sum + paidCents, 0),
  paidOn: '2026-11-24',
  claims,
  providerAdjustments: [],
  ...more,
})

/** Processes a remittance without the mailbox; again if another change was stored in between, as the platform does. */
export const postRemittance = async (
  hospital: BillingHospital,
  remittance: Remittance,
  envelope: Partial<ResponseEnvelope> = {},
  tries = 4,
): Promise<void> => {
  try {
    await hospital.keep('billing', (context) => processContent(context, { kind: 'remittance', remittance }, envelope))
  } catch (error) {
    if (!(error instanceof ConditionFailed) || tries === 1) throw error
    await postRemittance(hospital, remittance, envelope, tries - 1)
  }
}

export const balancesOf = async (
  hospital: BillingHospital,
  patientId: string,
): Promise<{ readonly balanceCents: number; readonly pendingCents: number }> => {
  const { balanceCents, pendingCents } = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
  return { balanceCents, pendingCents }
}
