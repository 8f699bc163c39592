import type { components } from '@visitkit/contract'
import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

export type CareTeam = components['schemas']['CareTeam']

export const readCareTeam = async (db: AnyKysely, id: string): Promise<CareTeam> => {
  const row = await tablesOf(db)
    .selectFrom('directory.care_teams')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('care_team_unknown')
  return careTeamOf(row)
}

export interface CareTeamFilter {
  readonly active: boolean
  /** Only care teams of this member, themselves or as a practitioner; null for all. */
  readonly of: { readonly memberId: string; readonly practitionerId: string | null } | null
}

export const listCareTeams = async (
  db: AnyKysely,
  { active, of }: CareTeamFilter,
  page: PageCursor,
): Promise<CareTeam[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.care_teams')
    .selectAll()
    .$if(active, (query) => query.where('active', '=', true))
    .$if(of !== null, (query) =>
      query.where(
        sql<boolean>`(member_ids @> array[${of?.memberId}]::uuid[] or practitioner_ids @> array[${of?.practitionerId}]::uuid[])`,
      ),
    )
    .$call(oldestFirst(page))
    .execute()
  return rows.map(careTeamOf)
}

export const insertCareTeam = async (tx: AnyKysely, organizationId: string, team: CareTeam): Promise<void> => {
  await tablesOf(tx)
    .insertInto('directory.care_teams')
    .values({ organization_id: organizationId, id: team.id, ...changeable(team) })
    .execute()
}

/** False when the stored version is not the previous one. */
export const replaceCareTeam = async (tx: AnyKysely, team: CareTeam): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.care_teams')
    .set(changeable(team))
    .where('id', '=', team.id)
    .where('version', '=', team.version - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const changeable = ({ name, memberIds, practitionerIds, active, version }: CareTeam) => ({
  name,
  member_ids: memberIds,
  practitioner_ids: practitionerIds,
  active,
  version,
})

const careTeamOf = (row: Selectable<DirectoryTables['directory.care_teams']>): CareTeam => ({
  id: row.id,
  name: row.name,
  memberIds: row.member_ids,
  practitionerIds: row.practitioner_ids,
  active: row.active,
  version: row.version,
})
