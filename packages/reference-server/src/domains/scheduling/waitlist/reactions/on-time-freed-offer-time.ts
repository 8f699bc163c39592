import { nothingToDo, onEvents, type EventPage } from '../../../../platform/contracts/reaction.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { offerTime } from '../workflows/offer-time.ts'
import { planFreeTimes, type OfferScope } from '../workflows/plan-free-times.ts'

type Freed =
  | 'scheduling.appointment-cancelled'
  | 'scheduling.appointment-rescheduled'
  | 'scheduling.availability-changed'
  | 'scheduling.waitlist-offered'
  | 'scheduling.waitlist-offer-ended'
  | 'scheduling.waitlist-changed'

/** The practitioners with free time, and the visits for which a patient has joined the line. */
const scopeOf = (page: EventPage<Freed>): OfferScope => {
  const practitionerIds = new Set<string>()
  const visitTypeIds = new Set<string>()
  for (const { type, data } of page) {
    if (type === 'scheduling.waitlist-changed') {
      if (data.status === 'waiting') visitTypeIds.add(data.visitTypeId)
    } else
      practitionerIds.add(
        type === 'scheduling.appointment-rescheduled' ? data.previousPractitionerId : data.practitionerId,
      )
  }
  return {
    includes: (practitionerId, visitTypeId) => practitionerIds.has(practitionerId) || visitTypeIds.has(visitTypeId),
  }
}

/**
 * Offers free time to the first in line whom it suits, as soon as an appointment leaves it, an offer ends or hours change. One plan for the
 * page, so that no entry is planned twice; each event carries one offer. An offer is an event as well: what it leaves of a long time is
 * offered next. What this misses, `refill-waitlist` finds.
 */
export const onTimeFreedOfferTime = onEvents<SchedulingPorts>()(
  [
    'scheduling.appointment-cancelled',
    'scheduling.appointment-rescheduled',
    'scheduling.availability-changed',
    'scheduling.waitlist-offered',
    'scheduling.waitlist-offer-ended',
    'scheduling.waitlist-changed',
  ],
  'scheduling.offer-time-on-time-freed',
  {
    gather: async (page, ports, context) => {
      for await (const offers of planFreeTimes(ports, context, scopeOf(page)))
        return {
          offerOf: new Map(page.flatMap(({ id }, place) => (offers[place] ? [[id, offers[place]] as const] : []))),
          slots: ports.slots,
        }
      return nothingToDo
    },
    decide: ({ id }, { offerOf, slots }, { caller, now }) => {
      const offer = offerOf.get(id)
      return offer === undefined ? nothingToDo : offerTime(offer, slots, caller.organizationId, now)
    },
  },
)
