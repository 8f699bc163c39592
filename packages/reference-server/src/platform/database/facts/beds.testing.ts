import type { AnyKysely } from '../../contracts/database.ts'
import { factTable } from '../changes/fact-table.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { factsInMemory } from './fact-memory.ts'

export interface Bed {
  readonly id: string
  readonly name: string
  readonly version: number
}

const columns = { id: ['id', 'uuid'], name: ['name', 'text'], version: ['version', 'integer'] } as const
export const beds = factTable<Bed>('gardens.beds', columns)
export const inMemory = factsInMemory('gardens.beds', { 'directory.patient-changed': ({ patientId }) => patientId })
/** The same, whose rows are kept when they are stored. */
export const keptBeds = factTable<Bed>('gardens.beds', columns, { inMemory })
export const changed = (id: string, version = 1) =>
  ({ type: 'directory.patient-changed', data: { patientId: id, version } }) as const

export const migrations = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({
        schema: 'gardens',
        name: 'beds',
        columns: { name: 'text not null', version: 'integer not null' },
      }),
    ],
  },
]
type Tables = {
  'gardens.beds': { id: string; name: string; version: number }
}

export const selectBed = (db: AnyKysely, id: string): Promise<Bed | undefined> =>
  db
    .withTables<Tables>()
    .selectFrom('gardens.beds')
    .select(['id', 'name', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
