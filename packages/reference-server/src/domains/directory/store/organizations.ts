import type { components } from '@visitkit/contract'
import type { Selectable } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

export type Organization = components['schemas']['Organization']

const inMemory = factsInMemory('directory.organizations', { 'directory.organization-changed': () => null })

/** The organization to which the connection is bound. */
export const readOrganization = async (db: AnyKysely, organizationId: string): Promise<Organization> => {
  const row = await inMemory(db, organizationId, () =>
    tablesOf(db).selectFrom('directory.organizations').selectAll().where('id', '=', organizationId).executeTakeFirst(),
  )
  if (!row) throw notFound('organization_unknown')
  return organizationOf(row)
}

export const insertOrganization = async (tx: AnyKysely, organization: Organization): Promise<void> => {
  await tablesOf(tx)
    .insertInto('directory.organizations')
    .values({
      organization_id: organization.id,
      id: organization.id,
      name: organization.name,
      region: organization.region,
      zone: organization.zone,
      ...changeable(organization),
    })
    .execute()
}

/** Updates the changeable columns if the stored version is the one before `organization.version`. False otherwise. */
export const replaceOrganization = async (tx: AnyKysely, organization: Organization): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.organizations')
    .set(changeable(organization))
    .where('id', '=', organization.id)
    .where('version', '=', organization.version - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Every organization of the deployment. `db` must not be bound to an organization. */
export const listOrganizationIds = async (db: AnyKysely): Promise<string[]> => {
  const rows = await tablesOf(db).selectFrom('directory.organizations').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const changeable = ({ languages, brand, contact, videoVendor, chartReach, version }: Organization) => ({
  languages,
  brand: JSON.stringify(brand),
  contact: JSON.stringify(contact),
  video_vendor: videoVendor,
  chart_reach: chartReach,
  version,
})

const organizationOf = (row: Selectable<DirectoryTables['directory.organizations']>): Organization => ({
  id: row.id,
  name: row.name,
  region: row.region,
  zone: row.zone,
  languages: row.languages,
  brand: row.brand as Organization['brand'],
  contact: row.contact as Organization['contact'],
  videoVendor: row.video_vendor,
  chartReach: row.chart_reach,
  version: row.version,
})
