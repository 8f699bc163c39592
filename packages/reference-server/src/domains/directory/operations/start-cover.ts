import { operation } from '../../../platform/contracts/operation.ts'
import { coverStarted } from '../events.ts'
import { timeFaults, type Cover } from '../model/cover.ts'
import type { DirectoryPorts } from '../ports.ts'
import { coverExists, invalid, requireNoFaults, tooManyCovers } from '../problems.ts'
import { countOpenCovers, insertCover } from '../store/covers.ts'
import { readMember } from '../store/members.ts'
import { readPractitioner } from '../store/practitioners.ts'
import { presentCover } from '../presenters/present-cover.ts'

/** Needs no approval: care must not wait for a colleague who is away. Everyone concerned can see the cover. */
export const startCover = operation<DirectoryPorts>()('startCover', {
  gather: async ({ body }, { carePolicy }, { db, caller, now }) => {
    if (body.practitionerId === caller.practitionerId)
      throw invalid({ pointer: '/practitionerId', code: 'out_of_range', message: 'Must be a colleague, not yourself.' })
    const kind = body.reason === 'supervision' ? ('supervision' as const) : ('cover' as const)
    const until = new Date(body.until)
    requireNoFaults(timeFaults({ from: now, until }, 'cover', carePolicy, now))
    const [practitioner, member] = await Promise.all([
      readPractitioner(db, body.practitionerId),
      readMember(db, caller.personId),
    ])
    return { kind, until, practitioner, member, carePolicy }
  },
  keep: async ({ body }, { kind, until, practitioner, member, carePolicy }, context) => {
    const { tx, caller, now, emit } = context
    if ((await countOpenCovers(tx, member.id, now)) >= carePolicy.openCovers) throw tooManyCovers(carePolicy.openCovers)
    const cover: Cover = {
      id: context.newId(),
      kind,
      practitionerId: practitioner.id,
      coveredBy: member.id,
      reason: body.reason,
      from: now,
      until,
      endedAt: null,
      startedBy: member.id,
    }
    if (!(await insertCover(tx, caller.organizationId, cover))) throw coverExists()
    await emit(coverStarted(cover))
    const named = { ...cover, practitionerName: practitioner.displayName, coveredByName: member.displayName }
    return { status: 201, headers: { location: `/v1/covers/${cover.id}` }, body: presentCover(named) }
  },
})
