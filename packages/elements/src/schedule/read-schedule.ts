import type { Appointment, Availability, Closures, VisitClient } from '@visitkit/sdk'
import { addDays, dayKey, startOfDay } from '../core/format.ts'
import { daysOf, type Period } from './schedule-days.ts'

/** What is shown of one practitioner. */
export interface Schedule {
  readonly practitionerId: string
  readonly period: Period
  readonly today: string
  readonly days: readonly string[]
  /** Of the days, in order of time. Without those that were cancelled. */
  readonly appointments: readonly Appointment[]
  /** Visits to come that need another time, in order of time. */
  readonly unsupported: readonly Appointment[]
  readonly availability: Availability
  /** Null where they cannot be read. */
  readonly closures: Closures | null
}

interface Shown {
  readonly practitionerId: string
  readonly period: Period
  /** Null: today. */
  readonly day: string | null
}

/** More than a practitioner has in a week. */
const MOST = 1000

/** Reads the days of a practitioner, by the practitioner's calendar. */
export const readSchedule = async (
  client: VisitClient,
  { practitionerId, period, day }: Shown,
  signal: AbortSignal,
): Promise<Schedule> => {
  const now = new Date().toISOString()
  const [availability, closures, unsupported] = await Promise.all([
    client.availability.get(practitionerId, { signal }),
    client.closures.get({ signal }).catch(() => null),
    client.appointments
      .list({ practitionerId, from: now, status: 'booked', support: 'unsupported', limit: 100 }, { signal })
      .toArray(MOST),
  ])
  const { zone } = availability
  const today = dayKey(now, zone)
  const days = daysOf(period, day ?? today)
  const from = startOfDay(days[0] ?? today, zone)
  const to = startOfDay(addDays(days.at(-1) ?? today, 1), zone)
  const all = await client.appointments.list({ practitionerId, from, to, limit: 100 }, { signal }).toArray(MOST)
  return {
    ...{ practitionerId, period, today, days, availability, closures },
    appointments: all.filter(({ status }) => status !== 'cancelled'),
    unsupported,
  }
}
