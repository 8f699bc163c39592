import { operation } from '../../../platform/contracts/operation.ts'
import { careTeamChanged } from '../events.ts'
import { versionConflict } from '../problems.ts'
import { readCareTeam, replaceCareTeam } from '../store/care-teams.ts'

/** Idempotent: a retired team stays retired. */
export const retireCareTeam = operation()('retireCareTeam', {
  keep: async ({ path }, _, { tx, emit }) => {
    const before = await readCareTeam(tx, path.careTeamId)
    if (!before.active) return { status: 200, body: before }
    const after = { ...before, active: false, version: before.version + 1 }
    if (!(await replaceCareTeam(tx, after))) throw versionConflict()
    await emit(careTeamChanged(after))
    return { status: 200, body: after }
  },
})
