import type { PractitionerSummary, Slot, SlotExclusionReason, VisitType } from '../../generated/models.ts'
import { sampleVisitTypes } from './sample-catalog.ts'
import { samplePractitioners } from './sample-people.ts'
import { instant, minute, type SampleContext } from './sample-state.ts'

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

interface SlotsWanted {
  readonly from: number
  readonly to: number
  readonly practitioners: readonly PractitionerSummary[]
  /** The appointment that is moved: its own time is free for it. */
  readonly appointmentId?: string | undefined
  /** So many visits, one after the other. */
  readonly inARow?: number | undefined
}

interface SampleSlots {
  visitTypes(): VisitType[]
  isFree(type: VisitType, practitionerId: string, start: string, appointmentId?: string): boolean
  slotsOf(type: VisitType, wanted: SlotsWanted): Slot[]
  /** Why staff would have to lift a rule for this start; null if it is within the rules. */
  ruleAgainst(type: VisitType, start: number): SlotExclusionReason | null
  /** Milliseconds from the start of a visit to that of the next one in a row. */
  stride(type: VisitType): number
}

/** Which times of a sample world are free, and within the rules. */
export function sampleSlots({ state, now }: SampleContext): SampleSlots {
  /** A story or a test may add types, and change how a type is booked. */
  const visitTypes = (): VisitType[] =>
    [...sampleVisitTypes, ...state.moreVisitTypes].map((type) => ({
      ...type,
      bookingMode: state.bookingModes[type.id] ?? type.bookingMode,
    }))

  const takenAt = (practitionerId: string, start: string, appointmentId?: string) => [
    ...state.holds.filter(
      (hold) => hold.practitioner.id === practitionerId && hold.start === start && Date.parse(hold.expiresAt) > now(),
    ),
    ...state.appointments.filter(
      (one) =>
        one.id !== appointmentId &&
        one.practitioner.id === practitionerId &&
        one.start === start &&
        one.status !== 'cancelled',
    ),
  ]

  const seatsLeft = ({ id, capacity = 1 }: VisitType, practitionerId: string, start: string): number => {
    const taken = takenAt(practitionerId, start)
    return taken.some(({ visitTypeId }) => visitTypeId !== id) ? 0 : Math.max(0, capacity - taken.length)
  }

  const isFree = (type: VisitType, practitionerId: string, start: string, appointmentId?: string): boolean =>
    (type.capacity ?? 1) > 1
      ? seatsLeft(type, practitionerId, start) > 0
      : takenAt(practitionerId, start, appointmentId).length === 0

  const stride = ({ minutes, bufferBeforeMinutes, bufferAfterMinutes, stepMinutes }: VisitType): number =>
    Math.ceil((minutes + bufferBeforeMinutes + bufferAfterMinutes) / stepMinutes) * stepMinutes * minute

  const slotsOf = (type: VisitType, { from, to, practitioners, appointmentId, inARow = 1 }: SlotsWanted): Slot[] => {
    const slots: Slot[] = []
    const step = type.stepMinutes * minute
    const earliest = now() + type.minimumNoticeMinutes * minute
    const first = Math.max(from, earliest)
    const last = Math.min(to, now() + type.horizonDays * day)
    const isFreeFor = (one: PractitionerSummary, start: number): boolean =>
      Array.from({ length: inARow }, (_, index) => start + index * stride(type)).every(
        (each) =>
          isOffered(each, samplePractitioners.indexOf(one), earliest) &&
          isFree(type, one.id, instant(each), appointmentId),
      )
    for (let start = Math.ceil(first / step) * step; start < last; start += step) {
      const free = practitioners.map((one) => (isFreeFor(one, start) ? '1' : '0')).join('')
      if (!free.includes('1')) continue
      const left = practitioners.filter((_, index) => free[index] === '1').map(({ id }) => id)
      slots.push({
        start: instant(start),
        free,
        ...((type.capacity ?? 1) > 1 && { seatsLeft: left.map((id) => seatsLeft(type, id, instant(start))) }),
      })
    }
    return slots
  }

  const ruleAgainst = ({ minimumNoticeMinutes, horizonDays }: VisitType, start: number): SlotExclusionReason | null => {
    if (start < now() + minimumNoticeMinutes * minute - 2 * minute) return 'notice'
    if (start > now() + (horizonDays + 1) * day) return 'horizon'
    return isWithinHours(start) ? null : 'no-availability'
  }

  return { visitTypes, isFree, slotsOf, ruleAgainst, stride }
}
