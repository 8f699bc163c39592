import type { CallerKind } from '../../../platform/contracts/caller.ts'

/** Numbers that an organization may want otherwise. */
export interface SchedulingPolicy {
  /** How long a hold lasts, and how much one renewal adds. */
  readonly holdMinutes: number
  /** How often one hold may be renewed. */
  readonly holdRenewals: number
  /** How many times one person may hold at once. */
  readonly holdsPerPerson: Readonly<Record<CallerKind, number>>
  /** Check-in opens this long before the start. */
  readonly checkInMinutes: number
  /** An appointment whose patient never checked in counts as missed this long after its end. */
  readonly noShowMinutes: number
}

export const schedulingPolicy: SchedulingPolicy = {
  holdMinutes: 5,
  holdRenewals: 2,
  holdsPerPerson: { patient: 3, proxy: 3, member: 20, service: 200, system: 200 },
  checkInMinutes: 30,
  noShowMinutes: 15,
}
