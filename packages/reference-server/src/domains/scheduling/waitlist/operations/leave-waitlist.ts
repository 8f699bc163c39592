import { operation } from '../../../../platform/contracts/operation.ts'
import { waitlistChanged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { endEntry } from '../model/waitlist-entry.ts'
import { readEntry, replaceEntry } from '../store/waitlist-entries.ts'
import { endOffer } from '../workflows/end-offer.ts'

/** Idempotent. */
export const leaveWaitlist = operation<SchedulingPorts>()('leaveWaitlist', {
  gather: async ({ path: { entryId } }, { directory, slots }, context) => {
    const entry = await readEntry(context.db, context, entryId)
    await directory.actingFor(context, entry.patientId, 'schedule')
    context.access.touch(entry.patientId)
    return { entry, slots }
  },
  decide: (_, { entry, slots }, { caller }) => {
    const answer = { status: 204 } as const
    const after = endEntry(entry, 'left')
    if (entry.offer !== null)
      return { ...endOffer({ ...entry, offer: entry.offer }, after, 'left', slots, caller.organizationId), answer }
    if (entry.status !== 'waiting') return { answer }
    return { writes: [replaceEntry(after, entry)], events: [waitlistChanged(after)], answer }
  },
})
