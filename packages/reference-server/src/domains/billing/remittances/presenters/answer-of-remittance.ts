import type { components } from '@visitkit/contract'
import type { HeldLine } from '../store/held-lines.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import type { KeptRemittance, RemittanceLine } from '../store/remittances.ts'
import { answerOfPayer } from '../../coverages/presenters/answer-of-coverage.ts'

type Schemas = components['schemas']

export const answerOfRemittance = (kept: KeptRemittance, payers: readonly Payer[]): Schemas['Remittance'] => ({
  id: kept.id,
  payer: payerOf(kept, payers),
  traceNumber: kept.paymentNumber,
  paidOn: kept.paidOn,
  amountCents: kept.amountCents,
  postedCents: kept.postedCents,
  adjustmentCents: kept.adjustmentCents,
  claims: kept.claims,
  unmatched: kept.unmatched,
  status: kept.status,
  unbalanced: kept.unbalanced,
  ...(kept.workedElsewhere !== null && { workedElsewhere: kept.workedElsewhere }),
  receivedAt: kept.receivedAt.toISOString(),
})

/** A payment names its payer by a tax number; whoever it is here is told by the name. A payer we do not deal with is shown as it calls itself. */
const payerOf = ({ payerName, payerIdentifier }: KeptRemittance, payers: readonly Payer[]): Schemas['Payer'] => {
  const known = payers.find(
    ({ name, payerId }) => name.toUpperCase() === payerName.toUpperCase() || payerId === payerIdentifier,
  )
  return known
    ? answerOfPayer(known)
    : { id: 'unknown', name: payerName, kind: 'commercial', payerId: payerIdentifier, timelyFilingDays: 0 }
}

export const answerOfLine = (line: RemittanceLine): Schemas['RemittanceLine'] => ({
  id: line.id,
  ...(line.claimId !== null && { claimId: line.claimId }),
  ...(line.patientId !== null && { patientId: line.patientId }),
  claimNumber: line.claimNumber,
  kind: line.kind,
  chargeCents: line.chargeCents,
  paidCents: line.paidCents,
  patientCents: line.patientCents,
  posted: line.holdReason === null || line.worked === 'matched',
  ...(line.holdReason !== null && { holdReason: line.holdReason }),
  ...(line.worked !== null && { worked: line.worked }),
  ...(line.workedElsewhere !== null && { workedElsewhere: line.workedElsewhere }),
  ...(line.workedAt && { workedAt: line.workedAt.toISOString() }),
})

export const answerOfHeldLine = (line: HeldLine): Schemas['HeldLine'] => ({
  ...answerOfLine(line),
  remittanceId: line.remittanceId,
  payerName: line.payerName,
  traceNumber: line.paymentNumber,
  paidOn: line.paidOn,
})
