import type { Hold, PractitionerSummary, Slot, SlotExclusionReason, VisitType } from '../../generated/models.ts'
import { sampleVisitTypes } from './sample-catalog.ts'
import { samplePatientOf, samplePractitioners } from './sample-people.ts'
import { sampleClaims } from './sample-resources.ts'
import { find, instant, minute, type SampleContext } from './sample-state.ts'

const day = 1440 * minute
const opens = 14 * 60 * minute
const closes = 22 * 60 * minute

const isWithinHours = (start: number): boolean => {
  const time = start - Math.floor(start / day) * day
  return new Date(start).getUTCDay() % 6 !== 0 && time >= opens && time < closes
}

/**
 * Practitioners work on weekdays from 14:00 to 22:00 UTC; about every third slot is already booked. A day that ends in less than four hours
 * is not offered, so that the first day that a test finds has several free slots at any hour.
 */
function isOffered(start: number, practitionerIndex: number, earliest: number): boolean {
  const today = Math.floor(start / day) * day
  if (earliest > today + closes - 4 * 60 * minute) return false
  return isWithinHours(start) && (Math.floor(start / (30 * minute)) * 7 + practitionerIndex * 5) % 3 !== 0
}

/** Whether the practitioner may see the patient in this state, or else in their home state. */
export const isLicensed = (
  { states }: PractitionerSummary,
  { licenseRequired }: VisitType,
  { state, patientId }: { readonly state?: string | undefined; readonly patientId?: string | undefined },
): boolean => {
  const place = state ?? samplePatientOf(patientId ?? '')?.state
  return !licenseRequired || place === undefined || states.includes(place)
}

/** The times between two visits in a row: their length and buffers, on the grid. */
export const strideOf = ({ minutes, bufferBeforeMinutes, bufferAfterMinutes, stepMinutes }: VisitType): number =>
  Math.ceil((minutes + bufferBeforeMinutes + bufferAfterMinutes) / stepMinutes) * stepMinutes * minute

/** Which slots to find. */
interface Wanted {
  readonly from: number
  readonly to: number
  readonly practitioners: readonly PractitionerSummary[]
  /** The appointment that is moved: its own time is free for it. */
  readonly appointmentId?: string | undefined
  /** So many visits, one after the other. */
  readonly inARow?: number | undefined
}

/** The visit types, who is free at a time, and the slots to choose from. */
export interface SampleTimes {
  readonly visitTypes: () => VisitType[]
  readonly slotsOf: (type: VisitType, wanted: Wanted) => Slot[]
  readonly freePractitioner: (
    type: VisitType,
    start: number,
    asked: {
      readonly practitionerId?: string | undefined
      readonly appointmentId?: string | undefined
      readonly patientId?: string | undefined
      readonly state?: string | undefined
    },
    count?: number,
  ) => PractitionerSummary | undefined
  /** Keeps the time, and what the visit takes, for five minutes. */
  readonly hold: (
    type: VisitType,
    start: number,
    practitioner: PractitionerSummary,
    more: Pick<Hold, 'patientId' | 'appointmentId' | 'language' | 'state'> & {
      readonly interpreterLanguage?: string | undefined
      readonly resourceId?: string | undefined
    },
  ) => Hold
  /** Why staff would have to lift a rule for this start; null if it is within the rules. */
  readonly ruleAgainst: (type: VisitType, start: number) => SlotExclusionReason | null
}

export function sampleTimes({ state, live, now, newId }: SampleContext): SampleTimes {
  const seatsLeft = (type: VisitType, practitionerId: string, start: string, appointmentId?: string): number => {
    const isThere = (one: { practitioner: PractitionerSummary; start: string }): boolean =>
      one.practitioner.id === practitionerId && one.start === start
    const held = state.holds.filter((hold) => isThere(hold) && Date.parse(hold.expiresAt) > now())
    const booked = state.appointments.filter(
      (one) => one.id !== appointmentId && isThere(one) && one.status !== 'cancelled',
    )
    const taken = [...held, ...booked]
    if (taken.some(({ visitTypeId }) => visitTypeId !== type.id)) return 0
    return (type.capacity ?? 1) - taken.length
  }

  const isFree = (type: VisitType, id: string, start: number, count: number, appointmentId?: string): boolean =>
    Array.from({ length: count }, (_, place) => instant(start + place * strideOf(type))).every(
      (at) => seatsLeft(type, id, at, appointmentId) > 0,
    )

  return {
    // A story or a test may add and change types.
    visitTypes: () =>
      [...sampleVisitTypes, ...state.moreVisitTypes].map((type) => ({
        ...type,
        bookingMode: state.bookingModes[type.id] ?? type.bookingMode,
        ...state.visitTypeChanges[type.id],
      })),
    slotsOf: (type, { from, to, practitioners, appointmentId, inARow = 1 }) => {
      const slots: Slot[] = []
      const step = type.stepMinutes * minute
      const earliest = now() + type.minimumNoticeMinutes * minute
      const last = Math.min(to, now() + type.horizonDays * day)
      const isFreeFor = (one: PractitionerSummary, start: number): boolean =>
        Array.from({ length: inARow }, (_, place) => start + place * strideOf(type)).every((at) =>
          isOffered(at, samplePractitioners.indexOf(one), earliest),
        ) && isFree(type, one.id, start, inARow, appointmentId)
      for (let at = Math.ceil(Math.max(from, earliest) / step) * step; at < last; at += step) {
        const start = instant(at)
        const free = practitioners.filter((one) => isFreeFor(one, at))
        if (free.length === 0) continue
        slots.push({
          start,
          free: practitioners.map((one) => (free.includes(one) ? '1' : '0')).join(''),
          ...(type.capacity && { seatsLeft: free.map(({ id }) => seatsLeft(type, id, start, appointmentId)) }),
        })
      }
      return slots
    },
    freePractitioner: (type, start, { practitionerId, appointmentId, ...place }, count = 1) =>
      samplePractitioners.find(
        (one) =>
          (!practitionerId || one.id === practitionerId) &&
          one.specialties.includes(type.specialty) &&
          isLicensed(one, type, place) &&
          isFree(type, one.id, start, count, appointmentId),
      ),
    hold: (type, start, practitioner, { interpreterLanguage, resourceId, ...more }) => {
      const hold: Hold = {
        id: newId('hold'),
        visitTypeId: type.id,
        practitioner,
        ...more,
        ...sampleClaims(type, practitioner, { interpreterLanguage, resourceId }),
        start: instant(start),
        end: instant(start + type.minutes * minute),
        expiresAt: instant(now() + 5 * minute),
        renewalsLeft: 1,
      }
      state.holds.push(hold)
      live.emit({ type: 'slots.changed', ids: { practitionerId: practitioner.id } })
      return hold
    },
    ruleAgainst: ({ minimumNoticeMinutes, horizonDays }, start) => {
      if (start < now() + minimumNoticeMinutes * minute - 2 * minute) return 'notice'
      if (start > now() + (horizonDays + 1) * day) return 'horizon'
      return isWithinHours(start) ? null : 'no-availability'
    },
  }
}

export const typeOf = (times: SampleTimes, id: string): VisitType => find(times.visitTypes(), id)
