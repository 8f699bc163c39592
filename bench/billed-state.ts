export interface BilledState {
  /** Claims, of the given ones, with a posted payment. */
  readonly posted: number
  /** Accounts whose entries do not add up to their balance. */
  readonly unbalanced: number
  readonly parkedEvents: number
}
