import type { Reaction } from '../../../platform/contracts/reaction.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { appointmentProgressed } from '../events.ts'
import { statusesBefore } from '../model/appointment.ts'
import type { SchedulingPorts } from '../ports.ts'
import { progressAppointment } from '../store/appointments.ts'

/** What the visit tells, and the appointment's status that follows from it. */
const stages = {
  'visits.checked-in': 'checked-in',
  'visits.started': 'in-progress',
  'visits.ended': 'completed',
} as const

const followVisit =
  (status: (typeof stages)[keyof typeof stages]) =>
  async ({ data }: DomainEvent, _: unknown, keeping: Keeping): Promise<void> => {
    const { tx, now, emit } = keeping
    const after = await progressAppointment(tx, String(data['appointmentId']), status, statusesBefore(status), now)
    if (after) await emit(appointmentProgressed(after))
  }

/** The visit drives its appointment: checked in, under way, completed. */
export const followVisitReactions: readonly Reaction<SchedulingPorts, undefined>[] = Object.entries(stages).map(
  ([event, status]) => ({
    event,
    consumer: `scheduling.appointment-${status}-on-${event.replace('visits.', 'visit-')}`,
    keep: followVisit(status),
  }),
)
