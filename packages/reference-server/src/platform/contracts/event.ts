/** An event as stored in the outbox: thin, ids, codes, times and versions only. Never a name, never free text. */
export interface DomainEvent {
  readonly id: string
  /** `domain.fact-in-past-tense`, e.g. `scheduling.appointment-booked`. */
  readonly type: string
  readonly organizationId: string
  readonly at: string
  readonly version: number
  readonly data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

export type NewEvent = Pick<DomainEvent, 'type' | 'data'>
