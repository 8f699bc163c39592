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

/** Where the patient said they were, when, and who said it. */
export interface ReportedLocation extends CheckIn {
  /** RFC 3339. */
  readonly at: string
  readonly byKind: 'patient' | 'proxy' | 'member'
  readonly byId: string
}

/** What of a visit is PHI: sealed as one value. */
export interface VisitDetails {
  readonly visitTypeName: Schemas['LocalizedText'][]
  /** Absent in visits that were kept before it was. */
  readonly visitType?: { readonly code: string; readonly specialty: string }
  /** Oldest first; the last one holds. Earlier ones stay as evidence of what was known when. */
  readonly locations: readonly [ReportedLocation, ...ReportedLocation[]]
}

/** The room kept for this visit alone, as the vendor has it. */
export interface Room {
  readonly vendorRoomId: string
  readonly url: string | null
  readonly closesAt: Date
  readonly endsBy: 'vendor' | 'disconnect' | 'token' | 'server'
}

/** A visit without what is sealed: lines, timers and events need no more. */
export interface VisitFacts {
  readonly id: string
  readonly appointmentId: string
  readonly patientId: string
  /** In whose line the patient waits. */
  readonly practitionerId: string
  /** Who admitted the patient: the practitioner themselves, or someone of their care team, or a colleague who covers. */
  readonly seenBy: string | null
  readonly status: VisitStatus
  readonly modality: Modality
  readonly vendor: VideoVendor
  readonly appointmentStart: Date
  readonly appointmentEnd: Date
  /** Of the visit type at check-in, as are the next two. */
  readonly requiredConsents: readonly ConsentPurpose[]
  readonly licenseRequired: boolean
  readonly questionnaires: readonly string[]
  readonly deviceCheck: DeviceCheck | null
  /** Null until the vendor has made it. */
  readonly room: Room | null
  readonly checkedInAt: Date
  readonly admittedAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: VisitOutcome | null
  /** Raised by every change. */
  readonly version: number
}

/** What happens at the appointment. FHIR: Encounter, class VR. */
export interface Visit extends VisitFacts {
  readonly details: VisitDetails
}

/**
 * waiting -> admitted -> in-progress -> ended, each step once and in this order; any of the first three may end. Every function here
 * returns the visit after the step or throws the refusal.
 */
const changed = <V extends VisitFacts>(visit: V, change: Partial<VisitFacts>): V => ({
  ...visit,
  ...change,
  version: visit.version + 1,
})

export const locationOf = (visit: Visit): ReportedLocation =>
  visit.details.locations.at(-1) ?? visit.details.locations[0]

/** Where the patient is, two letters: what the license is held against. */
export const stateOf = (visit: Visit): string => locationOf(visit).location.state

/** Who treats: anyone who admitted the patient, before that the practitioner who was booked. */
export const treatingPractitioner = (visit: VisitFacts): string => visit.seenBy ?? visit.practitionerId

/** Whose visit and room it is: the practitioner who was booked, and the one who admitted. */
export const ownersOf = ({ practitionerId, seenBy }: Pick<VisitFacts, 'practitionerId' | 'seenBy'>): string[] => [
  ...new Set([practitionerId, seenBy ?? practitionerId]),
]

/** A patient's decisions by purpose, and whether the one who treats may practice in a state, both as of now. */
export interface Safeguards {
  readonly consents: ReadonlyMap<ConsentPurpose, { readonly status: 'granted' | 'declined' | 'required' }>
  readonly isLicensed: (state: string) => boolean
}

/** Throws `not_licensed` or `consent_missing`. Held at check-in, again at admission and again for every seat: either may have ended since. */
export const requireSafeguards = (
  { requiredConsents, licenseRequired }: Pick<VisitFacts, 'requiredConsents' | 'licenseRequired'>,
  state: string,
  { consents, isLicensed }: Safeguards,
): void => {
  if (licenseRequired && !isLicensed(state)) throw notLicensed()
  const missing = requiredConsents.flatMap((purpose) => {
    const status = consents.get(purpose)?.status ?? 'required'
    return status === 'granted' ? [] : [{ purpose, status }]
  })
  if (missing.length > 0) throw consentMissing(missing)
}

export const admit = (visit: Visit, seenBy: string, safeguards: Safeguards, now: Date): Visit => {
  if (visit.status !== 'waiting') throw notWaiting()
  requireSafeguards(visit, stateOf(visit), safeguards)
  return changed(visit, { status: 'admitted', seenBy, admittedAt: now })
}

/** Practitioner and patient are both in the room for the first time. Null when there is nothing to change. */
export const start = <V extends VisitFacts>(visit: V, now: Date): V | null =>
  visit.status === 'admitted' ? changed(visit, { status: 'in-progress', startedAt: now }) : null

export const end = <V extends VisitFacts>(visit: V, outcome: VisitOutcome, now: Date): V => {
  requireLive(visit)
  return changed(visit, { status: 'ended', endedAt: now, outcome })
}

export const requireLive = (visit: VisitFacts): void => {
  if (visit.status === 'ended') throw visitEnded()
}

/**
 * Takes down where the patient is now. Before the visit a place without a license is refused. During it the place is kept all the
 * same: it is where help would be sent, and whether to go on is the clinician's decision, who is told; no seat is given from then on.
 */
export const moveTo = (
  visit: Visit,
  reported: ReportedLocation,
  { isLicensed }: Pick<Safeguards, 'isLicensed'>,
): Visit => {
  requireLive(visit)
  const refused = visit.licenseRequired && !isLicensed(reported.location.state)
  if (refused && visit.status !== 'in-progress') throw notLicensed()
  const details = { ...visit.details, locations: [...visit.details.locations, reported] } satisfies VisitDetails
  return { ...changed(visit, {}), details }
}

export const recordDevices = (visit: Visit, deviceCheck: DeviceCheck): Visit => {
  requireLive(visit)
  return changed(visit, { deviceCheck })
}

/** The room was made, or is kept open for longer. Not a change that anyone reads, so the version stays. */
export const withRoom = <V extends VisitFacts>(visit: V, room: Room): V => ({ ...visit, room })

/** The appointment was moved at the same moment at which its patient checked in: the visit goes with it. */
export const followAppointment = (
  visit: VisitFacts,
  moved: Pick<VisitFacts, 'practitionerId' | 'appointmentStart' | 'appointmentEnd'>,
): VisitFacts | null => (visit.status === 'waiting' ? changed(visit, moved) : null)
