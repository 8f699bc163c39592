import type { Change } from '../contracts/change.ts'

/** A message to a partner takes a connection, is tried again for days, and may cost money. An event is a row that others read. */
const unitsOfTransmission = 4

/** The units that a change takes from the limit of the outbox: what others have to work on after it is stored. */
export const outboxUnits = ({ events = [], transmissions = [] }: Change<unknown>): number =>
  events.length + unitsOfTransmission * transmissions.length
