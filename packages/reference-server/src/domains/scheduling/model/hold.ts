import { holdExpired, renewalsUsedUp } from '../problems.ts'
import type { SchedulingPolicy } from './scheduling-policy.ts'
import type { VisitShape } from './visit-type.ts'

export type HoldState = 'held' | 'released' | 'booked'

/** A short-lived reservation of a time. Its id is also the id of its row in `scheduling.busy`, which the appointment takes over. */
export interface Hold {
  readonly id: string
  readonly visitTypeId: string
  readonly practitionerId: string
  /** The person who holds it. Only they and staff can book, renew or release it. */
  readonly personId: string
  readonly patientId: string | null
  /** Where the patient will be; their home state when null. */
  readonly stateCode: string | null
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date
  readonly renewals: number
  readonly state: HoldState
}

const plusMinutes = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60_000)

/** The practitioner's time for a visit, buffers included. */
export const busyRange = (type: VisitShape, start: Date): { from: Date; to: Date } => ({
  from: plusMinutes(start, -type.bufferBeforeMinutes),
  to: plusMinutes(start, type.minutes + type.bufferAfterMinutes),
})

export const placeHold = (
  request: Pick<Hold, 'id' | 'practitionerId' | 'personId' | 'patientId' | 'stateCode' | 'start'>,
  type: VisitShape,
  policy: SchedulingPolicy,
  now: Date,
): Hold => ({
  ...request,
  visitTypeId: type.id,
  end: plusMinutes(request.start, type.minutes),
  expiresAt: plusMinutes(now, policy.holdMinutes),
  renewals: 0,
  state: 'held',
})

/** A hold expires at exactly `expiresAt`. */
export const isHeld = (hold: Hold, now: Date): boolean => hold.state === 'held' && now < hold.expiresAt

/** Extends from now, so renewing early gains nothing. */
export const renewHold = (hold: Hold, policy: SchedulingPolicy, now: Date): Hold => {
  if (!isHeld(hold, now)) throw holdExpired()
  if (hold.renewals >= policy.holdRenewals) throw renewalsUsedUp()
  return { ...hold, renewals: hold.renewals + 1, expiresAt: plusMinutes(now, policy.holdMinutes) }
}
