import { sql } from 'kysely'
import { createTestPlatform, testRequestContext, testRow } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import type { Change } from '../../../contracts/change.ts'
import type { Migration } from '../../../contracts/migration.ts'
import { newId } from '../../ids/new-id.ts'
import { domainSchema } from '../../migrate/domain-schema.ts'
import { tenantTable } from '../../migrate/tenant-table.ts'
import { factTable } from '../fact-table.ts'
import { writeStatement } from '../write-statement.ts'

export interface Bed {
  readonly id: string
  readonly name: string
  readonly version: number
}

export const beds = factTable<Bed>(
  'gardens.beds',
  { id: ['id', 'uuid'], name: ['name', 'text'], version: ['version', 'integer'] },
  { sealedFor: () => null },
)
/** Only one bed may be at a place. */
export const placeBed = writeStatement({
  kind: 'insert',
  table: 'gardens.places',
  columns: ['id', 'place'],
  values: ['$1::uuid', '$2::text'],
  isConditional: true,
})

const migrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({
        schema: 'gardens',
        name: 'beds',
        columns: { name: 'text not null check (name <> $$refused$$)', version: 'integer not null' },
        sealed: true,
      }),
      ...tenantTable({
        schema: 'gardens',
        name: 'places',
        columns: { place: 'text not null' },
        constraints: ['unique (organization_id, place)'],
      }),
    ],
  },
]

export const changed = (id: string) =>
  ({ type: 'directory.patient-changed', data: { patientId: id, version: 1 } }) as const
export const newBed = (name: string): Bed => ({ id: newId(), name, version: 1 })
export const addition = (bed: Bed): Change<Bed> => ({
  writes: [beds.insert(bed, { soil: 'sand' })],
  events: [changed(bed.id)],
  answer: bed,
})

/** A small domain whose changes are kept like those of a real one. */
export const startGarden = async (engine: 'pglite' | 'postgres') => {
  const kit = await createTestPlatform(engine, migrations)
  const keep = (
    caller: Caller,
    decide: (isRepeated: boolean) => Change<Bed> | Promise<Change<Bed>>,
    more: { key?: string; hash?: string; consumes?: { consumer: string; eventIds: string[] } } = {},
  ) =>
    kit.platform.unitOfWork.keep<Bed>(
      {
        domain: 'gardens',
        context: testRequestContext(caller),
        idempotency: more.key
          ? { key: more.key, operation: 'addBed', requestHash: Buffer.from(more.hash ?? 'same request') }
          : null,
        audit: () => [testRow(caller, null, { action: 'create' })],
        ...(more.consumes && { consumes: more.consumes }),
      },
      decide,
    )
  const add = async (caller: Caller, name: string): Promise<Bed> =>
    (await keep(caller, () => addition(newBed(name)))).result
  const bedsOf = async ({ organizationId }: Caller): Promise<Bed[]> => {
    const { rows } = await sql<Bed>`select id, name, version from gardens.beds
      where organization_id = ${organizationId} order by id`.execute(kit.platform.database.owner())
    return rows
  }
  const countOf = async (table: string, { organizationId }: Caller): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}
      where organization_id = ${organizationId}`.execute(kit.platform.database.owner())
    return rows[0]?.n ?? -1
  }
  const stored = async (caller: Caller) => ({
    beds: await countOf('gardens.beds', caller),
    events: await countOf('platform.outbox', caller),
    accesses: await countOf('audit.accesses', caller),
  })

  return { platform: kit.platform, stop: () => kit.stop(), keep, add, bedsOf, countOf, stored }
}

export type Garden = Awaited<ReturnType<typeof startGarden>>
