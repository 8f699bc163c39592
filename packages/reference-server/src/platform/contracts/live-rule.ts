import type { components } from '@visitkit/contract'
import type { LiveMessageIds, LiveMessageType } from '@visitkit/contract/events'
import type { EventData, EventType } from './event.ts'

export type { LiveMessageIds, LiveMessageType }

/** The recipients of a message, each only if they may read what it names. */
export interface Audience {
  /** The patients' own pages, and those of people who may act for them. */
  readonly patients?: readonly string[]
  readonly practitioners?: readonly string[]
  readonly members?: readonly string[]
  /** Guests of a visit. */
  readonly guests?: readonly string[]
  /** Every member with one of these roles. */
  readonly roles?: readonly components['schemas']['Role'][]
}

/** A message of the live stream: a type and ids, with which the page reads again. */
export type LiveUpdate<Type extends LiveMessageType = LiveMessageType> = {
  [T in Type]: { readonly type: T; readonly ids: LiveMessageIds[T] }
}[Type]

/** Maps an event to a live message and its audience. */
export interface LiveRule {
  readonly event: EventType
  readonly message: LiveMessageType
  readonly audience: (data: never) => Audience
  readonly ids: (data: never) => LiveMessageIds[LiveMessageType]
}

/**
 * Declares that events become a live message.
 *
 *     liveRulesFor(['visits.seat-taken', 'visits.seat-left'], 'seat.changed', { audience, ids })
 */
export const liveRulesFor = <const Type extends EventType, Message extends LiveMessageType>(
  events: readonly Type[],
  message: Message,
  {
    audience,
    ids,
  }: {
    readonly audience: (data: EventData[Type]) => Audience
    readonly ids: (data: EventData[Type]) => LiveMessageIds[Message]
  },
): readonly LiveRule[] => events.map((event) => ({ event, message, audience, ids }))
