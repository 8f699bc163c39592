import type { DomainEvent } from './event.ts'

/** Who hears of an event over the live stream, and what they are told: a type and ids, from which the page reads again. */
export interface LiveRule {
  readonly event: string
  /** `patient:<id>`, `practitioner:<id>`, `member:<id>`, `session:<id>` or `role:<role>`, within the event's organization. */
  readonly audience: (event: DomainEvent) => readonly string[]
  /** `{ type: 'visit.changed', ids: { visitId } }`. Types are listed in the contract as LiveMessageType. */
  readonly message: (event: DomainEvent) => { readonly type: string; readonly ids: Readonly<Record<string, string>> }
}
