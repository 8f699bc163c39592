/**
 * A patient's account. Every movement is an entry, never changed and never removed: what was wrong is corrected by another entry. Money
 * stands on one of two sides: what an insurer still has to answer for, and what the patient owes. Integer cents.
 *
 * FHIR: Account, with ChargeItem and PaymentReconciliation behind the entries.
 */
export type EntryKind =
  /** What a service costs, or a correction of it. */
  | 'charge'
  | 'payer-payment'
  /** What the payer's contract takes off: nobody owes it. */
  | 'adjustment'
  /** From the insurer's side to the patient's, or back. */
  | 'transfer'
  | 'patient-payment'
  | 'refund'

/** What one entry does to either side. Positive: more is owed. */
export interface Movement {
  readonly kind: EntryKind
  readonly insuranceCents: number
  readonly patientCents: number
  /** A claim adjustment reason code with its group, e.g. `CO-45`, where a payer gave one. */
  readonly reason: string | null
}

export interface Balance {
  readonly insuranceCents: number
  readonly patientCents: number
}

export const noBalance: Balance = { insuranceCents: 0, patientCents: 0 }

export const afterMovements = (balance: Balance, movements: readonly Movement[]): Balance =>
  movements.reduce<Balance>(
    (sum, { insuranceCents, patientCents }) => ({
      insuranceCents: exact(sum.insuranceCents + insuranceCents),
      patientCents: exact(sum.patientCents + patientCents),
    }),
    balance,
  )

/** Cents that are no whole number, or that a number cannot hold, would be money made of nothing. */
const exact = (cents: number): number => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('money must be whole cents')
  return cents
}

/** Who is asked first. */
export type Responsible = 'insurance' | 'patient'

/** A service is charged, or its charge becomes `afterCents`. Nothing when it stays as it is. */
export const charge = (beforeCents: number, afterCents: number, responsible: Responsible): readonly Movement[] => {
  const cents = exact(afterCents - beforeCents)
  if (cents === 0) return []
  return [
    responsible === 'insurance'
      ? { kind: 'charge', insuranceCents: cents, patientCents: 0, reason: null }
      : { kind: 'charge', insuranceCents: 0, patientCents: cents, reason: null },
  ]
}

/** `cents` change sides: no insurer answers for them any longer, or one does again (negative). */
export const transferToPatient = (cents: number, reason: string | null = null): readonly Movement[] =>
  cents === 0 ? [] : [{ kind: 'transfer', insuranceCents: -exact(cents), patientCents: cents, reason }]

export const patientPayment = (cents: number): readonly Movement[] => [
  { kind: 'patient-payment', insuranceCents: 0, patientCents: -exact(cents), reason: null },
]

export const refund = (cents: number): readonly Movement[] => [
  { kind: 'refund', insuranceCents: 0, patientCents: exact(cents), reason: null },
]

/** The entries that take `movements` back to the cent. */
export const reversed = (movements: readonly Movement[]): readonly Movement[] =>
  movements.map(({ insuranceCents, patientCents, ...rest }) => ({
    ...rest,
    insuranceCents: 0 - insuranceCents,
    patientCents: 0 - patientCents,
  }))
