import { operation } from '../../../../platform/contracts/operation.ts'
import { presentHold } from '../../kernel/presenters/present-hold.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { listOwnHolds } from '../../kernel/store/holds.ts'

/** The caller's own holds. A hold of a practitioner who has become inactive is not listed: it cannot be booked. */
export const listHolds = operation<SchedulingPorts>()('listHolds', {
  gather: async (_, { slots, policy }, context) => {
    const [calendar, own] = await Promise.all([
      slots.calendar(context),
      listOwnHolds(context.db, context.caller.personId, context.now),
    ])
    return { calendar, policy, own }
  },
  read: async (_, { calendar, policy, own }, { now }) => ({
    status: 200,
    body: {
      items: own.flatMap((hold) => {
        const practitioner = calendar.summary(hold.practitionerId, now)
        return practitioner ? [presentHold(hold, practitioner, policy, calendar.owners(now))] : []
      }),
    },
  }),
})
