import type { Appointment, AppointmentStatus, VisitClient } from '@visitkit/sdk'

/** Appointments of one patient, or of all for whom the person acts, as far as they are read. */
export interface AppointmentList {
  /** To come or under way, in order of time. */
  readonly open: readonly Appointment[]
  /** Over or cancelled, the latest first. */
  readonly past: readonly Appointment[]
  /** Whether there are past appointments that were not read. */
  readonly hasMore: boolean
}

const openStatuses: ReadonlySet<AppointmentStatus> = new Set<AppointmentStatus>([
  'requested',
  'booked',
  'checked-in',
  'in-progress',
])

const DAY_MS = 86_400_000

/** Reads, from the latest on, every open appointment and at least `most` past ones if there are as many. */
export const readAppointments = async (
  client: VisitClient,
  patientId: string | undefined,
  most: number,
  signal: AbortSignal,
): Promise<AppointmentList> => {
  // No visit is open a day after its end.
  const closed = new Date(Date.now() - DAY_MS).toISOString()
  const open: Appointment[] = []
  const past: Appointment[] = []
  for await (const one of client.appointments.list({ patientId, sort: '-start', limit: 20 }, { signal })) {
    if (openStatuses.has(one.status)) open.unshift(one)
    else if (past.length >= most && one.end < closed) return { open, past, hasMore: true }
    else past.push(one)
  }
  return { open, past, hasMore: false }
}
