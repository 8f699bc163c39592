import { operation } from '../../../platform/contracts/operation.ts'
import { careTeamChanged } from '../events.ts'
import { versionConflict } from '../problems.ts'
import { readCareTeam, replaceCareTeam, type CareTeam } from '../store/care-teams.ts'
import { requireColleagues } from '../workflows/require-colleagues.ts'

export const updateCareTeam = operation()('updateCareTeam', {
  keep: async ({ path, body: { version, name, memberIds, practitionerIds } }, _, { tx, emit }) => {
    const before = await readCareTeam(tx, path.careTeamId)
    await requireColleagues(tx, { memberIds, practitionerIds })
    const after: CareTeam = {
      ...before,
      name: name ?? before.name,
      memberIds: [...new Set(memberIds ?? before.memberIds)],
      practitionerIds: [...new Set(practitionerIds ?? before.practitionerIds)],
      version: version + 1,
    }
    if (!(await replaceCareTeam(tx, after))) throw versionConflict()
    await emit(careTeamChanged(after))
    return { status: 200, body: after }
  },
})
