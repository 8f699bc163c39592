import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { noSeat } from '../problems.ts'
import { decideRecordingAnswer } from '../workflows/decide-recording-answer.ts'
import { gatherGuestVisit } from '../workflows/gather-guest-visit.ts'
import { gatherInvited } from '../workflows/notify-guests.ts'

export const answerRecordingAsGuest = operation<VisitsContext>()('answerRecordingAsGuest', {
  gather: async (_, ports, context) => {
    const { seated, ...loaded } = await gatherGuestVisit(ports, context)
    if (seated === null) throw noSeat()
    return { ...loaded, ...seated, guests: await gatherInvited(context.db, [seated.visit]) }
  },
  decide: ({ body }, { visit, seats, guests, present }, { caller }) => {
    const answered = decideRecordingAnswer({ visit, seats, guests }, { ...body, caller })
    const { writes, events } = answered
    return { writes, events, answer: { status: 200, body: present(answered.seats, answered.visit) } }
  },
})
