import { operation } from '../../../platform/contracts/operation.ts'
import { timeFaults, type Cover } from '../model/cover.ts'
import type { DirectoryPorts } from '../ports.ts'
import { invalid, requireNoFaults, tooManyCovers } from '../problems.ts'
import { countCover, covers, readCoverCount } from '../store/covers.ts'
import { readMember } from '../store/members.ts'
import { readPractitioner } from '../store/practitioners.ts'
import { startedCover } from '../workflows/started-cover.ts'

/** Needs no approval: care must not wait for a colleague who is away. Everyone concerned can see the cover. */
export const startCover = operation<DirectoryPorts>()('startCover', {
  gather: async ({ body }, { carePolicy }, { db, caller, now }) => {
    if (body.practitionerId === caller.practitionerId)
      throw invalid({ pointer: '/practitionerId', code: 'out_of_range', message: 'Must be a colleague, not yourself.' })
    const kind = body.reason === 'supervision' ? ('supervision' as const) : ('cover' as const)
    const until = new Date(body.until)
    requireNoFaults(timeFaults({ from: now, until }, 'cover', carePolicy, now))
    const [practitioner, member, count] = await Promise.all([
      readPractitioner(db, body.practitionerId),
      readMember(db, caller.personId),
      readCoverCount(db, caller.personId, now),
    ])
    return { kind, until, practitioner, member, count, carePolicy }
  },
  decide: ({ body }, { kind, until, practitioner, member, count, carePolicy }, { now, newId }) => {
    if (count.open >= carePolicy.openCovers) throw tooManyCovers(carePolicy.openCovers)
    const cover: Cover = {
      id: newId(),
      kind,
      practitionerId: practitioner.id,
      coveredBy: member.id,
      reason: body.reason,
      from: now,
      until,
      endedAt: null,
      startedBy: member.id,
    }
    return { ...startedCover(cover, practitioner, member), writes: [countCover(count), covers.insertOnce(cover)] }
  },
})
