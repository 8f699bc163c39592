export interface BilledState {
  /** Claims of those asked about of which a payment stands posted. */
  readonly posted: number
  /** Accounts whose entries do not sum up to their balance. */
  readonly unbalanced: number
  readonly parkedEvents: number
}
