import type { ProxyScope } from './permissions.ts'

/** A right to act for a patient, from one instant (inclusive) until another (exclusive). */
export interface ProxyAccess {
  readonly patientId: string
  readonly scope: readonly ProxyScope[]
  readonly from: Date
  /** Null: until it is ended. */
  readonly until: Date | null
}
