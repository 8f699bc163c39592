import type { Appointment } from '../../kernel/model/appointment.ts'
import { changeableUntil, changeTerms } from '../../kernel/model/appointment.ts'
import { busyRange } from '../../kernel/model/hold.ts'
import type { SchedulingPolicy } from '../../kernel/model/scheduling-policy.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import { horizonEnd, type Period } from '../../kernel/model/start-bounds.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import { findFittingTime, type PlannedTime } from './find-fitting-time.ts'
import { isReachable, offerExpiry } from './offer-expiry.ts'
import { withOffer, type OfferedEntry, type WaitlistEntry } from './waitlist-entry.ts'
import type { WallClock } from './wall-clock.ts'

const minuteMs = 60_000

export type WaitlistVisitType = VisitShape & { readonly cancellationNoticeMinutes: number }

/** The calendar at the moment of the plan. */
export interface PlanningFacts {
  readonly typeOf: (visitTypeId: string) => WaitlistVisitType | undefined
  /** Practitioners whose time may be offered for a visit type. */
  readonly candidatesFor: (type: VisitShape) => readonly Candidate[]
  /** The organization's zone. */
  readonly zone: string
  readonly clock: WallClock
  readonly policy: SchedulingPolicy
  readonly now: Date
  readonly newId: () => string
}

/** What is known of the patients of these entries. */
export interface WaitingPatients {
  /** Visits of a patient to come, and the times that they are offered. */
  readonly visitsOf: (patientId: string, exceptAppointmentId: string | null) => readonly Period[]
  readonly appointmentOf: (appointmentId: string) => Appointment | undefined
}

export interface PlannedOffer {
  readonly before: WaitlistEntry
  readonly after: OfferedEntry
  /** The practitioner's time, buffers included. */
  readonly range: { readonly from: Date; readonly to: Date }
}

/** Offers for these entries, in their order. What one is offered is not offered to the next. Adds to `planned`. */
export const planOffers = (
  entries: readonly WaitlistEntry[],
  patients: WaitingPatients,
  facts: PlanningFacts,
  planned: PlannedTime[],
): readonly PlannedOffer[] => {
  const offers: PlannedOffer[] = []
  /** Also those of this plan. */
  const offered = new Map<string, Period[]>()
  for (const entry of entries) {
    const mine = offered.get(entry.patientId) ?? []
    const offer = planOffer(entry, patients, mine, facts, planned)
    if (offer === null) continue
    const { practitionerId, start, end } = offer.after.offer
    planned.push({ practitionerId, from: offer.range.from.getTime(), to: offer.range.to.getTime() })
    offered.set(entry.patientId, [...mine, { from: start.getTime(), to: end.getTime() }])
    offers.push(offer)
  }
  return offers
}

const planOffer = (
  entry: WaitlistEntry,
  { visitsOf, appointmentOf }: WaitingPatients,
  alsoOffered: readonly Period[],
  { typeOf, candidatesFor, zone, clock, policy, now, newId }: PlanningFacts,
  planned: readonly PlannedTime[],
): PlannedOffer | null => {
  const type = typeOf(entry.visitTypeId)
  if (!type) return null
  const moved = entry.appointmentId === null ? null : appointmentOf(entry.appointmentId)
  if (moved === undefined || (moved && moved.status !== 'booked')) return null
  const latest = moved ? changeableUntil(moved, changeTerms(type, policy, 'own')).getTime() : Infinity
  const { waitlist } = policy
  const found = findFittingTime({
    entry,
    type,
    candidates: candidatesFor(type),
    zone,
    clock,
    now: now.getTime(),
    from: Math.max(entry.from.getTime(), now.getTime() + 2 * waitlist.shortestOfferMinutes * minuteMs),
    to: Math.min(entry.to.getTime(), horizonEnd(type, zone, now.getTime()), moved ? moved.start.getTime() : Infinity),
    otherVisits: [...visitsOf(entry.patientId, entry.appointmentId), ...alsoOffered],
    except: moved ? new Set([moved.busyId]) : new Set(),
    planned,
  })
  if (found === null) return null
  const expiresAt = offerExpiry(found.start, now, waitlist, latest)
  if (expiresAt === null || !isReachable(now, expiresAt, entry.zone, waitlist)) return null
  const start = new Date(found.start)
  const after = withOffer(entry, {
    busyId: newId(),
    practitionerId: found.practitionerId,
    start,
    end: new Date(found.start + type.minutes * minuteMs),
    expiresAt,
  })
  return { before: entry, after, range: busyRange(type, start) }
}
