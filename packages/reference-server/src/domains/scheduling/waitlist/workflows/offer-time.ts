import type { Change } from '../../../../platform/contracts/change.ts'
import { waitlistOffered } from '../../events.ts'
import { takeTime, type BusyRow } from '../../kernel/store/busy.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import type { PlannedOffer } from '../model/plan-offers.ts'
import { occupantOf } from '../model/waitlist-entry.ts'
import { replaceEntry } from '../store/waitlist-entries.ts'

/**
 * Reserves the time for the entry, unless it was taken or the entry has changed: the exclusion constraint and the version decide. Then it is
 * planned again.
 */
export const offerTime = (
  { before, after, range }: PlannedOffer,
  slots: SlotIndex,
  organizationId: string,
  now: Date,
): Change<void> => {
  const { busyId, practitionerId, expiresAt, start: countedAt } = after.offer
  const busy: BusyRow = { id: busyId, practitionerId, ...range, expiresAt, heldBy: null, countedAt }
  return {
    writes: [replaceEntry(after, before), takeTime(busy, now, occupantOf(after))],
    events: [waitlistOffered(after, after.offer)],
    committed: () => slots.apply(organizationId, (calendar) => calendar.addBusy(busy)),
    answer: undefined,
  }
}
