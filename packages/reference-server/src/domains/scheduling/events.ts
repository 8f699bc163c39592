import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { Appointment } from './kernel/model/appointment.ts'
import type { Hold } from './kernel/model/hold.ts'
import type { Resource } from './kernel/store/resources.ts'
import type { VisitType } from './kernel/store/visit-types.ts'

const appointmentFacts = (appointment: Appointment): EventData['scheduling.appointment-booked'] => ({
  appointmentId: appointment.id,
  patientId: appointment.patientId,
  practitionerId: appointment.practitionerId,
  visitTypeId: appointment.visitTypeId,
  start: appointment.start.toISOString(),
  end: appointment.end.toISOString(),
  status: appointment.status,
  version: appointment.version,
})

export const appointmentBooked = eventMaker('scheduling.appointment-booked', appointmentFacts)
export const appointmentRequested = eventMaker(
  'scheduling.appointment-requested',
  (request: Appointment & { readonly answerBy: Date }) => ({
    ...appointmentFacts(request),
    answerBy: request.answerBy.toISOString(),
  }),
)
export const appointmentApproved = eventMaker('scheduling.appointment-approved', appointmentFacts)

type DeclinedBecause = EventData['scheduling.appointment-declined']['reason']
export const appointmentDeclined = eventMaker(
  'scheduling.appointment-declined',
  (request: Appointment & { readonly cancellationReason: DeclinedBecause }) => ({
    ...appointmentFacts(request),
    reason: request.cancellationReason,
  }),
)
export const appointmentRescheduled = eventMaker(
  'scheduling.appointment-rescheduled',
  (before: Appointment, after: Appointment) => ({
    ...appointmentFacts(after),
    previousStart: before.start.toISOString(),
    previousPractitionerId: before.practitionerId,
  }),
)
export const appointmentReasonChanged = eventMaker('scheduling.appointment-reason-changed', appointmentFacts)

type CancelledBecause = EventData['scheduling.appointment-cancelled']['reason']
export const appointmentCancelled = eventMaker(
  'scheduling.appointment-cancelled',
  (appointment: Appointment & { readonly cancellationReason: CancelledBecause }) => ({
    ...appointmentFacts(appointment),
    reason: appointment.cancellationReason,
  }),
)
export const appointmentProgressed = eventMaker('scheduling.appointment-progressed', appointmentFacts)
export const appointmentMissed = eventMaker('scheduling.appointment-missed', appointmentFacts)

/** Why an appointment is flagged. */
export type Flag =
  | {
      readonly reason: 'consent-revoked'
      readonly purpose: NonNullable<EventData['scheduling.appointment-flagged']['purpose']>
    }
  | { readonly reason: 'unsupported'; readonly isRepeated: boolean }
export const appointmentFlagged = eventMaker(
  'scheduling.appointment-flagged',
  (appointment: Pick<Appointment, 'id' | 'patientId' | 'practitionerId' | 'start'>, flag: Flag) => ({
    appointmentId: appointment.id,
    patientId: appointment.patientId,
    practitionerId: appointment.practitionerId,
    start: appointment.start.toISOString(),
    reason: flag.reason,
    purpose: flag.reason === 'consent-revoked' ? flag.purpose : null,
    isRepeated: flag.reason === 'unsupported' && flag.isRepeated,
  }),
)
type ConsentDecided = Pick<EventData['scheduling.appointment-consent-decided'], 'purpose' | 'decision'>
export const appointmentConsentDecided = eventMaker(
  'scheduling.appointment-consent-decided',
  (
    { id, patientId, practitionerId, start }: Pick<Appointment, 'id' | 'patientId' | 'practitionerId' | 'start'>,
    { purpose, decision }: ConsentDecided,
  ) => ({ appointmentId: id, patientId, practitionerId, start: start.toISOString(), purpose, decision }),
)
export const appointmentSupported = eventMaker('scheduling.appointment-supported', appointmentFacts)

/** Whose booked appointments are checked; absent or null for all. */
export interface CheckedScope {
  /** Of a practitioner or a resource. */
  readonly ownerId?: string | null
  readonly visitTypeId?: string | null
  /** Dates of birth are read too. */
  readonly checksAges?: boolean
}

const heldSlot = (hold: Hold): EventData['scheduling.hold-placed'] => ({
  holdId: hold.id,
  practitionerId: hold.practitionerId,
  visitTypeId: hold.visitTypeId,
  start: hold.start.toISOString(),
  end: hold.end.toISOString(),
})
export const holdPlaced = eventMaker('scheduling.hold-placed', heldSlot)
export const holdReleased = eventMaker('scheduling.hold-released', heldSlot)

export const availabilityChanged = eventMaker(
  'scheduling.availability-changed',
  (practitionerId: string, version: number) => ({ practitionerId, version }),
)
export const closuresChanged = eventMaker('scheduling.closures-changed', (version: number) => ({ version }))
export const supportCheckContinued = eventMaker(
  'scheduling.support-check-continued',
  (
    { ownerId = null, visitTypeId = null, checksAges = false }: CheckedScope,
    after: Pick<Appointment, 'id' | 'start'>,
  ) => ({
    ownerId,
    visitTypeId,
    checksAges,
    afterStart: after.start.toISOString(),
    afterAppointmentId: after.id,
  }),
)
export const resourceChanged = eventMaker(
  'scheduling.resource-changed',
  ({ id, kind, active, version }: Pick<Resource, 'id' | 'kind' | 'active' | 'version'>) => ({
    resourceId: id,
    kind,
    active,
    version,
  }),
)
export const visitTypeChanged = eventMaker(
  'scheduling.visit-type-changed',
  (
    { id, specialty, active, version }: Pick<VisitType, 'id' | 'specialty' | 'active' | 'version'>,
    agesChanged: boolean,
  ) => ({
    visitTypeId: id,
    specialty,
    active,
    agesChanged,
    version,
  }),
)
export const visitTypeCreated = eventMaker(
  'scheduling.visit-type-created',
  ({ id, specialty }: { readonly id: string; readonly specialty: string }) => ({ visitTypeId: id, specialty }),
)

type WaitlistFacts = EventData['scheduling.waitlist-changed']
type Entry = { readonly id: string } & Readonly<Omit<WaitlistFacts, 'entryId'>>
interface OfferedTime {
  readonly practitionerId: string
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date
}
const waitlistFacts = (entry: Entry): WaitlistFacts => ({
  entryId: entry.id,
  patientId: entry.patientId,
  visitTypeId: entry.visitTypeId,
  status: entry.status,
  version: entry.version,
})
const offerFacts = (entry: Entry, offer: OfferedTime): EventData['scheduling.waitlist-offered'] => ({
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
  (after: Entry, offer: OfferedTime, outcome: EventData['scheduling.waitlist-offer-ended']['outcome']) => ({
    ...offerFacts(after, offer),
    outcome,
  }),
)

type OnDemand = { readonly id: string } & Readonly<Omit<EventData['scheduling.on-demand-changed'], 'requestId'>>
export const onDemandChanged = eventMaker('scheduling.on-demand-changed', (request: OnDemand) => ({
  requestId: request.id,
  patientId: request.patientId,
  visitTypeId: request.visitTypeId,
  practitionerId: request.practitionerId,
  status: request.status,
  version: request.version,
}))
