import type { components } from '@visitkit/contract'
import { sql } from 'kysely'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

export type CareTeam = components['schemas']['CareTeam']

export const careTeams = factTable<CareTeam>('directory.care_teams', {
  id: ['id', 'uuid'],
  name: ['name', 'text'],
  memberIds: ['member_ids', 'uuid[]'],
  practitionerIds: ['practitioner_ids', 'uuid[]'],
  active: ['active', 'boolean'],
  version: ['version', 'integer'],
})

export const readCareTeam = async (db: AnyKysely, id: string): Promise<CareTeam> => {
  const row = await tablesOf(db)
    .selectFrom('directory.care_teams')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('care_team_unknown')
  return careTeams.factOf(row)
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
  return rows.map(careTeams.factOf)
}
