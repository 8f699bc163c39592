import type { Appointment } from '@visitkit/sdk'
import { dayKey } from '../core/format.ts'
import type { Schedule } from './read-schedule.ts'

type VisitsByDay = Readonly<Record<string, readonly Appointment[]>>

const known = new WeakMap<Schedule, VisitsByDay>()

/** The visits of each day, found once for each schedule, not at each render of it. */
export const visitsByDay = (schedule: Schedule): VisitsByDay => {
  const found = known.get(schedule)
  if (found) return found
  const byDay: Record<string, Appointment[]> = {}
  for (const one of schedule.appointments) (byDay[dayKey(one.start, schedule.availability.zone)] ??= []).push(one)
  known.set(schedule, byDay)
  return byDay
}
