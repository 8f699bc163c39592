import type { Change } from '../../../../platform/contracts/change.ts'
import { waitlistOfferEnded } from '../../events.ts'
import { releaseTime } from '../../kernel/store/busy.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import type { OfferedEntry, OfferOutcome, WaitlistEntry } from '../model/waitlist-entry.ts'
import { replaceEntry } from '../store/waitlist-entries.ts'

/** An offer ends without an appointment: its time is free for the next in line. */
export const endOffer = (
  before: OfferedEntry,
  after: WaitlistEntry,
  outcome: Exclude<OfferOutcome, 'accepted'>,
  slots: SlotIndex,
  organizationId: string,
): Required<Pick<Change<unknown>, 'writes' | 'events' | 'committed'>> => {
  const { busyId, practitionerId } = before.offer
  return {
    writes: [replaceEntry(after, before), releaseTime(busyId)],
    events: [waitlistOfferEnded(after, before.offer, outcome)],
    committed: () => slots.apply(organizationId, (calendar) => calendar.removeBusy(practitionerId, busyId)),
  }
}
