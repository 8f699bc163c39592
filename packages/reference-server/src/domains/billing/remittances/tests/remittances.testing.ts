import type { components } from '@visitkit/contract'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import type { TestClinic } from '../../tests/clinic.testing.ts'
import { processMailboxFiles } from '../workflows/process-mailbox-files.ts'

type Claim = components['schemas']['Claim']
export type RemittedClaim = Remittance['claims'][number]

/** A claim that is with the payer, which has not decided; of a new patient with coverage unless one is given. */
export const acceptedClaim = async (
  clinic: TestClinic,
  given: { readonly patientId?: string } = {},
): Promise<{ readonly patientId: string; readonly visitId: string; readonly claim: Claim }> => {
  const patientId = given.patientId ?? (await clinic.addPatient())
  if (given.patientId === undefined) await clinic.insure(patientId)
  const visitId = await clinic.visitOf(patientId)
  const claim = await clinic.claimOf(visitId)
  clinic.clearinghouse.script({ match: { control: claim.number }, outcome: { kind: 'silence' } })
  await clinic.submit(claim)
  await clinic.exchange()
  return { patientId, visitId, claim: await clinic.claimOf(visitId) }
}

/** Paid but for twenty dollars, which the patient owes. */
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

/** Denied, with thirty dollars for the patient. Under the number that the payer gave with its 277CA. */
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
  payerIdentifier: '1234567890',
  payerName: 'LAKESIDE MUTUAL HEALTH',
  payeeNpi: '1999999984',
  method: 'ach',
  paidCents: claims.reduce((sum, { paidCents }) => sum + paidCents, 0),
  paidOn: '2026-11-24',
  claims,
  providerAdjustments: [],
  ...more,
})

/** As if it had come by the mailbox. */
export const postRemittance = async (clinic: TestClinic, remittance: Remittance): Promise<void> => {
  await clinic.server.keep('billing', (context) =>
    processMailboxFiles(context, [{ content: '', parts: [{ kind: 'remittance', remittance }] }]),
  )
}

export const balancesOf = async (
  clinic: TestClinic,
  patientId: string,
): Promise<{ readonly balanceCents: number; readonly pendingCents: number }> => {
  const { balanceCents, pendingCents } = (await clinic.biller.get(`/v1/patients/${patientId}/statement`)).body
  return { balanceCents, pendingCents }
}
