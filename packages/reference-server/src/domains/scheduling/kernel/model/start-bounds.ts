import type { components } from '@visitkit/contract'
import { ageBounds } from './age-bounds.ts'
import { licensedUntil } from './licensed-until.ts'
import type { Needed } from './needed.ts'
import type { PatientFacts, PractitionerFacts } from './practitioner.ts'
import { speaksLanguage } from './speaks-language.ts'
import type { VisitShape } from './visit-type.ts'
import { dayStart } from './day-start.ts'

const minuteMs = 60_000

type SlotExclusionReason = components['schemas']['SlotExclusionReason']

/** Why a practitioner is excluded completely. */
export type PractitionerExclusion = Extract<SlotExclusionReason, 'inactive' | 'specialty' | 'language' | 'not-licensed'>
/** Why a start is too soon, too late, or at the time of another visit. */
export type OutOfTime = Extract<SlotExclusionReason, 'notice' | 'horizon' | 'patient-busy'>
/** Why this practitioner may not see this patient, or not then. */
export type Misfit = PractitionerExclusion | Extract<SlotExclusionReason, 'age' | 'not-licensed'>
/** Why one start of a suitable practitioner is excluded. */
export type OutOfBounds = OutOfTime | Extract<SlotExclusionReason, 'age' | 'not-licensed'>

/** A period in epoch milliseconds, half-open. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** The search criteria. Absent means any. */
export interface Wanted {
  /** The organization's zone. The last bookable day ends there. */
  readonly zone: string
  readonly language?: string | undefined
  /** Where the patient will be. */
  readonly state?: string | undefined
  readonly patient?: PatientFacts | undefined
  /** Other visits of the patient. */
  readonly otherVisits?: readonly Period[] | undefined
  /** Ids of busy periods that do not block the caller: their own holds, and the appointment that is rescheduled. */
  readonly except?: ReadonlySet<string> | undefined
  /** What the visit takes in addition to the practitioner. */
  readonly needed?: Needed | undefined
  /** So many visits, one after the other. */
  readonly inARow?: number | undefined
}

/** The criteria that concern the person, whatever the time. */
type Person = Pick<Wanted, 'language' | 'state' | 'patient'>

/** The starts that one condition allows: from `from` (inclusive) to `to` (exclusive), epoch milliseconds. */
export interface StartBound<Reason extends OutOfBounds = OutOfBounds> {
  readonly reason: Reason
  readonly from: number
  readonly to: number
}

/** Why this practitioner can never see this patient for this visit type; null when they can. */
export const practitionerExclusion = (
  practitioner: PractitionerFacts,
  type: VisitShape,
  wanted: Person,
): PractitionerExclusion | null => {
  if (!practitioner.active) return 'inactive'
  if (!practitioner.specialties.includes(type.specialty)) return 'specialty'
  if (wanted.language !== undefined && !speaksLanguage(practitioner.languages, wanted.language)) return 'language'
  if (type.licenseRequired && wanted.state !== undefined && licensedUntil(practitioner, wanted.state) === null)
    return 'not-licensed'
  return null
}

/** Starts at which the patient is within the age limits. The same for every practitioner. */
const agesBound = (type: VisitShape, wanted: Person): StartBound<'age'>[] =>
  type.ages && wanted.patient
    ? [{ reason: 'age', ...ageBounds(wanted.patient.birthDate, wanted.patient.zone, type.ages) }]
    : []

/** The latest end of the last bookable day of each zone and horizon, with the moments for which it is right. */
const horizons = new Map<string, Period & { readonly end: number }>()
const mostHorizons = 1_000

/** The end of the last bookable day in the organization's zone. Epoch milliseconds, exclusive. */
export const horizonEnd = ({ horizonDays }: Pick<VisitShape, 'horizonDays'>, zone: string, now: number): number => {
  const key = `${zone} ${horizonDays}`
  const known = horizons.get(key)
  if (known && now >= known.from && now < known.to) return known.end
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const end = dayStart(today.add({ days: horizonDays + 1 }), zone)
  if (horizons.size >= mostHorizons) horizons.clear()
  horizons.set(key, { from: dayStart(today, zone), to: dayStart(today.add({ days: 1 }), zone), end })
  return end
}

const timeBounds = (type: VisitShape, zone: string, now: number): StartBound<'notice' | 'horizon'>[] => [
  { reason: 'notice', from: now + type.minimumNoticeMinutes * minuteMs, to: Infinity },
  { reason: 'horizon', from: -Infinity, to: horizonEnd(type, zone, now) },
]

/** The conditions that apply to every practitioner: age, notice, horizon. */
export const commonBounds = (type: VisitShape, wanted: Wanted, now: number): StartBound[] => [
  ...agesBound(type, wanted),
  ...timeBounds(type, wanted.zone, now),
]

/** The license condition of one practitioner, if the visit needs a license. It must cover the last moment of the visit. */
export const licenseBound = (
  practitioner: PractitionerFacts,
  type: VisitShape,
  wanted: Person,
): StartBound<'not-licensed'>[] => {
  if (!type.licenseRequired || wanted.state === undefined) return []
  const until = licensedUntil(practitioner, wanted.state) ?? -Infinity
  return [{ reason: 'not-licensed', from: -Infinity, to: until - type.minutes * minuteMs + 1 }]
}

/** Whether a visit that starts at `start` is at the same time as another visit of the patient. */
export const meetsOtherVisit = (
  type: VisitShape,
  { otherVisits = [] }: Pick<Wanted, 'otherVisits'>,
  start: number,
): boolean => otherVisits.some(({ from, to }) => start < to && from < start + type.minutes * minuteMs)

/** Why this practitioner may not see this patient at `start`, at whatever notice; null when they may. */
export const misfitOf = (
  practitioner: PractitionerFacts,
  type: VisitShape,
  wanted: Person,
  start: number,
): Misfit | null =>
  practitionerExclusion(practitioner, type, wanted) ??
  outOf(start, [...licenseBound(practitioner, type, wanted), ...agesBound(type, wanted)])

/** Why a visit of this type cannot start at `start` with this practitioner, whether or not the time is free; null when it can. */
export const refusalOfStart = (
  practitioner: PractitionerFacts,
  type: VisitShape,
  wanted: Wanted,
  start: number,
  now: number,
): Misfit | OutOfTime | null =>
  misfitOf(practitioner, type, wanted, start) ??
  outOf(start, timeBounds(type, wanted.zone, now)) ??
  (meetsOtherVisit(type, wanted, start) ? 'patient-busy' : null)

const outOf = <Reason extends OutOfBounds>(start: number, bounds: readonly StartBound<Reason>[]): Reason | null =>
  bounds.find(({ from, to }) => start < from || start >= to)?.reason ?? null
