import { operation } from '../../../platform/contracts/operation.ts'
import { coverEnded } from '../events.ts'
import { endCover as end } from '../model/cover.ts'
import { notTheirCover } from '../problems.ts'
import { covers, readCover } from '../store/covers.ts'
import { presentCover } from '../presenters/present-cover.ts'

export const endCover = operation()('endCover', {
  gather: ({ path }, _, { db }) => readCover(db, path.coverId),
  decide: (_, before, { caller, access, now }) => {
    const isOwnCover = before.coveredBy === caller.personId || before.practitionerId === caller.practitionerId
    if (access.reach !== 'organization' && !isOwnCover) throw notTheirCover()
    const after = { ...before, ...end(before, now) }
    return {
      writes: [covers.replace(after, before)],
      events: [coverEnded(after)],
      answer: { status: 200, body: presentCover(after) },
    }
  },
})
