/** A message between the browsers of one room. Carried, never kept. */
export interface LiveSignal {
  readonly organizationId: string
  readonly visitId: string
  /** The seat that sent it, or `server`. */
  readonly from: string
  /** `session:<id>` of everyone who is to hear it. */
  readonly audience: readonly string[]
  readonly data: unknown
}
