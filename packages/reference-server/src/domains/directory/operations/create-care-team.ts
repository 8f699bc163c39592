import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DecideContext, WriteContext } from '../../../platform/contracts/context.ts'
import { careTeamChanged } from '../events.ts'
import { careTeams, type CareTeam } from '../store/care-teams.ts'
import { requireColleagues } from '../workflows/require-colleagues.ts'
import { storeInTransaction } from '../workflows/store-in-transaction.ts'

type GivenTeam = components['schemas']['CreateCareTeam'] & { readonly id?: string }

const newTeam = ({ id, name, memberIds, practitionerIds = [] }: GivenTeam, { newId }: Pick<DecideContext, 'newId'>) => {
  const team: CareTeam = {
    id: id ?? newId(),
    name,
    memberIds: [...new Set(memberIds)],
    practitionerIds: [...new Set(practitionerIds)],
    active: true,
    version: 1,
  }
  return { writes: [careTeams.insert(team)], events: [careTeamChanged(team)], answer: team }
}

/** For seeds and imports, which may provide an id (UUID). */
export const addCareTeam = async (context: WriteContext, given: GivenTeam): Promise<CareTeam> => {
  await requireColleagues(context.tx, given)
  return storeInTransaction(context, newTeam(given, context))
}

export const createCareTeam = operation()('createCareTeam', {
  gather: ({ body }, _, { db }) => requireColleagues(db, body),
  decide: ({ body }, _, context) => {
    const { answer: team, ...change } = newTeam(body, context)
    return { ...change, answer: { status: 201, headers: { location: `/v1/care-teams/${team.id}` }, body: team } }
  },
})
