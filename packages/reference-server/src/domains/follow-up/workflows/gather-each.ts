import { nothingToDo, type EventPage } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventType } from '../../../platform/contracts/event.ts'

/** Gathers for each event of a page at once, by the event's id. Nothing to do if no event concerns this domain. */
export const gatherEach = async <Type extends EventType, Gathered>(
  page: EventPage<Type>,
  gather: (event: DomainEvent<Type>) => Promise<Gathered | typeof nothingToDo>,
): Promise<ReadonlyMap<string, Gathered> | typeof nothingToDo> => {
  const loaded = await Promise.all(
    page.map(async (event) => {
      const gathered = await gather(event)
      return gathered === nothingToDo ? [] : [[event.id, gathered] as const]
    }),
  )
  const byEvent = new Map(loaded.flat())
  return byEvent.size === 0 ? nothingToDo : byEvent
}
