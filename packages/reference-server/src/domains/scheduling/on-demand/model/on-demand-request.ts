import type { components } from '@visitkit/contract'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { sliceMs } from '../../kernel/model/slice.ts'
import { requestEnded } from './on-demand-problems.ts'

export type OnDemandStatus = components['schemas']['OnDemandStatus']

/** A patient who waits for the next free practitioner. */
export interface OnDemandRequest {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  /** Of the visit type. With the state it decides who competes for a place. */
  readonly specialty: string
  readonly stateCode: string
  readonly language: string | null
  readonly status: OnDemandStatus
  readonly requestedAt: Date
  /** It expires unless it is renewed before. */
  readonly renewBy: Date
  readonly takenAt: Date | null
  readonly practitionerId: string | null
  readonly appointmentId: string | null
  readonly version: number
}

const plusMinutes = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60_000)

export const enterQueue = (
  id: string,
  asked: Pick<OnDemandRequest, 'patientId' | 'visitTypeId' | 'specialty' | 'stateCode' | 'language'>,
  renewMinutes: number,
  now: Date,
): OnDemandRequest => ({
  id,
  ...asked,
  status: 'waiting',
  requestedAt: now,
  renewBy: plusMinutes(now, renewMinutes),
  takenAt: null,
  practitionerId: null,
  appointmentId: null,
  version: 1,
})

/** Refuses a request that is over. One whose time to renew has passed is over at that moment, whether or not the timer has run. */
export const requireWaiting = (request: OnDemandRequest, now: Date): void => {
  if (request.status !== 'waiting') throw requestEnded(request.status)
  if (now >= request.renewBy) throw requestEnded('expired')
}

export const renewRequest = (request: OnDemandRequest, renewMinutes: number, now: Date): OnDemandRequest => {
  requireWaiting(request, now)
  return { ...request, renewBy: plusMinutes(now, renewMinutes), version: request.version + 1 }
}

export const endRequest = (request: OnDemandRequest, status: 'cancelled' | 'expired'): OnDemandRequest => ({
  ...request,
  status,
  version: request.version + 1,
})

/** The visit begins with the next five minutes of the clock. */
export const nextStart = (now: Date): Date => new Date(Math.ceil(now.getTime() / sliceMs) * sliceMs)

/** The appointment with the practitioner who takes the request. `id` is also that of its busy time. */
export const takeRequest = (
  request: OnDemandRequest,
  { id, practitionerId, minutes }: { readonly id: string; readonly practitionerId: string; readonly minutes: number },
  now: Date,
): { readonly request: OnDemandRequest; readonly appointment: Appointment } => {
  requireWaiting(request, now)
  const start = nextStart(now)
  return {
    request: {
      ...request,
      status: 'taken',
      takenAt: now,
      practitionerId,
      appointmentId: id,
      version: request.version + 1,
    },
    appointment: {
      id,
      patientId: request.patientId,
      practitionerId,
      visitTypeId: request.visitTypeId,
      busyId: id,
      start,
      end: plusMinutes(start, minutes),
      status: 'booked',
      cancellationReason: null,
      sequence: 0,
      version: 1,
      updatedAt: now,
      stateCode: request.stateCode,
      bookedAt: now,
      // The practitioner takes it now, whatever their hours.
      acceptedReasons: ['outside-hours', 'time-off', 'closed'],
      unsupportedReasons: [],
      overridden: false,
      claims: [],
      claimOwners: [],
      seriesId: null,
      answerBy: null,
      // A visit that others may not learn of has no line: a visit type is one or the other.
      sensitivity: null,
      consentedByMinor: false,
    },
  }
}
