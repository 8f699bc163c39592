import type { Appointment, Availability, Closures } from '@visitkit/sdk'
import { addDays, startOfDay, zoneOffset } from '../core/format.ts'

/** A part of a calendar day, in minutes from midnight on its clock. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** An appointment on the grid. Those that overlap are next to each other. */
export interface PlacedVisit extends Span {
  readonly appointment: Appointment
  readonly lane: number
  readonly lanes: number
}

export type Period = 'day' | 'week'

const DAY_MINUTES = 1440

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** The days on the screen: one, or the week from Monday on. */
export const daysOf = (period: Period, day: string): readonly string[] => {
  if (period === 'day') return [day]
  const monday = addDays(day, 1 - weekdayOf(day))
  return [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(monday, index))
}

/** Minutes since midnight on the clock of a zone. */
export const minuteOfDay = (instant: string, zone: string): number => {
  const minutes = Date.parse(instant) / 60_000 + zoneOffset(instant, zone)
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
}

/** The instant of a wall-clock time. */
export const instantAt = (day: string, minute: number, zone: string): string => {
  const wall = new Date(Date.parse(day) + minute * 60_000).toISOString()
  return startOfDay(wall, zone).replace('.000', '')
}

const wallMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The hours of a day: those of its exception, else those of its weekday. */
export const windowsOf = ({ weekly, exceptions }: Availability, day: string): readonly Span[] => {
  const windows =
    exceptions.find(({ date }) => date === day)?.windows ?? weekly.filter(({ weekday }) => weekday === weekdayOf(day))
  return windows
    .map(({ from, to }) => ({ from: wallMinutes(from), to: wallMinutes(to) }))
    .toSorted((a, b) => a.from - b.from)
}

/** The part of a range of wall-clock times that is on this day. */
const partOn = (day: string, from: string, to: string): Span | null => {
  const next = addDays(day, 1)
  if (to <= `${day}T00:00` || from >= `${next}T00:00`) return null
  return {
    from: from.slice(0, 10) === day ? wallMinutes(from.slice(11)) : 0,
    to: to.slice(0, 10) === day ? wallMinutes(to.slice(11)) : DAY_MINUTES,
  }
}

/** When the practitioner is off, or the organization is closed, on a day. */
export const offTimes = (
  { timeOff, zone }: Availability,
  closures: Closures | null,
  day: string,
): readonly (Span & { readonly isClosure: boolean })[] => {
  const own = timeOff.map(({ from, to }) => ({ from, to, isClosure: false }))
  // Closures are on the clock of the organization.
  const moved = (wall: string): string => {
    const instant = startOfDay(`${wall}:00Z`, closures?.zone ?? zone)
    return new Date(Date.parse(instant) + zoneOffset(instant, zone) * 60_000).toISOString().slice(0, 16)
  }
  const closed = (closures?.items ?? []).map(({ from, to }) => ({ from: moved(from), to: moved(to), isClosure: true }))
  return [...own, ...closed].flatMap(({ from, to, isClosure }) => {
    const part = partOn(day, from, to)
    return part ? [{ ...part, isClosure }] : []
  })
}

/** The appointments of a day, side by side where they overlap. */
export const placeVisits = (appointments: readonly Appointment[], zone: string): readonly PlacedVisit[] => {
  const placed: PlacedVisit[] = []
  let group: { appointment: Appointment; from: number; to: number; lane: number }[] = []
  const close = (): void => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1
    placed.push(...group.map((one) => ({ ...one, lanes })))
    group = []
  }
  for (const appointment of appointments.toSorted((a, b) => a.start.localeCompare(b.start))) {
    const from = minuteOfDay(appointment.start, zone)
    const to = from + (Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000
    if (group.every((one) => one.to <= from)) close()
    const taken = new Set(group.filter((one) => one.to > from).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane++
    group.push({ appointment, from, to, lane })
  }
  close()
  return placed
}

/** The whole hours that the grid shows. */
export const hoursShown = (spans: readonly Span[]): Span => {
  const from = Math.min(8 * 60, ...spans.map((one) => one.from))
  const to = Math.max(17 * 60, ...spans.map((one) => one.to))
  return { from: Math.floor(from / 60) * 60, to: Math.min(DAY_MINUTES, Math.ceil(to / 60) * 60) }
}
