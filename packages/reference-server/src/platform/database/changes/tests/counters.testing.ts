import { sql } from 'kysely'
import { testRequestContext, testRow } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import type { Change } from '../../../contracts/change.ts'
import type { AnyKysely } from '../../../contracts/database.ts'
import type { NewEvent } from '../../../contracts/event.ts'
import type { Migration } from '../../../contracts/migration.ts'
import type { ChangeRequest } from '../../../contracts/unit-of-work.ts'
import type { Write } from '../../../contracts/write.ts'
import { domainSchema } from '../../migrate/domain-schema.ts'
import { tenantTable } from '../../migrate/tenant-table.ts'
import { factTable } from '../fact-table.ts'
import { writeStatement } from '../write-statement.ts'

/** A row that many changes replace. Each of them also inserts an entry, so that the two can be compared. */
export interface Counter {
  readonly id: string
  readonly value: number
  readonly version: number
}

/** What one change has added to a counter. */
export interface Entry {
  readonly id: string
  readonly counterId: string
  /** Of the counter, after the change. */
  readonly version: number
  readonly note: string
}

export const counters = factTable<Counter>('tallies.counters', {
  id: ['id', 'uuid'],
  value: ['value', 'integer'],
  version: ['version', 'integer'],
})
export const entries = factTable<Entry>(
  'tallies.entries',
  { id: ['id', 'uuid'], counterId: ['counter_id', 'uuid'], version: ['version', 'integer'], note: ['note', 'text'] },
  { guard: ['version'] },
)
const insertPlace = writeStatement({
  kind: 'insert',
  table: 'tallies.places',
  columns: ['id', 'name'],
  values: ['$1::uuid', '$2::text'],
  isConditional: true,
})
/** Conditional: each place is taken once in an organization. */
export const takePlace = (id: string, name: string): Write => ({ statement: insertPlace, values: [id, name] })

/** A note that the database refuses. */
export const refusedNote = 'refused'

export const countersMigrations: readonly Migration[] = [
  {
    id: 'tallies/0001-counters',
    statements: [
      ...domainSchema('tallies'),
      ...tenantTable({
        schema: 'tallies',
        name: 'counters',
        columns: { value: 'integer not null', version: 'integer not null' },
      }),
      ...tenantTable({
        schema: 'tallies',
        name: 'entries',
        columns: {
          counter_id: 'uuid not null',
          version: 'integer not null',
          note: `text not null check (note <> '${refusedNote}')`,
        },
        constraints: ['foreign key (organization_id, counter_id) references tallies.counters (organization_id, id)'],
      }),
      ...tenantTable({
        schema: 'tallies',
        name: 'places',
        columns: { name: 'text not null' },
        constraints: ['unique (organization_id, name)'],
      }),
    ],
  },
]

/** The event of an entry names it where the contract allows an id. */
export const entryAdded = (entryId: string): NewEvent => ({
  type: 'directory.patient-changed',
  data: { patientId: entryId, version: 1 },
})

interface Incremented extends Pick<Change<unknown>, 'events'> {
  readonly writes: readonly Write[]
  readonly answer: { readonly id: string }
}

/** Two writes and an event: the counter is replaced as it was seen, and its entry is inserted. */
export const increment = (seen: Counter, entryId: string, note = 'one'): Incremented => {
  const after = { ...seen, value: seen.value + 1, version: seen.version + 1 }
  return {
    writes: [
      counters.replace(after, seen),
      entries.insert({ id: entryId, counterId: seen.id, version: after.version, note }),
    ],
    events: [entryAdded(entryId)],
    answer: { id: entryId },
  }
}

/** A request whose audit rows name the ids of its answer. */
export const requestOf = <A>(
  caller: Caller,
  idsOf: (answer: A) => readonly string[],
  idempotency: { readonly key: string; readonly hash?: string } | null = null,
): ChangeRequest<A> => ({
  domain: 'tallies',
  context: testRequestContext(caller),
  idempotency: idempotency && {
    key: idempotency.key,
    operation: 'addEntry',
    requestHash: Buffer.from(idempotency.hash ?? 'same request'),
  },
  audit: (answer) => idsOf(answer).map((entityId) => testRow(caller, null, { action: 'create', entityId })),
})

export const readCounter = async (db: AnyKysely, id: string): Promise<Counter> => {
  const { rows } = await sql<Counter>`select id, value, version from tallies.counters where id = ${id}`.execute(db)
  if (rows[0] === undefined) throw new Error('This counter does not exist.')
  return rows[0]
}

export interface Tallies {
  readonly counters: readonly Counter[]
  readonly entries: readonly Omit<Entry, 'note'>[]
  readonly places: readonly { readonly id: string; readonly name: string }[]
  /** The entry that each event names. */
  readonly events: readonly string[]
  /** The entry that each audit row names. */
  readonly accesses: readonly string[]
  /** The id of each stored answer: see `replayIdOf`. */
  readonly keys: readonly string[]
}

/** All that is stored for an organization. */
export const readTallies = async (owner: AnyKysely, organizationId: string): Promise<Tallies> => {
  const { rows } = await sql<Tallies>`select
    (select coalesce(json_agg(json_build_object('id', id, 'value', value, 'version', version) order by id), '[]')
      from tallies.counters where organization_id = ${organizationId}) as counters,
    (select coalesce(json_agg(json_build_object('id', id, 'counterId', counter_id, 'version', version)
      order by counter_id, version), '[]') from tallies.entries where organization_id = ${organizationId}) as entries,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
      from tallies.places where organization_id = ${organizationId}) as places,
    (select coalesce(json_agg(data ->> 'patientId' order by data ->> 'patientId'), '[]')
      from platform.outbox where organization_id = ${organizationId}) as events,
    (select coalesce(json_agg(entity_id order by entity_id), '[]')
      from audit.accesses where organization_id = ${organizationId}) as accesses,
    (select coalesce(json_agg(id order by id), '[]')
      from platform.replays where organization_id = ${organizationId}) as keys`.execute(owner)
  return rows[0] as Tallies
}
