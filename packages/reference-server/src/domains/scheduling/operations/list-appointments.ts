import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { SchedulingPorts, ScopesFor } from '../ports.ts'
import { listAppointments as list } from '../store/appointments.ts'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { readCursor, writeCursor } from '../store/page-cursor.ts'
import { readAppointmentContext } from '../workflows/read-appointment-context.ts'
import { detailsInSight, requireSight } from '../workflows/see-appointment.ts'

/** Whose appointments may be shown; null for everyone's. */
const whose = (
  { access, caller }: Pick<Situation, 'access' | 'caller'>,
  patientId: string | undefined,
  scopesFor: ScopesFor,
): readonly string[] | null => {
  if (patientId === undefined)
    return access.reach === 'own' ? caller.patientIds.filter((id) => scopesFor(id).size > 0) : null
  if (access.reach === 'own' && !caller.patientIds.includes(patientId)) throw notFound('patient_beyond_reach')
  requireSight(scopesFor, patientId)
  return [knownId(patientId)]
}

const moment = (time: string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time))

export const listAppointments = operation<SchedulingPorts>()('listAppointments', {
  read: async ({ query }, _, reading, ports) => {
    const scopesFor = await ports.directory.scopesFor(reading)
    const filter = {
      patientIds: whose(reading, query.patientId, scopesFor),
      practitionerId: query.practitionerId === undefined ? undefined : knownId(query.practitionerId),
      from: moment(query.from),
      to: moment(query.to),
      status: query.status,
    }
    const limit = query.limit ?? 50
    const found = await list(reading.db, filter, readCursor(query.cursor), limit + 1)
    // Only what is shown is opened: every opened record is an access of its own.
    const shown = found.slice(0, limit)
    const { describe } = await readAppointmentContext(ports, reading, shown)
    const details = await Promise.all(
      shown.map((appointment) => detailsInSight(reading.db, reading, scopesFor, appointment)),
    )
    const last = shown.at(-1)
    return {
      status: 200,
      body: {
        items: shown.map((appointment, index) => describe(appointment, details[index] ?? {})),
        nextCursor: last && found.length > limit ? writeCursor(last) : null,
      },
    }
  },
})
