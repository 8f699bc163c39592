import type { Availability, AvailabilityWindow, ClosedTimes, WallRange } from './availability.ts'
import type { Busy } from './availability-bitmap.ts'
import type { PatientFacts, PractitionerFacts } from './practitioner.ts'
import type { FoundSlot } from './search-slots.ts'
import { stateZones } from './state-zones.ts'
import type { VisitShape } from './visit-type.ts'

/**
 * Reference implementation of the slot search, one moment at a time and only with Temporal: too slow for production, easy to verify by
 * reading. Tests and the bench compare the real search with it. Shares no code with it by intention.
 */

export interface ReferenceCandidate {
  readonly practitioner: PractitionerFacts
  readonly availability: Availability
  /** With an id each. */
  readonly busy: readonly (Busy & { readonly id?: string })[]
}

export interface ReferenceQuery {
  readonly type: VisitShape
  readonly from: number
  readonly to: number
  readonly now: number
  readonly candidates: readonly ReferenceCandidate[]
  readonly language?: string | undefined
  readonly state?: string | undefined
  readonly patient?: PatientFacts | undefined
  /** The organization's zone. */
  readonly zone: string
  readonly closures: ClosedTimes
  readonly otherVisits?: readonly { readonly from: number; readonly to: number }[] | undefined
  /** Busy periods that do not block. */
  readonly except?: ReadonlySet<string> | undefined
}

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)

/** The window that contains the practitioner's wall-clock time at a moment, and the minutes since its start; null outside all windows. */
const windowAt = (
  availability: Availability,
  typeId: string,
  moment: Temporal.Instant,
): { minutesInto: number; window: AvailabilityWindow } | null => {
  const wall = moment.toZonedDateTimeISO(availability.zone).toPlainDateTime()
  const date = wall.toPlainDate()
  const exception = availability.exceptions.find((candidate) => Temporal.PlainDate.from(candidate.date).equals(date))
  const windows = exception
    ? exception.windows
    : availability.weekly.filter(({ weekday }) => weekday === date.dayOfWeek)
  for (const window of windows) {
    if (window.visitTypeIds && !window.visitTypeIds.includes(typeId)) continue
    const from = date.toPlainDateTime(Temporal.PlainTime.from(window.from))
    const to =
      window.to === '24:00'
        ? date.add({ days: 1 }).toPlainDateTime()
        : date.toPlainDateTime(Temporal.PlainTime.from(window.to))
    if (Temporal.PlainDateTime.compare(wall, from) < 0 || Temporal.PlainDateTime.compare(wall, to) >= 0) continue
    return { minutesInto: from.until(wall).total('minutes'), window }
  }
  return null
}

/** Whether the wall clock of `zone` shows a time inside one of these ranges. */
const isWithin = (zone: string, ranges: readonly WallRange[], moment: Temporal.Instant): boolean => {
  const wall = moment.toZonedDateTimeISO(zone).toPlainDateTime()
  return ranges.some(
    ({ from, to }) =>
      Temporal.PlainDateTime.compare(wall, Temporal.PlainDateTime.from(from)) >= 0 &&
      Temporal.PlainDateTime.compare(wall, Temporal.PlainDateTime.from(to)) < 0,
  )
}

const fits = (query: ReferenceQuery, candidate: ReferenceCandidate, start: Temporal.Instant): boolean => {
  const { type } = query
  const { practitioner, availability } = candidate
  const end = start.add({ minutes: type.minutes })

  if (!practitioner.active || !practitioner.specialties.includes(type.specialty)) return false
  if (query.language !== undefined) {
    const wanted = new Intl.Locale(query.language).language
    const speaks = practitioner.languages.some((language) => new Intl.Locale(language).language === wanted)
    if (!speaks) return false
  }
  if (type.licenseRequired && query.state !== undefined) {
    // The last moment of the visit, in the state's calendar, must not be after the last day of the license.
    const lastMoment = end.subtract({ milliseconds: 1 })
    const inForce = practitioner.licenses.filter(({ status, state, expiresOn }) => {
      const lastDay = lastMoment.toZonedDateTimeISO(stateZones[state] ?? '').toPlainDate()
      return status === 'active' && Temporal.PlainDate.compare(lastDay, Temporal.PlainDate.from(expiresOn)) <= 0
    })
    const hasHome = inForce.some(({ kind }) => kind === 'full')
    const licensed = inForce.some(({ state, kind }) => state === query.state && (kind === 'full' || hasHome))
    if (!licensed) return false
  }
  if (type.ages && query.patient) {
    const born = Temporal.PlainDate.from(query.patient.birthDate)
    const that = start.toZonedDateTimeISO(query.patient.zone).toPlainDate()
    const hadBirthday = that.month > born.month || (that.month === born.month && that.day >= born.day)
    const age = that.year - born.year - (hadBirthday ? 0 : 1)
    if (age < type.ages.from || age > type.ages.to) return false
  }

  const now = instant(query.now)
  if (Temporal.Instant.compare(start, now.add({ minutes: type.minimumNoticeMinutes })) < 0) return false
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(query.zone).toPlainDate()
  if (Temporal.PlainDate.compare(dayOf(start), dayOf(now).add({ days: type.horizonDays })) > 0) return false
  for (const visit of query.otherVisits ?? [])
    if (start.epochMilliseconds < visit.to && visit.from < end.epochMilliseconds) return false

  const inWindow = windowAt(availability, type.id, start)
  if (inWindow === null || inWindow.minutesInto % type.stepMinutes !== 0) return false
  for (let minute = 0; minute < type.minutes; minute += 5) {
    const moment = start.add({ minutes: minute })
    if (windowAt(availability, type.id, moment) === null) return false
    if (isWithin(availability.zone, availability.timeOff, moment)) return false
    if (isWithin(query.closures.zone, query.closures.items, moment)) return false
  }

  const blockedFrom = start.subtract({ minutes: type.bufferBeforeMinutes }).epochMilliseconds
  const blockedTo = end.add({ minutes: type.bufferAfterMinutes }).epochMilliseconds
  return !candidate.busy.some(
    (busy) =>
      !(busy.id !== undefined && query.except?.has(busy.id)) &&
      (busy.expiresAt === null || busy.expiresAt > query.now) &&
      busy.from < blockedTo &&
      blockedFrom < busy.to,
  )
}

/** The same result as `searchSlots`, moment by moment. */
export const referenceSearch = (query: ReferenceQuery): FoundSlot[] => {
  const slots: FoundSlot[] = []
  for (let start = Math.ceil(query.from / 300_000) * 300_000; start < query.to; start += 300_000) {
    const practitionerIds = query.candidates
      .filter((candidate) => fits(query, candidate, instant(start)))
      .map(({ practitioner }) => practitioner.id)
    if (practitionerIds.length > 0) slots.push({ start, end: start + query.type.minutes * 60_000, practitionerIds })
  }
  return slots
}
