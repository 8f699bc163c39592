import type { Migration } from '../../contracts/migration.ts'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import type { TestDatabase } from './create-test-database.testing.ts'

/** Two domains that know nothing of each other. */
export const gardenMigrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({
        schema: 'gardens',
        name: 'beds',
        columns: { name: 'text not null' },
        indexes: ['unique (organization_id, name)'],
      }),
      ...tenantTable({ schema: 'gardens', name: 'visits', columns: { note: 'text' }, appendOnly: true }),
    ],
  },
  {
    id: 'kitchens/0001-pots',
    statements: [
      ...domainSchema('kitchens'),
      ...tenantTable({ schema: 'kitchens', name: 'pots', columns: { size: 'integer' } }),
    ],
  },
]

export type GardenTables = {
  'gardens.beds': { organization_id: string; id: string; name: string }
  'gardens.visits': { organization_id: string; id: string; note: string | null }
  'kitchens.pots': { organization_id: string; id: string; size: number }
}

export const gardensOf = (test: () => TestDatabase) => {
  const gardens = (organizationId: string) =>
    test().database.reader({ domain: 'gardens', organizationId }).withTables<GardenTables>()
  const addBed = (organizationId: string, name: string) =>
    gardens(organizationId)
      .insertInto('gardens.beds')
      .values({ organization_id: organizationId, id: newId(), name })
      .execute()
  const bedsOf = async (organizationId: string) =>
    (await gardens(organizationId).selectFrom('gardens.beds').select('name').orderBy('name').execute()).map(
      ({ name }) => name,
    )
  return { gardens, addBed, bedsOf }
}
