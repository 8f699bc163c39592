import { eventMaker, type EventData } from '../../../platform/contracts/event.ts'
import type { Offer, OfferOutcome, WaitlistEntry } from './model/waitlist-entry.ts'

const waitlistFacts = (entry: WaitlistEntry): EventData['scheduling.waitlist-changed'] => ({
  entryId: entry.id,
  patientId: entry.patientId,
  visitTypeId: entry.visitTypeId,
  status: entry.status,
  version: entry.version,
})
const offerFacts = (entry: WaitlistEntry, offer: Offer): EventData['scheduling.waitlist-offered'] => ({
  ...waitlistFacts(entry),
  practitionerId: offer.practitionerId,
  start: offer.start.toISOString(),
  end: offer.end.toISOString(),
  expiresAt: offer.expiresAt.toISOString(),
})
export const waitlistChanged = eventMaker('scheduling.waitlist-changed', waitlistFacts)
export const waitlistOffered = eventMaker('scheduling.waitlist-offered', offerFacts)
export const waitlistOfferEnded = eventMaker(
  'scheduling.waitlist-offer-ended',
  (after: WaitlistEntry, offer: Offer, outcome: OfferOutcome) => ({ ...offerFacts(after, offer), outcome }),
)
