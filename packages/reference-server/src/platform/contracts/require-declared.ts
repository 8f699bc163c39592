import { events } from '@visitkit/contract/events'
import type { NewEvent } from './event.ts'

const declared = new Map(
  Object.entries(events).map(([type, { properties }]) => [
    type,
    new Set(properties.map((name) => name.replace('?', ''))),
  ]),
)

/**
 * Throws if a payload has a property that the contract does not declare. The types do not catch properties that a spread adds, and the
 * outbox is not encrypted.
 */
export const requireDeclared = ({ type, data }: NewEvent): void => {
  const properties = declared.get(type)
  for (const name of Object.keys(data))
    if (properties?.has(name) !== true)
      throw new Error(`The contract declares no property ${name} of the event ${type}.`)
}
