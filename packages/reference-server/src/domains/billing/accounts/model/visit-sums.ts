import {
  afterMovements,
  noBalance,
  type Balance,
  type EntryKind,
  type Movement,
} from '../../kernel/model/account-ledger.ts'

/** The sums of a visit's entries: the charges, who has paid, and what is left on each side. */
export interface VisitSums extends Balance {
  readonly chargeCents: number
  readonly insurancePaidCents: number
  readonly discountCents: number
  readonly writtenOffCents: number
  readonly patientPaidCents: number
}

/** What these movements add to the sums. */
export const sumsOf = (movements: readonly Movement[]): VisitSums => {
  const of = (kind: EntryKind, side: keyof Balance): number =>
    movements.reduce((sum, each) => sum + (each.kind === kind ? each[side] : 0), 0)
  return {
    ...afterMovements(noBalance, movements),
    chargeCents: of('charge', 'insuranceCents') + of('charge', 'patientCents'),
    insurancePaidCents: 0 - of('payer-payment', 'insuranceCents'),
    discountCents: 0 - of('adjustment', 'insuranceCents'),
    writtenOffCents: 0 - of('write-off', 'insuranceCents'),
    patientPaidCents: 0 - of('patient-payment', 'patientCents') - of('refund', 'patientCents'),
  }
}

/** The sum over the visits that are not withheld from the reader. */
export const sumOf = (byVisit: ReadonlyMap<string, number>, withheld: ReadonlySet<string>): number =>
  [...byVisit].reduce((sum, [visitId, cents]) => (withheld.has(visitId) ? sum : sum + cents), 0)
