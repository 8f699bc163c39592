import { operation } from '../../../platform/contracts/operation.ts'
import { coverEnded } from '../events.ts'
import { endCover as end } from '../model/cover.ts'
import type { DirectoryPorts } from '../ports.ts'
import { notTheirCover } from '../problems.ts'
import { readCover, updateCover } from '../store/covers.ts'
import { presentCover } from '../presenters/present-cover.ts'

export const endCover = operation<DirectoryPorts>()('endCover', {
  keep: async ({ path }, _, { tx, caller, access, now, emit }) => {
    const before = await readCover(tx, path.coverId, 'for-update')
    const isOwnCover = before.coveredBy === caller.personId || before.practitionerId === caller.practitionerId
    if (access.reach !== 'organization' && !isOwnCover) throw notTheirCover()
    const after = { ...before, ...end(before, now) }
    await updateCover(tx, after)
    await emit(coverEnded(after))
    return { status: 200, body: presentCover(after) }
  },
})
