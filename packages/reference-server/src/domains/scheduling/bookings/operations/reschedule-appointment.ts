import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentRescheduled } from '../../events.ts'
import { changeTerms, rescheduleAppointment as reschedule } from '../../kernel/model/appointment.ts'
import { occupantOf } from '../../kernel/model/hold.ts'
import { requireSelfService } from '../model/appointment-request.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments, readAppointment } from '../../kernel/store/appointments.ts'
import { decryptHoldOverride } from '../../kernel/store/hold-overrides.ts'
import { addRows, confirmHolds, releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import { holds, readHold } from '../../kernel/store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'
import { visibleDetails } from '../workflows/require-visible-appointment.ts'

/** Moves an appointment to a held time: confirms the new time and releases the old one. */
export const rescheduleAppointment = operation<SchedulingPorts>()('rescheduleAppointment', {
  gather: async ({ path: { appointmentId }, body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const appointment = await readAppointment(context.db, context, appointmentId)
    const hold = await readHold(context.db, context, body.holdId)
    const presenter = await requirePatientFits(ports, context, calendar, hold, appointment.patientId, {
      moved: appointment,
    })
    const scopesFor = await ports.directory.scopesFor(context)
    const [details, override] = await Promise.all([
      visibleDetails(context.db, context, scopesFor, appointment),
      decryptHoldOverride(context.db, context, hold),
    ])
    return { ...presenter, appointment, hold, details, override, slots: ports.slots, policy: ports.policy }
  },

  decide: (
    _,
    {
      appointment: before,
      hold,
      details: known,
      override,
      slots,
      type,
      policy,
      requireNoOtherVisit,
      requireSupport,
      present,
    },
    { caller, access, now },
  ) => {
    requireSelfService(type, access.reach, true)
    const terms = changeTerms(type, policy, access.reach)
    const after = reschedule(before, hold, terms, now, requireSupport())
    requireNoOtherVisit()
    // Only staff lift rules, and they see all details. The reason of an earlier time stays encrypted, and is not shown again.
    const details = override ? { ...known, override } : known
    const occupant = occupantOf(hold, before.id)
    return {
      writes: [
        appointments.replace(after, before, override ? details : undefined),
        holds.replace({ ...hold, state: 'booked' }, hold),
        ...confirmHolds(hold, occupant),
        ...releaseTimes(before),
      ],
      events: [appointmentRescheduled(before, after)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          addRows(calendar, hold, type, { expiresAt: null, heldBy: null, occupant })
          removeRows(calendar, before)
        }),
      answer: { status: 200, body: present(after, details) },
    }
  },
})
