/** What a domain tells an audience: a type and the ids that a page reads again. */
export interface LiveNews {
  readonly type: string
  readonly ids: Readonly<Record<string, string>>
}

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
