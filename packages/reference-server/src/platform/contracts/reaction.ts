import type { WriteContext, ReadContext } from './context.ts'
import type { DomainEvent, EventType } from './event.ts'

/** What `gather` returns when the events do not concern its domain: no transaction is opened, and nothing is kept. */
export const nothingToDo: unique symbol = Symbol('nothing to do')

/** Events of one organization, in commit order. Never empty. */
export type EventPage<Type extends EventType = EventType> = readonly [DomainEvent<Type>, ...DomainEvent<Type>[]]

/**
 * A domain's reaction to one type of event, or to several. It is handed a page of them and takes effect once per `consumer` and event. Runs
 * as the system caller. Where a page fails, each of its events is tried alone.
 */
export interface Reaction<Type extends EventType = EventType, Ports = unknown, Gathered = unknown> {
  readonly events: readonly Type[]
  /** Stable name, e.g. `scheduling.flag-appointments-on-consent-revoked`. */
  readonly consumer: string
  /** The most events that a page holds. */
  readonly pageSize: number
  readonly gather?: (
    page: EventPage<Type>,
    ports: Ports,
    context: ReadContext,
  ) => Promise<Gathered | typeof nothingToDo>
  readonly keep: (page: EventPage<Type>, gathered: Gathered, context: WriteContext) => Promise<void>
}

/** A reaction as the relay sees it. */
export interface BoundReaction {
  readonly events: readonly EventType[]
  readonly consumer: string
  readonly pageSize: number
  readonly gather?: (page: never, ports: never, context: ReadContext) => Promise<unknown>
  readonly keep: (page: never, gathered: never, context: WriteContext) => Promise<void>
}

/** The steps of a reaction that takes its events one by one. */
export interface EventSteps<Type extends EventType, Ports, Gathered> {
  /** What is read before, with no transaction open. Most events concern few: `nothingToDo` says so. */
  readonly gather?: (
    event: DomainEvent<Type>,
    ports: Ports,
    context: ReadContext,
  ) => Promise<Gathered | typeof nothingToDo>
  readonly keep: (event: DomainEvent<Type>, gathered: Gathered, context: WriteContext) => Promise<void>
}

/** The steps of a reaction that takes a page at once. */
export type PageSteps<Type extends EventType, Ports, Gathered> = Pick<
  Reaction<Type, Ports, Gathered>,
  'gather' | 'keep'
> & {
  /** Default 100. */
  readonly pageSize?: number
}

/**
 * Declares a reaction that takes its events one by one: what it gathers for one may depend on what it kept for the one before. `Ports` is
 * the domain's own `ports.ts` type.
 *
 *     export const onVisitEndedDraftNote = onEvent<Ports>()(['visits.ended'], 'documentation.draft-note-on-visit-ended', { gather, keep })
 */
export const onEvent =
  <Ports = unknown>() =>
  <const Type extends EventType, Gathered = undefined>(
    events: readonly Type[],
    consumer: string,
    { gather, keep }: EventSteps<Type, Ports, Gathered>,
  ): Reaction<Type, Ports, Gathered> => ({
    events,
    consumer,
    pageSize: 1,
    ...(gather && { gather: ([event], ports, context) => gather(event, ports, context) }),
    keep: ([event], gathered, context) => keep(event, gathered, context),
  })

/** Declares a reaction that takes a page at once: its events do not depend on each other. */
export const onEvents =
  <Ports = unknown>() =>
  <const Type extends EventType, Gathered = undefined>(
    events: readonly Type[],
    consumer: string,
    { pageSize = 100, ...steps }: PageSteps<Type, Ports, Gathered>,
  ): Reaction<Type, Ports, Gathered> => ({ events, consumer, pageSize, ...steps })
