import type { CallerKind } from '../../../../platform/contracts/caller.ts'

/** How many appointments of one patient may be open: booked, and not ended. For those whom patients and proxies book. */
export interface OpenAppointmentLimits {
  readonly perPatient: number
  /** Of one visit type. */
  readonly perVisitType: number
  /** Visit types with another limit than `perVisitType`, by code. */
  readonly visitTypes: Readonly<Record<string, number>>
}

/** Offers of times that became free to patients who wait for one. */
export interface WaitlistPolicy {
  /** An offer lasts this long, or half of the time until the start if that is less. */
  readonly offerMinutes: number
  /** A time that could be offered for less than this is not offered. */
  readonly shortestOfferMinutes: number
  /**
   * Offers begin and end between these times in the patient's zone, `HH:MM`. Outside the quiet hours of notices, so that an offer does not
   * end unseen.
   */
  readonly offerHours: { readonly from: string; readonly to: string }
  /** Maximum number of open entries of one patient. */
  readonly entriesPerPatient: number
  /** An entry leaves the line when this many offers have ended without an acceptance. */
  readonly offersPerEntry: number
}

/** Settings that an organization can change; defaults in `packs/policy/scheduling.json`. */
export interface SchedulingPolicy {
  /** Lifetime of a hold, and the extension of one renewal. */
  readonly holdMinutes: number
  /** Maximum number of renewals of one hold. */
  readonly holdRenewals: number
  /** How long a hold lasts after its page was closed. A page that is reloaded renews it. */
  readonly leftHoldSeconds: number
  /** What a search offered can be held this long, although the notice of the visit type has passed. */
  readonly offerMinutes: number
  /** A patient can cancel or reschedule this long after booking, whatever the notice of the visit type, until the start. */
  readonly changeGraceMinutes: number
  /** Maximum number of concurrent holds of one person. */
  readonly holdsPerPerson: Readonly<Record<CallerKind, number>>
  /** The limit instead of `holdsPerPerson`, if it is lower, for holds that are placed together: a family in a row. All holds count. */
  readonly holdsTogether: number
  readonly openAppointments: OpenAppointmentLimits
  readonly waitlist: WaitlistPolicy
  readonly onDemand: {
    /** A request expires this long after it was made or renewed. */
    readonly renewMinutes: number
    /** The waiting time is estimated from what was taken this long ago. */
    readonly paceMinutes: number
  }
  /** A request of a patient is declined this long after it was made, if no one has answered. */
  readonly requestHours: number
  /** A time can be requested only if the clinic has at least this long to answer, before the notice of the visit type begins. */
  readonly answerMinutes: number
  /** Places on the waitlist and on-demand requests are deleted this long after they were made. None lasts that long. */
  readonly queueRetentionDays: number
  /** Check-in opens this long before the start. */
  readonly checkInMinutes: number
  /** An appointment whose patient never checked in is marked as missed this long after its end. */
  readonly noShowMinutes: number
}

/** Throws on limits with which no one could book. */
export const requireValidSchedulingPolicy = (policy: SchedulingPolicy): SchedulingPolicy => {
  const { perPatient, perVisitType, visitTypes } = policy.openAppointments
  if (![perPatient, perVisitType, ...Object.values(visitTypes)].every((limit) => Number.isInteger(limit) && limit > 0))
    throw new Error('Scheduling policy: a limit of open appointments is a whole number of at least 1.')
  const { offerMinutes, shortestOfferMinutes, entriesPerPatient, offersPerEntry } = policy.waitlist
  if (![shortestOfferMinutes, entriesPerPatient, offersPerEntry].every((limit) => limit > 0))
    throw new Error('Scheduling policy: the limits of the waitlist are greater than 0.')
  if (offerMinutes < shortestOfferMinutes)
    throw new Error('Scheduling policy: an offer lasts at least as long as the shortest one.')
  return policy
}
