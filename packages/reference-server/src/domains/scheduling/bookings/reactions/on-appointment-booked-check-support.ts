import { nothingToDo, onEvents } from '../../../../platform/contracts/reaction.ts'
import { checkSupport } from '../../kernel/model/support.ts'
import { findAppointments } from '../../kernel/store/appointments.ts'
import { storeSupport } from '../../kernel/workflows/store-support.ts'
import type { SchedulingPorts } from '../../ports.ts'

/**
 * A booking and a change of supply at the same moment do not see each other. Whichever event comes last finds both: this one checks the
 * appointment with the supply as it is by then.
 */
export const onAppointmentBookedCheckSupport = onEvents<SchedulingPorts>()(
  ['scheduling.appointment-booked', 'scheduling.appointment-rescheduled'],
  'scheduling.check-support-on-appointment-booked',
  {
    gather: async (page, { slots }, context) => {
      const [calendar, found] = await Promise.all([
        slots.currentCalendar(context),
        findAppointments(
          context.db,
          page.map(({ data }) => data.appointmentId),
        ),
      ])
      return { found, reasons: checkSupport([...found.values()], calendar) }
    },
    decide: ({ data }, { found, reasons }, { now }) => {
      const appointment = found.get(data.appointmentId)
      const { writes, events } = storeSupport(appointment ? [appointment] : [], reasons, now)
      return writes.length === 0 ? nothingToDo : { writes, events, answer: undefined }
    },
  },
)
