import { operation } from '../../../platform/contracts/operation.ts'
import { timeFaults, type Cover } from '../model/cover.ts'
import type { DirectoryPorts } from '../ports.ts'
import { invalid, notTheirCover, requireNoFaults } from '../problems.ts'
import { findMember } from '../store/members.ts'
import { readPractitioner } from '../store/practitioners.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { startedCover } from '../workflows/started-cover.ts'

/** By the practitioner whose work it is, or by an administrator. A colleague who covers cannot pass the work on. */
export const handOver = operation<DirectoryPorts>()('handOver', {
  gather: async ({ path, body }, { carePolicy }, { db, caller, access, now }) => {
    const practitioner = await readPractitioner(db, path.practitionerId)
    if (access.reach !== 'organization' && caller.practitionerId !== practitioner.id) throw notTheirCover()
    const kind = body.kind ?? ('hand-over' as const)
    const from = body.from === undefined ? now : new Date(body.from)
    const until = new Date(body.until)
    requireNoFaults(timeFaults({ from, until }, kind, carePolicy, now))
    const member = isUuid(body.toMemberId) ? await findMember(db, body.toMemberId) : null
    if (member?.status !== 'active' || member.id === practitioner.memberId)
      throw invalid({
        pointer: '/toMemberId',
        code: 'unknown',
        message: 'Must be an active member, and another than the practitioner.',
      })
    return { practitioner, member, kind, from, until }
  },
  decide: ({ body }, { practitioner, member, kind, from, until }, { caller, newId }) => {
    const cover: Cover = {
      id: newId(),
      kind,
      practitionerId: practitioner.id,
      coveredBy: member.id,
      reason: body.reason,
      from,
      until,
      endedAt: null,
      startedBy: caller.personId,
    }
    return startedCover(cover, practitioner, member)
  },
})
