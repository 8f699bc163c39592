import { operation } from '../../../platform/contracts/operation.ts'
import { requestChanged } from '../events.ts'
import { recordNotification } from '../model/pass-on-correction.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'
import { dayIn } from '../workflows/day-in.ts'
import { gatherNames, membersOf } from '../workflows/gather-names.ts'

export const recordCorrectionNotification = operation<RightsPorts>()('recordCorrectionNotification', {
  gather: async ({ path }, ports, context) => {
    const before = await readRequest(context.db, context, path.requestId)
    const [from, today, nameOf] = await Promise.all([
      dayIn(ports, context, before.decidedAt ?? before.askedAt),
      dayIn(ports, context, context.now),
      gatherNames(ports, context, [...membersOf(before), context.caller.personId]),
    ])
    return { before, from, today, nameOf }
  },
  decide: ({ path, body }, { before, from, today, nameOf }, { access, caller }) => {
    const after = recordNotification(before, path.recipientId, body, { byId: caller.personId, from, today })
    return {
      writes: [replaceRequest(after, before)],
      events: [requestChanged(after)],
      answer: { status: 200, body: presentRequest(after, { nameOf, access }) },
    }
  },
})
