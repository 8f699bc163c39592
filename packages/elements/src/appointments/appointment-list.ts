import type { Appointment, AppointmentStatus, VisitClient } from '@visitkit/sdk'

/** A patient's appointments, as far as they are read. */
export interface AppointmentList {
  /** To come or under way, in order of time. */
  readonly open: readonly Appointment[]
  /** Over or cancelled, the latest first. */
  readonly past: readonly Appointment[]
  /** Whether there are appointments from before those that were read. */
  readonly hasEarlier: boolean
}

const openStatuses: ReadonlySet<AppointmentStatus> = new Set<AppointmentStatus>([
  'requested',
  'booked',
  'checked-in',
  'in-progress',
])

/** More than a patient has in a year. */
const MOST = 500

/** Reads the appointments from an instant on, and whether there are earlier ones. The server lists in order of time only. */
export const readAppointments = async (
  client: VisitClient,
  patientId: string,
  from: string,
  signal: AbortSignal,
): Promise<AppointmentList> => {
  const [all, before] = await Promise.all([
    client.appointments.list({ patientId, from, limit: 100 }, { signal }).toArray(MOST),
    client.appointments.list({ patientId, to: from, limit: 1 }, { signal }).page(),
  ])
  return {
    open: all.filter(({ status }) => openStatuses.has(status)),
    past: all.filter(({ status }) => !openStatuses.has(status)).toReversed(),
    hasEarlier: before.items.length > 0,
  }
}
