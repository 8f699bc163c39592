import type { components } from '@visitkit/contract'
import type { Reach } from '../../../../platform/contracts/access.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import type { SchedulingPolicy } from '../../kernel/model/scheduling-policy.ts'
import { callToBook, notRequested } from '../../problems.ts'

type Schemas = components['schemas']
type VisitType = Pick<Schemas['VisitType'], 'bookingMode' | 'minimumNoticeMinutes'>

type DeclineReason = Schemas['DeclineReason']

/** Whether this caller requests an appointment instead of booking it. Staff book. */
export const isRequest = ({ bookingMode }: Pick<VisitType, 'bookingMode'>, reach: Reach): boolean =>
  reach === 'own' && bookingMode === 'request'

/**
 * The visit type as it is offered to this caller: a time that is requested is far enough ahead for the clinic to answer before the notice
 * begins.
 */
export const offeredTo = <Type extends VisitType>(type: Type, reach: Reach, policy: SchedulingPolicy): Type =>
  isRequest(type, reach) ? { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes + policy.answerMinutes } : type

/**
 * Refuses patients and proxies who have to call the clinic: to hold a time that is only shown, or to book at once (move a visit that was
 * agreed, a series, a place in line) what is only booked on request.
 */
export const requireSelfService = (
  { bookingMode }: Pick<VisitType, 'bookingMode'>,
  reach: Reach,
  booksAtOnce: boolean,
): void => {
  if (reach === 'own' && (bookingMode === 'view' || (booksAtOnce && bookingMode === 'request'))) throw callToBook()
}

/** The appointment as a request: declined after the hours of the policy, and never later than its notice. */
export const requestOf = (
  appointment: Appointment,
  { minimumNoticeMinutes }: VisitType,
  { requestHours }: SchedulingPolicy,
  now: Date,
): Appointment & { readonly answerBy: Date } => {
  const notice = appointment.start.getTime() - minimumNoticeMinutes * 60_000
  return {
    ...appointment,
    status: 'requested',
    answerBy: new Date(Math.min(now.getTime() + requestHours * 3_600_000, notice)),
  }
}

const requireRequested = ({ status }: Appointment): void => {
  if (status !== 'requested') throw notRequested(status)
}

/** Books it. The time in which a patient may undo a booking begins now. */
export const approveRequest = (request: Appointment, now: Date): Appointment => {
  requireRequested(request)
  if (now >= request.start) throw notRequested('begun')
  return { ...request, status: 'booked', answerBy: null, bookedAt: now, version: request.version + 1, updatedAt: now }
}

export const declineRequest = (
  request: Appointment,
  reason: DeclineReason | 'not-answered',
  now: Date,
): Appointment & { readonly cancellationReason: DeclineReason | 'not-answered' } => {
  requireRequested(request)
  return {
    ...request,
    status: 'cancelled',
    cancellationReason: reason,
    answerBy: null,
    sequence: request.sequence + 1,
    version: request.version + 1,
    updatedAt: now,
  }
}

/** The request as declined if no one has answered it in time. Null otherwise. */
export const declineUnanswered = (appointment: Appointment, now: Date): ReturnType<typeof declineRequest> | null =>
  appointment.status === 'requested' && appointment.answerBy !== null && now >= appointment.answerBy
    ? declineRequest(appointment, 'not-answered', now)
    : null
