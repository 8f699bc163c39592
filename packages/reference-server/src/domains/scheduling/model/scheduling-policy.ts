import type { CallerKind } from '../../../platform/contracts/caller.ts'

/** Settings that an organization can change. */
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
  /** Check-in opens this long before the start. */
  readonly checkInMinutes: number
  /** An appointment whose patient never checked in is marked as missed this long after its end. */
  readonly noShowMinutes: number
}

export const schedulingPolicy: SchedulingPolicy = {
  holdMinutes: 5,
  holdRenewals: 2,
  leftHoldSeconds: 30,
  offerMinutes: 2,
  changeGraceMinutes: 15,
  holdsPerPerson: { patient: 3, proxy: 3, member: 20, service: 200, system: 200 },
  checkInMinutes: 30,
  noShowMinutes: 15,
}
