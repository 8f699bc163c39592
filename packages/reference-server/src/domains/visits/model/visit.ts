import type { components } from '@visitkit/contract'
import { consentMissing, notLicensed, notWaiting, visitEnded } from '../problems.ts'

type Schemas = components['schemas']
export type VisitStatus = Schemas['VisitStatus']
export type VisitOutcome = Schemas['VisitOutcome']
export type VideoVendor = Schemas['VideoVendor']
export type Modality = Schemas['Modality']
export type ConsentPurpose = Schemas['ConsentPurpose']
export type DeviceCheck = Schemas['DeviceCheck']
export type CheckIn = Schemas['CheckIn']
export type ConsentUse = Schemas['ConsentUse']

/** Where the patient was reported to be, when, and by whom. */
export interface ReportedLocation extends CheckIn {
  /** RFC 3339. */
  readonly at: string
  readonly byKind: 'patient' | 'proxy' | 'member'
  readonly byId: string
}

/** The PHI of a visit, encrypted as one value. */
export interface VisitDetails {
  readonly visitTypeName: Schemas['LocalizedText'][]
  /** Absent in visits that were stored before this property existed. */
  readonly visitType?: { readonly code: string; readonly specialty: string }
  /** Oldest first; the last one is current. Earlier ones are evidence of what was known when. */
  readonly locations: readonly [ReportedLocation, ...ReportedLocation[]]
}

/** The room of this visit only, as the vendor returned it. */
export interface Room {
  readonly vendorRoomId: string
  readonly url: string | null
  readonly closesAt: Date
  readonly endsBy: 'vendor' | 'disconnect' | 'token' | 'server'
}

/** A visit without its encrypted details, which is enough for queues, jobs and events. */
export interface VisitFacts {
  readonly id: string
  readonly appointmentId: string
  readonly patientId: string
  /** The practitioner in whose queue the patient waits. */
  readonly practitionerId: string
  /** Who admitted the patient: the practitioner, a member of their care team, or a colleague who covers. */
  readonly seenBy: string | null
  readonly status: VisitStatus
  readonly modality: Modality
  readonly vendor: VideoVendor
  readonly appointmentStart: Date
  readonly appointmentEnd: Date
  /** From the visit type at check-in, like the next two. */
  readonly requiredConsents: readonly ConsentPurpose[]
  readonly licenseRequired: boolean
  readonly questionnaires: readonly string[]
  /** Required consents that were revoked since check-in. While there is one, no one has a seat. */
  readonly stoppedFor: readonly ConsentPurpose[]
  /** On which consents check-in, admission and seats relied, the oldest first. */
  readonly consentsUsed: readonly ConsentUse[]
  /** Why the visit began without the consent to telehealth treatment; null for every other visit. */
  readonly emergencyReason: Schemas['EmergencyAdmissionReason'] | null
  /** The refusal that the emergency went before, because the patient could not decide. A later one applies. */
  readonly emergencyRefusedId: string | null
  readonly deviceCheck: DeviceCheck | null
  /** Null until the vendor has created it. */
  readonly room: Room | null
  readonly checkedInAt: Date
  readonly admittedAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: VisitOutcome | null
  /** A clinician in the room asks to record the call, or records it. This and the next two are null while no one does. */
  readonly recordingRequestId: string | null
  readonly recordingAskedAt: Date | null
  /** The seat of that clinician. */
  readonly recordingSeatId: string | null
  /** Incremented by every change. */
  readonly version: number
  /** Incremented when someone takes a seat or returns to one. */
  readonly seatsVersion: number
}

/** The encounter of an appointment. FHIR: Encounter, class VR. */
export interface Visit extends VisitFacts {
  readonly details: VisitDetails
}

/**
 * waiting -> admitted -> in-progress -> ended, each step once and in this order; any of the first three may end. Every function here
 * returns the visit after the step or throws a problem.
 */
const changed = <V extends VisitFacts>(visit: V, change: Partial<VisitFacts>): V => ({
  ...visit,
  ...change,
  version: visit.version + 1,
})

export const locationOf = (visit: Visit): ReportedLocation =>
  visit.details.locations.at(-1) ?? visit.details.locations[0]

/** Where the patient is, two letters: the state in which the license must be valid. */
export const stateOf = (visit: Visit): string => locationOf(visit).location.state

/** Whether the patient is, or is about to say that they are, in another state than at the check-in, for which the consents were asked. */
export const hasMoved = (visit: Visit, state = stateOf(visit)): boolean =>
  state !== visit.details.locations[0].location.state

/** The treating practitioner: the one who admitted the patient, or before that the one who was booked. */
export const treatingPractitioner = (visit: VisitFacts): string => visit.seenBy ?? visit.practitionerId

/** The practitioners of the visit and its room: the one who was booked, and the one who admitted. */
export const ownersOf = ({ practitionerId, seenBy }: Pick<VisitFacts, 'practitionerId' | 'seenBy'>): string[] => [
  ...new Set([practitionerId, seenBy ?? practitionerId]),
]

/** A patient's decisions by purpose, and whether the treating practitioner may practice in a state, both as of now. */
export interface Safeguards {
  readonly consents: ReadonlyMap<
    ConsentPurpose,
    {
      readonly status: 'granted' | 'declined' | 'required'
      readonly reason?: Schemas['ConsentRequirementReason']
      readonly consentId?: string
      /** Granted by a spoken yes, which does not serve where the law wants a signature. */
      readonly spoken?: true
    }
  >
  readonly isLicensed: (state: string) => boolean
}

type Emergency = Partial<Pick<VisitFacts, 'emergencyReason' | 'emergencyRefusedId'>>
type Standing = NonNullable<ReturnType<Safeguards['consents']['get']>>

/** Whether an emergency goes before the consent: not for what the patient refused since, and not for another purpose. */
export const isWaived = (
  { emergencyReason = null, emergencyRefusedId = null }: Emergency,
  purpose: ConsentPurpose,
  { status, reason, consentId }: Standing,
): boolean => {
  if (emergencyReason === null || purpose !== 'telehealth-treatment') return false
  const isRefused = status === 'declined' || reason === 'revoked'
  return !isRefused || (consentId !== undefined && consentId === emergencyRefusedId)
}

/** Throws `not_licensed` or `consent_missing`. Checked at check-in, again at admission and for every seat: either may have ended since. */
export const requireSafeguards = (
  visit: Pick<VisitFacts, 'requiredConsents' | 'licenseRequired'> & Emergency,
  state: string,
  { consents, isLicensed }: Safeguards,
): void => {
  if (visit.licenseRequired && !isLicensed(state)) throw notLicensed()
  const missing = visit.requiredConsents.flatMap((purpose) => {
    const standing: Standing = consents.get(purpose) ?? { status: 'required' }
    const { status, reason } = standing
    return status === 'granted' || isWaived(visit, purpose, standing) ? [] : [{ purpose, status, reason }]
  })
  if (missing.length > 0) throw consentMissing(missing)
}

/** The consents that a step of the visit relies on. */
export const consentUses = (
  { requiredConsents }: Pick<VisitFacts, 'requiredConsents'>,
  { consents }: Pick<Safeguards, 'consents'>,
  step: ConsentUse['step'],
  now: Date,
): ConsentUse[] =>
  requiredConsents.flatMap((purpose) => {
    const { status, consentId } = consents.get(purpose) ?? {}
    return status === 'granted' && consentId !== undefined ? [{ consentId, purpose, step, at: now.toISOString() }] : []
  })

/** Ids of the consents that permit a step. */
export const consentsOf = (
  visit: Pick<VisitFacts, 'requiredConsents'>,
  { consents }: Pick<Safeguards, 'consents'>,
): readonly string[] =>
  visit.requiredConsents.flatMap((purpose) => {
    const { status, consentId } = consents.get(purpose) ?? {}
    return status === 'granted' && consentId !== undefined ? [consentId] : []
  })

const withUses = (visit: VisitFacts, safeguards: Safeguards, now: Date): Pick<VisitFacts, 'consentsUsed'> => ({
  consentsUsed: [...visit.consentsUsed, ...consentUses(visit, safeguards, 'admission', now)],
})

/**
 * The visit with the consents that a seat relies on, if they were given after the admission: no earlier step used them. With them the visit
 * is not stopped any more.
 */
export const withSeatUses = <V extends VisitFacts>(visit: V, safeguards: Safeguards, now: Date): V => {
  const known = new Set(visit.consentsUsed.map(({ consentId }) => consentId))
  const added = consentUses(visit, safeguards, 'seat', now).filter(({ consentId }) => !known.has(consentId))
  if (added.length === 0) return visit
  return changed(visit, { consentsUsed: [...visit.consentsUsed, ...added], stoppedFor: [] })
}

/** A visit that stopped while the patient waited is not stopped any more: the consents were read again. */
export const admit = (visit: Visit, seenBy: string, safeguards: Safeguards, now: Date): Visit => {
  if (visit.status !== 'waiting') throw notWaiting()
  requireSafeguards(visit, stateOf(visit), safeguards)
  const admitted = { status: 'admitted', seenBy, admittedAt: now, stoppedFor: [] } as const
  return changed(visit, { ...admitted, ...withUses(visit, safeguards, now) })
}

/** Practitioner and patient are both in the room for the first time. Null if nothing changes. */
export const start = <V extends VisitFacts>(visit: V, now: Date): V | null =>
  visit.status === 'admitted' ? changed(visit, { status: 'in-progress', startedAt: now }) : null

export const end = <V extends VisitFacts>(visit: V, outcome: VisitOutcome, now: Date): V => {
  requireLive(visit)
  return changed(visit, { status: 'ended', endedAt: now, outcome })
}

/** A required consent was revoked: everyone loses their seat. Null if the visit does not need it, or has stopped for it already. */
export const stopFor = <V extends VisitFacts>(visit: V, purpose: ConsentPurpose): V | null =>
  visit.status === 'ended' || !visit.requiredConsents.includes(purpose) || visit.stoppedFor.includes(purpose)
    ? null
    : changed(visit, { stoppedFor: [...visit.stoppedFor, purpose], seatsVersion: visit.seatsVersion + 1 })

/** The patient consented again: seats can be taken. Null if the visit did not stop for it. */
export const resumeAfter = <V extends VisitFacts>(visit: V, purpose: ConsentPurpose): V | null =>
  visit.stoppedFor.includes(purpose)
    ? changed(visit, { stoppedFor: visit.stoppedFor.filter((each) => each !== purpose) })
    : null

/** A clinician in this seat asks to record the call; null ends it. */
export const withRecordingRequest = <V extends VisitFacts>(
  visit: V,
  request: { readonly id: string; readonly seatId: string; readonly at: Date } | null,
): V =>
  changed(visit, {
    recordingRequestId: request?.id ?? null,
    recordingAskedAt: request?.at ?? null,
    recordingSeatId: request?.seatId ?? null,
  })

export const requireLive = (visit: VisitFacts): void => {
  if (visit.status === 'ended') throw visitEnded()
}

/**
 * Records where the patient is now. Before the visit a location without a license, or whose law asks for another consent, is refused. During the visit it is recorded anyway:
 * emergency help would be sent there, and the clinician, who is notified, decides whether to continue. No seat is issued from then on.
 */
export const moveTo = (visit: Visit, reported: ReportedLocation, safeguards: Safeguards): Visit => {
  requireLive(visit)
  const { state } = reported.location
  // Another state may ask for another consent; an address in the same one does not.
  const asked = hasMoved(visit, state) ? visit : { ...visit, requiredConsents: [] }
  if (visit.status !== 'in-progress') requireSafeguards(asked, state, safeguards)
  const details = { ...visit.details, locations: [...visit.details.locations, reported] } satisfies VisitDetails
  return { ...changed(visit, {}), details }
}

export const recordDevices = (visit: Visit, deviceCheck: DeviceCheck): Visit => {
  requireLive(visit)
  return changed(visit, { deviceCheck })
}

/** The room was created or extended. The version does not change, because no reader depends on it. */
export const withRoom = <V extends VisitFacts>(visit: V, room: Room): V => ({ ...visit, room })

/** The appointment was moved while its patient checked in: the visit moves with it. */
export const followAppointment = (
  visit: VisitFacts,
  moved: Pick<VisitFacts, 'practitionerId' | 'appointmentStart' | 'appointmentEnd'>,
): VisitFacts | null => (visit.status === 'waiting' ? changed(visit, moved) : null)
