import type { Change } from './change.ts'
import type { DecideContext, WriteContext, ReadContext } from './context.ts'
import type { DomainEvent, EventType } from './event.ts'

/** Returned by `gather` if the events do not concern its domain: no transaction is opened, and nothing is stored. */
export const nothingToDo: unique symbol = Symbol('nothing to do')

/** Events of one organization, in commit order. Never empty. */
export type EventPage<Type extends EventType = EventType> = readonly [DomainEvent<Type>, ...DomainEvent<Type>[]]

/**
 * A domain's reaction to one or several types of event. It receives pages of events and takes effect once per `consumer` and event. Runs
 * as the system caller. If a page fails, each of its events is retried alone.
 */
export interface Reaction<Type extends EventType = EventType, Ports = unknown, Gathered = unknown> {
  readonly events: readonly Type[]
  /** Stable name, e.g. `scheduling.flag-appointments-on-consent-revoked`. */
  readonly consumer: string
  /** Maximum number of events in a page. */
  readonly pageSize: number
  readonly gather?: (
    page: EventPage<Type>,
    ports: Ports,
    context: ReadContext,
  ) => Promise<Gathered | typeof nothingToDo>
  readonly keep?: (page: EventPage<Type>, gathered: Gathered, context: WriteContext) => Promise<void>
  /** The change for one event of the page. Stored together with the others; one that is refused does not affect them. */
  readonly decide?: (
    event: DomainEvent<Type>,
    gathered: Gathered,
    context: DecideContext,
  ) => Change<void> | typeof nothingToDo
}

/** A reaction as the relay uses it. */
export interface BoundReaction {
  readonly events: readonly EventType[]
  readonly consumer: string
  readonly pageSize: number
  readonly gather?: (page: never, ports: never, context: ReadContext) => Promise<unknown>
  readonly keep?: (page: never, gathered: never, context: WriteContext) => Promise<void>
  readonly decide?: (event: never, gathered: never, context: DecideContext) => Change<void> | typeof nothingToDo
}

/** The steps of a reaction that handles events one by one. */
export interface EventSteps<Type extends EventType, Ports, Gathered> {
  /** Reads before the transaction is opened. Most events concern few domains: return `nothingToDo` for the others. */
  readonly gather?: (
    event: DomainEvent<Type>,
    ports: Ports,
    context: ReadContext,
  ) => Promise<Gathered | typeof nothingToDo>
  readonly decide?: (
    event: DomainEvent<Type>,
    gathered: Gathered,
    context: DecideContext,
  ) => Change<void> | typeof nothingToDo
  /** A transaction, for reactions that are not converted yet. */
  readonly keep?: (event: DomainEvent<Type>, gathered: Gathered, context: WriteContext) => Promise<void>
}

/** The steps of a reaction that handles a page at once. */
export type PageSteps<Type extends EventType, Ports, Gathered> = Pick<
  Reaction<Type, Ports, Gathered>,
  'gather' | 'decide' | 'keep'
> & {
  /** Default 100. */
  readonly pageSize?: number
}

/**
 * Declares a reaction that handles events one by one: what it gathers for one event may depend on what it stored for the previous one.
 * `Ports` is the domain's own `ports.ts` type.
 *
 *     export const onVisitEndedDraftNote = onEvent<Ports>()(['visits.ended'], 'documentation.draft-note-on-visit-ended', { gather, decide })
 */
export const onEvent =
  <Ports = unknown>() =>
  <const Type extends EventType, Gathered = undefined>(
    events: readonly Type[],
    consumer: string,
    { gather, decide, keep }: EventSteps<Type, Ports, Gathered>,
  ): Reaction<Type, Ports, Gathered> => ({
    events,
    consumer,
    pageSize: 1,
    ...(gather && { gather: ([event], ports, context) => gather(event, ports, context) }),
    ...(decide && { decide }),
    ...(keep && { keep: ([event], gathered, context) => keep(event, gathered, context) }),
  })

/**
 * Declares a reaction that gathers for a page of events at once, and decides for each of them (or, not converted yet, keeps the page in one
 * transaction). Its events must not depend on each other.
 */
export const onEvents =
  <Ports = unknown>() =>
  <const Type extends EventType, Gathered = undefined>(
    events: readonly Type[],
    consumer: string,
    { pageSize = 100, ...steps }: PageSteps<Type, Ports, Gathered>,
  ): Reaction<Type, Ports, Gathered> => ({ events, consumer, pageSize, ...steps })
