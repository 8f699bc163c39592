import { stateZones } from '../../../../platform/identifiers/state-zones.ts'
import type { Availability, AvailabilityWindow, ClosedTimes, WallRange } from './availability.ts'
import type { Busy } from './availability-bitmap.ts'
import type { PatientFacts, PractitionerFacts } from './practitioner.ts'
import type { FoundSlot } from './search-slots.ts'
import type { ResourceKind, VisitShape } from './visit-type.ts'

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
  readonly resources?: readonly ReferenceResource[] | undefined
  readonly interpreterLanguage?: string | undefined
  /** The one that the visit takes, of a kind that it needs. */
  readonly resourceId?: string | undefined
  readonly inARow?: number | undefined
}

export interface ReferenceResource {
  readonly id: string
  readonly kind: ResourceKind
  readonly languages: readonly string[]
  readonly active: boolean
  readonly availability: Availability
  readonly busy: ReferenceCandidate['busy']
}

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)

/** What the wall clock of a zone shows. */
interface Wall {
  readonly date: Temporal.PlainDate
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  /** `HH:MM`, as windows have it. */
  readonly time: string
}

/** Practitioners share zones, and Temporal is slow: each moment is converted once for a search. */
const walls = new Map<string, Map<number, Wall>>()

const wallAt = (zone: string, moment: Temporal.Instant): Wall => {
  const ofZone = walls.get(zone) ?? new Map<number, Wall>()
  walls.set(zone, ofZone)
  const known = ofZone.get(moment.epochMilliseconds)
  if (known) return known
  const shown = moment.toZonedDateTimeISO(zone)
  const time = shown.toPlainTime().toString({ smallestUnit: 'minute' })
  const wall = { date: shown.toPlainDate(), weekday: shown.dayOfWeek, time }
  ofZone.set(moment.epochMilliseconds, wall)
  return wall
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The window that contains the practitioner's wall-clock time at a moment, and the minutes since its start; null outside all windows. */
const windowAt = (
  availability: Availability,
  typeId: string,
  moment: Temporal.Instant,
): { minutesInto: number; window: AvailabilityWindow } | null => {
  const { date, time, weekday } = wallAt(availability.zone, moment)
  const exception = availability.exceptions.find((candidate) => Temporal.PlainDate.from(candidate.date).equals(date))
  const windows = exception ? exception.windows : availability.weekly.filter((window) => window.weekday === weekday)
  for (const window of windows) {
    if (window.visitTypeIds && !window.visitTypeIds.includes(typeId)) continue
    if (window.from <= time && time < window.to) return { minutesInto: minuteOf(time) - minuteOf(window.from), window }
  }
  return null
}

/** Whether the wall clock of `zone` shows a time inside one of these ranges. */
const isWithin = (zone: string, ranges: readonly WallRange[], moment: Temporal.Instant): boolean => {
  if (ranges.length === 0) return false
  const wall = moment.toZonedDateTimeISO(zone).toPlainDateTime()
  return ranges.some(
    ({ from, to }) =>
      Temporal.PlainDateTime.compare(wall, Temporal.PlainDateTime.from(from)) >= 0 &&
      Temporal.PlainDateTime.compare(wall, Temporal.PlainDateTime.from(to)) < 0,
  )
}

/** Whether the practitioner's local day, or the week from Monday, has as many visits and holds as their limits allow. */
const isFull = (
  query: ReferenceQuery,
  { availability, busy }: ReferenceCandidate,
  start: Temporal.Instant,
): boolean => {
  if (availability.limits === undefined) return false
  const dateOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(availability.zone).toPlainDate()
  const counted = busy.flatMap(({ id, countedAt, expiresAt }) =>
    countedAt == null || (id !== undefined && query.except?.has(id)) || (expiresAt !== null && expiresAt <= query.now)
      ? []
      : [dateOf(instant(countedAt))],
  )
  const date = dateOf(start)
  const isSameWeek = (other: Temporal.PlainDate): boolean =>
    other.weekOfYear === date.weekOfYear && other.yearOfWeek === date.yearOfWeek
  const { perDay = Infinity, perWeek = Infinity } = availability.limits
  return counted.filter((other) => other.equals(date)).length >= perDay || counted.filter(isSameWeek).length >= perWeek
}

const fits = (query: ReferenceQuery, candidate: ReferenceCandidate, start: Temporal.Instant): boolean => {
  const { type } = query
  const { practitioner, availability } = candidate
  // First, because it refuses most moments.
  const inWindow = windowAt(availability, type.id, start)
  if (inWindow === null || inWindow.minutesInto % type.stepMinutes !== 0) return false

  const end = start.add({ minutes: type.minutes })
  if (!practitioner.active || !practitioner.specialties.includes(type.specialty)) return false
  if (query.language !== undefined) {
    if (!speaks(practitioner.languages, query.language)) return false
  }
  if (!isLicensed(query, candidate, end)) return false
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

  if (!isOpen(query, availability, start)) return false
  if (isFull(query, candidate, start)) return false
  // A group visit that has begun to fill has what it takes.
  const seats = busyIn(query, candidate.busy).filter(
    ({ seat }) => seat?.visitTypeId === type.id && seat.start === start.epochMilliseconds,
  )
  if (seats.length > 0) return seats.length < (type.capacity ?? 1) && hasNamed(query, seats[0]?.occupant)
  return isFree(query, candidate, start) && hasNeeds(query, candidate, start)
}

/** Whether a group visit that has begun to fill has taken the resource that is named. */
const hasNamed = (query: ReferenceQuery, occupant: string | undefined): boolean => {
  const named = query.resources?.find(({ id }) => id === query.resourceId)
  return named === undefined || named.busy.some((busy) => busy.occupant === occupant && isInForce(query, busy))
}

const isOpen = ({ type, closures }: ReferenceQuery, availability: Availability, start: Temporal.Instant): boolean => {
  for (let minute = 0; minute < type.minutes; minute += 5) {
    const moment = start.add({ minutes: minute })
    if (windowAt(availability, type.id, moment) === null) return false
    if (isWithin(availability.zone, availability.timeOff, moment)) return false
    if (isWithin(closures.zone, closures.items, moment)) return false
  }
  return true
}

const isInForce = ({ now }: ReferenceQuery, { expiresAt }: Pick<Busy, 'expiresAt'>): boolean =>
  expiresAt === null || expiresAt > now

const busyIn = (query: ReferenceQuery, busy: ReferenceCandidate['busy']): ReferenceCandidate['busy'] =>
  busy.filter((each) => !(each.id !== undefined && query.except?.has(each.id)) && isInForce(query, each))

/** Buffers are of practitioners only. */
const isFree = (
  query: ReferenceQuery,
  owner: { readonly busy: ReferenceCandidate['busy']; readonly practitioner?: unknown },
  start: Temporal.Instant,
): boolean => {
  const { minutes, bufferBeforeMinutes, bufferAfterMinutes } = query.type
  const [before, after] = owner.practitioner === undefined ? [0, 0] : [bufferBeforeMinutes, bufferAfterMinutes]
  const from = start.subtract({ minutes: before }).epochMilliseconds
  const to = start.add({ minutes: minutes + after }).epochMilliseconds
  return !busyIn(query, owner.busy).some((busy) => busy.from < to && from < busy.to)
}

const speaks = (languages: readonly string[], wanted: string): boolean =>
  languages.some((language) => new Intl.Locale(language).language === new Intl.Locale(wanted).language)

/** Whether everything else that the visit takes can be given to it at once: every way to do so is tried. */
const hasNeeds = (query: ReferenceQuery, lead: ReferenceCandidate, start: Temporal.Instant): boolean => {
  const { type, interpreterLanguage } = query
  const isFreeResource = (each: ReferenceResource): boolean =>
    each.active && isOpen(query, each.availability, start) && isFree(query, each, start)
  const counts = new Map((type.resources ?? []).map(({ kind, count }) => [kind, count]))
  if (interpreterLanguage !== undefined && !counts.has('interpreter')) counts.set('interpreter', 1)
  for (const [kind, count] of counts) {
    const free = (query.resources ?? []).filter(
      (each) =>
        each.kind === kind &&
        isFreeResource(each) &&
        (kind !== 'interpreter' || interpreterLanguage === undefined || speaks(each.languages, interpreterLanguage)),
    )
    const named = (query.resources ?? []).find(({ id }) => id === query.resourceId)
    if (free.length < count || (named?.kind === kind && !free.includes(named))) return false
  }
  const places = (type.additionalPractitioners ?? []).flatMap(({ specialty, count }) =>
    Array.from({ length: count }, () => specialty),
  )
  if (places.length === 0) return true
  const partners = query.candidates.filter(
    (each) =>
      each !== lead &&
      each.practitioner.active &&
      isLicensed(query, each, start.add({ minutes: type.minutes })) &&
      isOpen(query, each.availability, start) &&
      isFree(query, each, start),
  )
  const canSeat = (left: readonly string[], among: readonly ReferenceCandidate[]): boolean =>
    left.length === 0 ||
    among.some(
      (each) =>
        each.practitioner.specialties.includes(left[0] ?? '') &&
        canSeat(
          left.slice(1),
          among.filter((other) => other !== each),
        ),
    )
  return canSeat(places, partners)
}

/** The last moment of the visit, in the state's calendar, must not be after the last day of the license. */
const isLicensed = (
  { type, state }: ReferenceQuery,
  { practitioner }: ReferenceCandidate,
  end: Temporal.Instant,
): boolean => {
  if (!type.licenseRequired || state === undefined) return true
  const lastMoment = end.subtract({ milliseconds: 1 })
  const inForce = practitioner.licenses.filter(({ status, state: of, expiresOn }) => {
    const lastDay = lastMoment.toZonedDateTimeISO(stateZones[of] ?? '').toPlainDate()
    return status === 'active' && Temporal.PlainDate.compare(lastDay, Temporal.PlainDate.from(expiresOn)) <= 0
  })
  const hasHome = inForce.some(({ kind }) => kind === 'full')
  return inForce.some((license) => license.state === state && (license.kind === 'full' || hasHome))
}

/** Visits in a row: from one start to the next, buffers included, and on the grid. The patient of the search has the first one. */
const fitsInARow = (query: ReferenceQuery, candidate: ReferenceCandidate, first: Temporal.Instant): boolean => {
  if (!fits(query, candidate, first)) return false
  const { minutes, bufferBeforeMinutes, bufferAfterMinutes, stepMinutes } = query.type
  let step = stepMinutes
  while (step < minutes + bufferBeforeMinutes + bufferAfterMinutes) step += stepMinutes
  for (let place = 1; place < (query.inARow ?? 1); place += 1) {
    const { ages: _, ...anyAge } = query.type
    const ofOther = { ...query, type: anyAge, otherVisits: [] }
    if (!fits(ofOther, candidate, first.add({ minutes: place * step }))) return false
  }
  return true
}

/** The same result as `searchSlots`, moment by moment. */
export const referenceSearch = (query: ReferenceQuery): FoundSlot[] => {
  walls.clear()
  const slots: FoundSlot[] = []
  for (let start = Math.ceil(query.from / 300_000) * 300_000; start < query.to; start += 300_000) {
    const moment = instant(start)
    const practitionerIds = query.candidates
      .filter((candidate) => fitsInARow(query, candidate, moment))
      .map(({ practitioner }) => practitioner.id)
    if (practitionerIds.length > 0) slots.push({ start, end: start + query.type.minutes * 60_000, practitionerIds })
  }
  return slots
}
