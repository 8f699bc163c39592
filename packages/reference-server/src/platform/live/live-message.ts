/** A message between the browsers of one room. Relayed, never stored. */
export interface LiveSignal {
  readonly organizationId: string
  readonly visitId: string
  /** The seat that sent it, or `server`. */
  readonly from: string
  /** `session:<id>` of each recipient. */
  readonly audience: readonly string[]
  readonly data: unknown
}
