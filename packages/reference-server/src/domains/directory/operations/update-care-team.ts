import { operation } from '../../../platform/contracts/operation.ts'
import { careTeamChanged } from '../events.ts'
import { versionConflict } from '../problems.ts'
import { careTeams, readCareTeam, type CareTeam } from '../store/care-teams.ts'
import { requireColleagues } from '../workflows/require-colleagues.ts'

export const updateCareTeam = operation()('updateCareTeam', {
  gather: async ({ path, body }, _, { db }) => {
    const team = await readCareTeam(db, path.careTeamId)
    await requireColleagues(db, body)
    return team
  },
  decide: ({ body: { version, name, memberIds, practitionerIds } }, before) => {
    if (before.version !== version) throw versionConflict()
    const after: CareTeam = {
      ...before,
      name: name ?? before.name,
      memberIds: [...new Set(memberIds ?? before.memberIds)],
      practitionerIds: [...new Set(practitionerIds ?? before.practitionerIds)],
      version: version + 1,
    }
    return {
      writes: [careTeams.replace(after, before)],
      events: [careTeamChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
