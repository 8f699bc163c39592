import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentBooked, appointmentRequested } from '../../events.ts'
import { bookAppointment as book } from '../../kernel/model/appointment.ts'
import { missingCaptionerOf } from '../../kernel/model/missing-captioner.ts'
import { missingInterpreterOf, takesInterpreter } from '../../kernel/model/missing-interpreter.ts'
import { occupantOf } from '../../kernel/model/hold.ts'
import { requireMinorConsent } from '../../kernel/model/sensitivity.ts'
import { isRequest, requestOf } from '../model/appointment-request.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import { decryptHoldOverride } from '../../kernel/store/hold-overrides.ts'
import { addRows, confirmHolds } from '../../kernel/store/claimed-rows.ts'
import { holds, readHold } from '../../kernel/store/holds.ts'
import { advanceBookings } from '../store/open-appointments.ts'
import { gatherOpenAppointments } from '../workflows/gather-open-appointments.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'

export const bookAppointment = operation<SchedulingPorts>()('bookAppointment', {
  gather: async ({ body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const hold = await readHold(context.db, context, body.holdId)
    const [presenter, open] = await Promise.all([
      requirePatientFits(ports, context, calendar, hold, body.patientId, body),
      gatherOpenAppointments(context, body.patientId, hold.visitTypeId),
    ])
    const override = await decryptHoldOverride(context.db, context, hold)
    return { ...presenter, hold, open, override, slots: ports.slots, policy: ports.policy }
  },

  decide: ({ body }, gathered, { caller, access, now, newId }) => {
    const { hold, open, override, slots, policy, type, patient, sensitivity, requireNoOtherVisit, requireSupport } =
      gathered
    const { present } = gathered
    requireMinorConsent(body, sensitivity, patient, now)
    const booked = book(newId(), hold, patient, sensitivity, now, requireSupport())
    const request = isRequest(type, access.reach) ? requestOf(booked, type, policy, now) : null
    const appointment = request ?? booked
    requireNoOtherVisit()
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    const language = body.language ?? hold.language ?? undefined
    const details = {
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(language === undefined ? {} : { language }),
      ...(override === undefined ? {} : { override }),
      ...(hold.interpreterLanguage === null ? {} : { interpreterLanguage: hold.interpreterLanguage }),
      ...missingInterpreterOf(patient, hold.interpreterLanguage !== null || takesInterpreter(type)),
      ...missingCaptionerOf(patient, type),
    }
    const occupant = occupantOf(hold, appointment.id)
    return {
      writes: [
        holds.replace({ ...hold, state: 'booked' }, hold),
        ...confirmHolds(hold, occupant),
        appointments.insert(appointment, details),
        ...(open ? [advanceBookings(body.patientId, open.version)] : []),
      ],
      events: [request ? appointmentRequested(request) : appointmentBooked(booked)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) =>
          addRows(calendar, hold, type, { expiresAt: null, heldBy: null, occupant }),
        ),
      answer: {
        status: 201,
        headers: { location: `/v1/appointments/${appointment.id}` },
        body: present(appointment, details),
      },
    }
  },
})
