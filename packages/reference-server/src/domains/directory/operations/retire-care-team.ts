import { operation } from '../../../platform/contracts/operation.ts'
import { careTeamChanged } from '../events.ts'
import { careTeams, readCareTeam } from '../store/care-teams.ts'

/** Idempotent: a retired team stays retired. */
export const retireCareTeam = operation()('retireCareTeam', {
  gather: ({ path }, _, { db }) => readCareTeam(db, path.careTeamId),
  decide: (_, before) => {
    if (!before.active) return { answer: { status: 200, body: before } }
    const after = { ...before, active: false, version: before.version + 1 }
    return {
      writes: [careTeams.replace(after, before)],
      events: [careTeamChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
