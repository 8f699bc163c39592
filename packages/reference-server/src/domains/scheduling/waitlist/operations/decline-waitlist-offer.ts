import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { passOffer, requireOffered } from '../model/waitlist-entry.ts'
import { readEntry } from '../store/waitlist-entries.ts'
import { endOffer } from '../workflows/end-offer.ts'
import { peopleOf, readEntryPresenter } from '../workflows/read-entry-presenter.ts'

export const declineWaitlistOffer = operation<SchedulingPorts>()('declineWaitlistOffer', {
  gather: async ({ path: { entryId } }, ports, context) => {
    const entry = await readEntry(context.db, context, entryId)
    await ports.directory.actingFor(context, entry.patientId, 'schedule')
    const present = await readEntryPresenter(ports, context, peopleOf([entry]))
    return { entry, present, slots: ports.slots, policy: ports.policy.waitlist }
  },
  decide: (_, { entry, present, slots, policy }, { caller, access, now }) => {
    const before = requireOffered(entry, now)
    const after = passOffer(before, policy)
    access.touch(after.patientId)
    return {
      ...endOffer(before, after, 'declined', slots, caller.organizationId),
      answer: { status: 200, body: present(after) },
    }
  },
})
