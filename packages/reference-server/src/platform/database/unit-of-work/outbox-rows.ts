import { requireDeclared } from '../../contracts/require-declared.ts'
import type { DomainEvent, NewEvent } from '../../contracts/event.ts'
import type { Statement } from '../../contracts/database.ts'
import { rowsToInsert } from '../changes/rows-to-insert.ts'
import type { RowsToInsert } from '../../contracts/write.ts'
import { newId } from '../ids/new-id.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { eventShapesOf } from './event-shapes.ts'
import { insertRows } from './insert-rows.ts'

/** The event with its envelope. Throws if its payload has a property that the contract does not declare. */
export const storedEvent = (event: NewEvent, organizationId: string, now: Date): DomainEvent => {
  requireDeclared(event)
  return { id: newId(), organizationId, at: now.toISOString(), version: 1, ...event }
}

type OfDatabase = Pick<PlatformDatabase, 'readerAcross'>

export const insertEventsStatement = (database: OfDatabase, events: readonly DomainEvent[]): Statement =>
  insertRows(table, columns, valuesOf(database, events))

/** The same rows, as part of a change. */
export const eventsToInsert = (database: OfDatabase, events: readonly DomainEvent[]): RowsToInsert =>
  rowsToInsert(table, columns, valuesOf(database, events))

/** The view `platform.outbox` shows every event as it was emitted. */
const table = 'platform.event_rows'
const columns = [
  ['organization_id', 'uuid'],
  ['id', 'uuid'],
  ['type', 'text'],
  ['at', 'timestamptz'],
  ['form', 'integer'],
  ['data', 'jsonb'],
  ['ids', 'bytea'],
] as const
const valuesOf = (database: OfDatabase, events: readonly DomainEvent[]): unknown[][] => {
  const shapes = eventShapesOf(database.readerAcross('platform'))
  const forms = events.map((event) => shapes.formOf(event))
  return [
    events.map(({ organizationId }) => organizationId),
    events.map(({ id }) => id),
    forms.map(({ type }) => type),
    events.map(({ at }) => at),
    forms.map(({ form }) => form),
    forms.map(({ data }) => (data === null ? null : JSON.stringify(data))),
    forms.map(({ ids }) => ids),
  ]
}
