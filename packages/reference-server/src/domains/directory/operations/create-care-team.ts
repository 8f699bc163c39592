import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { careTeamChanged } from '../events.ts'
import { insertCareTeam, type CareTeam } from '../store/care-teams.ts'
import { requireColleagues } from '../workflows/require-colleagues.ts'

/** Also what a seed or an import does, which may bring an id (UUID) of its own. */
export const addCareTeam = async (
  keeping: Keeping,
  { id, name, memberIds, practitionerIds = [] }: components['schemas']['CreateCareTeam'] & { readonly id?: string },
): Promise<CareTeam> => {
  const team: CareTeam = {
    id: id ?? keeping.newId(),
    name,
    memberIds: [...new Set(memberIds)],
    practitionerIds: [...new Set(practitionerIds)],
    active: true,
    version: 1,
  }
  await requireColleagues(keeping.tx, team)
  await insertCareTeam(keeping.tx, keeping.caller.organizationId, team)
  await keeping.emit(careTeamChanged(team))
  return team
}

export const createCareTeam = operation()('createCareTeam', {
  keep: async ({ body }, _, keeping) => {
    const team = await addCareTeam(keeping, body)
    return { status: 201, headers: { location: `/v1/care-teams/${team.id}` }, body: team }
  },
})
