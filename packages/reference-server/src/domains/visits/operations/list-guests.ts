import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { presentGuest } from '../presenters/present-guest.ts'
import { decryptGuest, listGuestsOf } from '../store/guests.ts'

export const listGuests = operation<VisitsContext>()('listGuests', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    // Throws `not_found` for an appointment that is not accessible to the caller.
    const { patientId } = await ports.scheduling.appointment(context, appointmentId)
    context.access.touch(patientId)
    await ports.directory.actingFor(context, patientId, 'visit')
    const stored = await listGuestsOf(context.db, [appointmentId])
    return { patientId, guests: await Promise.all(stored.map((each) => decryptGuest(context.db, context, each))) }
  },
  read: async ({ path: { appointmentId } }, { patientId, guests }, { now }) => ({
    status: 200,
    body: { appointmentId, patientId, items: guests.map((guest) => presentGuest(guest, now)) },
  }),
})
