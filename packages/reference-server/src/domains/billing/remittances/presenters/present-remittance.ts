import type { components } from '@visitkit/contract'
import type { HeldLine } from '../store/held-lines.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import type { StoredRemittance, RemittanceLine } from '../store/remittances.ts'
import { presentPayer } from '../../coverages/presenters/present-coverage.ts'

type Schemas = components['schemas']

export const presentRemittance = (stored: StoredRemittance, payers: readonly Payer[]): Schemas['Remittance'] => ({
  id: stored.id,
  payer: payerOf(stored, payers),
  traceNumber: stored.paymentNumber,
  paidOn: stored.paidOn,
  amountCents: stored.amountCents,
  postedCents: stored.postedCents,
  adjustmentCents: stored.adjustmentCents,
  claims: stored.claims,
  unmatched: stored.unmatched,
  status: stored.status,
  unbalanced: stored.unbalanced,
  ...(stored.externalResolution !== null && { externalResolution: stored.externalResolution }),
  receivedAt: stored.receivedAt.toISOString(),
})

/** A payment identifies its payer by a tax number; a known payer is shown by its name here, an unknown one by the name that it uses. */
const payerOf = ({ payerName, payerIdentifier }: StoredRemittance, payers: readonly Payer[]): Schemas['Payer'] => {
  const known = payers.find(
    ({ name, payerId }) => name.toUpperCase() === payerName.toUpperCase() || payerId === payerIdentifier,
  )
  return known
    ? presentPayer(known)
    : { id: 'unknown', name: payerName, kind: 'commercial', payerId: payerIdentifier, timelyFilingDays: 0 }
}

export const presentRemittanceLine = (line: RemittanceLine): Schemas['RemittanceLine'] => ({
  id: line.id,
  ...(line.claimId !== null && { claimId: line.claimId }),
  ...(line.patientId !== null && { patientId: line.patientId }),
  claimNumber: line.claimNumber,
  kind: line.kind,
  chargeCents: line.chargeCents,
  paidCents: line.paidCents,
  patientCents: line.patientCents,
  posted: line.holdReason === null || line.resolution === 'matched',
  ...(line.holdReason !== null && { holdReason: line.holdReason }),
  ...(line.resolution !== null && { resolution: line.resolution }),
  ...(line.externalResolution !== null && { externalResolution: line.externalResolution }),
  ...(line.resolvedAt && { resolvedAt: line.resolvedAt.toISOString() }),
})

export const presentHeldLine = (line: HeldLine): Schemas['HeldLine'] => ({
  ...presentRemittanceLine(line),
  remittanceId: line.remittanceId,
  unbalancedPayment: line.unbalancedPayment,
  payerName: line.payerName,
  traceNumber: line.paymentNumber,
  paidOn: line.paidOn,
})
