/**
 * A patient's account. Every movement is an entry that is never changed or removed: a mistake is corrected by another entry. An amount is
 * on one of two sides: the insurance's, while the payer has not decided, and the patient's. Integer cents.
 *
 * FHIR: Account, with ChargeItem and PaymentReconciliation behind the entries.
 */
export type EntryKind =
  /** The price of a service, or a correction of it. */
  | 'charge'
  | 'payer-payment'
  /** A contractual adjustment: no one owes it. */
  | 'adjustment'
  /** What the clinic decides not to collect: no one owes it. */
  | 'write-off'
  /** From the insurance's side to the patient's, or back. */
  | 'transfer'
  | 'patient-payment'
  | 'refund'

/** The effect of one entry on both sides. Positive: more is owed. */
export interface Movement {
  readonly kind: EntryKind
  readonly insuranceCents: number
  readonly patientCents: number
  /** A claim adjustment reason code with its group, e.g. `CO-45`, if a payer gave one. */
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

/** Fractional cents, or cents beyond the exact range of a number, would create money. */
const exact = (cents: number): number => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('money must be whole cents')
  return cents
}

/** The side that is billed first. */
export type Responsible = 'insurance' | 'patient'

/** Charges a service, or changes its charge to `afterCents`. Empty if the charge is unchanged. */
export const charge = (beforeCents: number, afterCents: number, responsible: Responsible): readonly Movement[] => {
  const cents = exact(afterCents - beforeCents)
  if (cents === 0) return []
  return [
    responsible === 'insurance'
      ? { kind: 'charge', insuranceCents: cents, patientCents: 0, reason: null }
      : { kind: 'charge', insuranceCents: 0, patientCents: cents, reason: null },
  ]
}

/** Moves `cents` from the insurance's side to the patient's; back if negative. */
export const transferToPatient = (cents: number, reason: string | null = null): readonly Movement[] =>
  cents === 0 ? [] : [{ kind: 'transfer', insuranceCents: -exact(cents), patientCents: cents, reason }]

export const patientPayment = (cents: number): readonly Movement[] => [
  { kind: 'patient-payment', insuranceCents: 0, patientCents: -exact(cents), reason: null },
]

export const refund = (cents: number): readonly Movement[] => [
  { kind: 'refund', insuranceCents: 0, patientCents: exact(cents), reason: null },
]

/** Takes `cents` off the insurance's side; puts them back if negative. */
export const writeOff = (cents: number): readonly Movement[] => [
  { kind: 'write-off', insuranceCents: 0 - exact(cents), patientCents: 0, reason: null },
]

/** The entries that reverse `movements` to the cent. */
export const reversed = (movements: readonly Movement[]): readonly Movement[] =>
  movements.map(({ insuranceCents, patientCents, ...rest }) => ({
    ...rest,
    insuranceCents: 0 - insuranceCents,
    patientCents: 0 - patientCents,
  }))
