import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { SchedulingPorts, ScopesFor } from '../../ports.ts'
import { listAppointments as list } from '../../kernel/store/appointments.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { readCursor, writeCursor } from '../../kernel/store/page-cursor.ts'
import { readAppointmentPresenter } from '../workflows/read-appointment-presenter.ts'
import { visibleDetails, requireVisibleAppointment } from '../workflows/require-visible-appointment.ts'

/** Patients whose appointments may be shown; null for all. */
const whose = (
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  patientId: string | undefined,
  scopesFor: ScopesFor,
): readonly string[] | null => {
  if (patientId === undefined)
    return access.reach === 'own' ? caller.patientIds.filter((id) => scopesFor(id).size > 0) : null
  if (access.reach === 'own' && !caller.patientIds.includes(patientId)) throw notFound('patient_beyond_reach')
  requireVisibleAppointment(scopesFor, patientId)
  return [requireUuid(patientId)]
}

const moment = (time: string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time))

export const listAppointments = operation<SchedulingPorts>()('listAppointments', {
  read: async ({ query }, _, context, ports) => {
    const scopesFor = await ports.directory.scopesFor(context)
    const filter = {
      patientIds: whose(context, query.patientId, scopesFor),
      practitionerId: query.practitionerId === undefined ? undefined : requireUuid(query.practitionerId),
      from: moment(query.from),
      to: moment(query.to),
      status: query.status,
      support: query.support,
      isDescending: query.sort === '-start',
    }
    const limit = query.limit ?? 50
    const found = await list(context.db, filter, readCursor(query.cursor), limit + 1)
    // Decrypts only what is shown: every decrypted record is an access.
    const shown = found.slice(0, limit)
    const { present } = await readAppointmentPresenter(ports, context, shown)
    const details = await Promise.all(
      shown.map((appointment) => visibleDetails(context.db, context, scopesFor, appointment)),
    )
    const last = shown.at(-1)
    return {
      status: 200,
      body: {
        items: shown.map((appointment, index) => present(appointment, details[index] ?? {})),
        nextCursor: last && found.length > limit ? writeCursor(last) : null,
      },
    }
  },
})
