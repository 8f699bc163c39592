import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { tablesOf } from './tables.ts'

export type Organization = components['schemas']['Organization']

const inMemory = factsInMemory('directory.organizations', { 'directory.organization-changed': () => null })

/** The organization to which the connection is bound. */
export const readOrganization = async (db: AnyKysely, organizationId: string): Promise<Organization> => {
  const row = await inMemory(db, organizationId, () =>
    tablesOf(db).selectFrom('directory.organizations').selectAll().where('id', '=', organizationId).executeTakeFirst(),
  )
  if (!row) throw notFound('organization_unknown')
  return organizations.factOf(row)
}

const organizations = factTable<Organization>(
  'directory.organizations',
  {
    id: ['id', 'uuid'],
    name: ['name', 'text'],
    region: ['region', 'text'],
    zone: ['zone', 'text'],
    languages: ['languages', 'text[]'],
    brand: ['brand', 'jsonb'],
    contact: ['contact', 'jsonb'],
    videoVendor: ['video_vendor', 'text'],
    chartReach: ['chart_reach', 'text'],
    machineCaptions: ['machine_captions', 'boolean'],
    callRecording: ['call_recording', 'boolean'],
    version: ['version', 'integer'],
  },
  { fixed: ['name', 'region', 'zone'] },
)

/** The organization of the caller. */
export const insertOrganization = (organization: Organization): Write => organizations.insert(organization)

export const replaceOrganization = (after: Organization, before: Organization): Write =>
  organizations.replace(after, before)

/** Every organization of the deployment. `db` must not be bound to an organization. */
export const listOrganizationIds = async (db: AnyKysely): Promise<string[]> => {
  const rows = await tablesOf(db).selectFrom('directory.organizations').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
