import { requireDeclared } from '../../contracts/require-declared.ts'
import type { DomainEvent, NewEvent } from '../../contracts/event.ts'
import type { Statement } from '../../contracts/database.ts'
import { rowsToInsert } from '../changes/rows-to-insert.ts'
import type { RowsToInsert } from '../../contracts/write.ts'
import { newId } from '../ids/new-id.ts'
import { insertRows } from './insert-rows.ts'

/** The event with its envelope. Throws if its payload has a property that the contract does not declare. */
export const storedEvent = (event: NewEvent, organizationId: string, now: Date): DomainEvent => {
  requireDeclared(event)
  return { id: newId(), organizationId, at: now.toISOString(), version: 1, ...event }
}

export const insertEventsStatement = (events: readonly DomainEvent[]): Statement =>
  insertRows(table, columns, valuesOf(events))

/** The same rows, as part of a change. */
export const eventsToInsert = (events: readonly DomainEvent[]): RowsToInsert =>
  rowsToInsert(table, columns, valuesOf(events))

const table = 'platform.outbox'
const columns = [
  ['organization_id', 'uuid'],
  ['id', 'uuid'],
  ['type', 'text'],
  ['at', 'timestamptz'],
  ['version', 'integer'],
  ['data', 'jsonb'],
] as const
const valuesOf = (events: readonly DomainEvent[]): unknown[][] => [
  events.map(({ organizationId }) => organizationId),
  events.map(({ id }) => id),
  events.map(({ type }) => type),
  events.map(({ at }) => at),
  events.map(({ version }) => version),
  events.map(({ data }) => JSON.stringify(data)),
]
