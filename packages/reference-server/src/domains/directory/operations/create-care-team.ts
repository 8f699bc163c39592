import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { careTeamChanged } from '../events.ts'
import { insertCareTeam, type CareTeam } from '../store/care-teams.ts'
import { requireColleagues } from '../workflows/require-colleagues.ts'

/** Also used by seeds and imports, which may provide an id (UUID). */
export const addCareTeam = async (
  context: WriteContext,
  { id, name, memberIds, practitionerIds = [] }: components['schemas']['CreateCareTeam'] & { readonly id?: string },
): Promise<CareTeam> => {
  const team: CareTeam = {
    id: id ?? context.newId(),
    name,
    memberIds: [...new Set(memberIds)],
    practitionerIds: [...new Set(practitionerIds)],
    active: true,
    version: 1,
  }
  await requireColleagues(context.tx, team)
  await insertCareTeam(context.tx, context.caller.organizationId, team)
  await context.emit(careTeamChanged(team))
  return team
}

export const createCareTeam = operation()('createCareTeam', {
  keep: async ({ body }, _, context) => {
    const team = await addCareTeam(context, body)
    return { status: 201, headers: { location: `/v1/care-teams/${team.id}` }, body: team }
  },
})
