import type { EventData, EventType } from '@visitkit/contract/events'

export type { EventData, EventType }

/** An event of one type before it is stored. */
export interface EventOf<Type extends EventType> {
  readonly type: Type
  readonly data: EventData[Type]
}

/** An event to emit. `type` determines the shape of `data`. */
export type NewEvent<Type extends EventType = EventType> = { [T in Type]: EventOf<T> }[Type]

/** The properties that the outbox adds to every event. */
interface Envelope {
  readonly id: string
  readonly organizationId: string
  /** RFC 3339. */
  readonly at: string
  /** Version of the payload's shape. */
  readonly version: number
}

/** An event as stored in the outbox. It contains only ids, codes, times and versions, never a name or free text. */
export type DomainEvent<Type extends EventType = EventType> = { [T in Type]: EventOf<T> & Envelope }[Type]

/** Creates events of one type from domain values. */
export interface EventMaker<Type extends EventType, Args extends readonly unknown[]> {
  (...args: Args): EventOf<Type>
  readonly type: Type
}

/**
 * Declares the maker of one event type. A domain's `events.ts` holds all of its makers; no other code creates events.
 *
 *     export const pharmacyChosen = eventMaker('prescriptions.pharmacy-chosen', (patientId: string) => ({ patientId }))
 */
export const eventMaker = <Type extends EventType, Args extends readonly unknown[]>(
  type: Type,
  data: (...args: Args) => EventData[Type],
): EventMaker<Type, Args> => Object.assign((...args: Args): EventOf<Type> => ({ type, data: data(...args) }), { type })

/** The types of the makers in a domain's `events.ts`: `import * as events from './events.ts'`. */
export const emittedTypes = (makers: Readonly<Record<string, unknown>>): readonly EventType[] =>
  Object.values(makers).flatMap((maker) =>
    typeof maker === 'function' && 'type' in maker ? [maker.type as EventType] : [],
  )
