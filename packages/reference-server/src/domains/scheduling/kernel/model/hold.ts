import { alreadyBooked, holdExpired, renewalsUsedUp } from '../../problems.ts'
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
  /** A language that the practitioner must speak. */
  readonly language: string | null
  /** The appointment that can be rescheduled to this time, and nothing else. */
  readonly appointmentId: string | null
  /** Of its busy time, until it is booked: busy times of one occupant may overlap. */
  readonly occupant: string
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date
  readonly renewals: number
  readonly state: HoldState
  /** When it would have expired, if its page was left. */
  readonly leftFrom: Date | null
  /** Staff lifted the rules of booking for it. The reason is stored with it, encrypted. */
  readonly overridden: boolean
  /** The rows of `scheduling.busy` of resources and further practitioners. */
  readonly claims: readonly string[]
  /** Whose time they are, in the same order. */
  readonly claimOwners: readonly string[]
  /** In a group visit. */
  readonly seat: number | null
  readonly interpreterLanguage: string | null
}

const plusMinutes = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60_000)

/** The practitioner's time for a visit, buffers included. */
export const busyRange = (type: VisitShape, start: Date): { from: Date; to: Date } => ({
  from: plusMinutes(start, -type.bufferBeforeMinutes),
  to: plusMinutes(start, type.minutes + type.bufferAfterMinutes),
})

export const placeHold = (
  request: Pick<
    Hold,
    | 'id'
    | 'practitionerId'
    | 'personId'
    | 'patientId'
    | 'stateCode'
    | 'language'
    | 'appointmentId'
    | 'occupant'
    | 'start'
    | 'overridden'
    | 'claims'
    | 'claimOwners'
    | 'seat'
    | 'interpreterLanguage'
  >,
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
  leftFrom: null,
})

/** Those of these holds whose time, buffers included, overlaps a period of this practitioner. */
export const overlappingHolds = (
  holds: readonly Hold[],
  practitionerId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
  typeOf: (visitTypeId: string) => VisitShape | undefined,
): readonly Hold[] =>
  holds.filter((hold) => {
    const type = typeOf(hold.visitTypeId)
    if (hold.practitionerId !== practitionerId || type === undefined) return false
    const busy = busyRange(type, hold.start)
    return busy.from < to && from < busy.to
  })

/**
 * As `overlappingHolds`, and those whose resources could be in the way: of a visit that takes more than its practitioner, each hold of
 * another practitioner that takes more too.
 */
export const overlappingClaims: typeof overlappingHolds = (holds, practitionerId, range, typeOf) =>
  holds.filter((hold) => {
    const whose = hold.claims.length > 0 ? hold.practitionerId : practitionerId
    return overlappingHolds([hold], whose, range, typeOf).length > 0
  })

/** The occupant of its times once it is booked: the appointment, or the group visit in which it has a seat. */
export const occupantOf = ({ seat, occupant }: Hold, appointmentId: string): string =>
  seat === null ? appointmentId : occupant

/** A hold expires at exactly `expiresAt`. */
export const isHeld = (hold: Hold, now: Date): boolean => hold.state === 'held' && now < hold.expiresAt

/** Refuses a hold that can no longer be booked, and says whether that is because it has been. */
export const requireHeld = (hold: Hold, now: Date): void => {
  if (hold.state === 'booked') throw alreadyBooked()
  if (!isHeld(hold, now)) throw holdExpired()
}

/** Extends from now, so renewing early gains nothing. A hold that was left has its time back. */
export const renewHold = (hold: Hold, policy: SchedulingPolicy, now: Date): Hold => {
  requireHeld(hold, now)
  if (hold.leftFrom !== null) return { ...hold, expiresAt: hold.leftFrom, leftFrom: null }
  if (hold.renewals >= policy.holdRenewals) throw renewalsUsedUp()
  return { ...hold, renewals: hold.renewals + 1, expiresAt: plusMinutes(now, policy.holdMinutes) }
}

/** The page of a hold was closed, or is reloaded: the hold ends soon. Null if nothing changes. */
export const leaveHold = (hold: Hold, policy: SchedulingPolicy, now: Date): Hold | null => {
  const expiresAt = new Date(now.getTime() + policy.leftHoldSeconds * 1000)
  if (!isHeld(hold, now) || hold.leftFrom !== null || hold.expiresAt <= expiresAt) return null
  return { ...hold, expiresAt, leftFrom: hold.expiresAt }
}
