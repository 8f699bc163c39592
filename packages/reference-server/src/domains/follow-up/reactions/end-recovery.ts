import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { recover, type Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasksOf } from '../workflows/raise.ts'
import { hasOpenRecovery, lockOpenRecoveries, updateRecovery } from '../store/recoveries.ts'

/** The patient has booked in this specialty again: no further outreach, and nothing is left to do at the desk. */
export const onAppointmentBookedEndRecovery = onEvent<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.end-recovery-on-appointment-booked',
  {
    gather: async ({ organizationId, data }, { scheduling }, reading) =>
      (await hasOpenRecovery(reading.db, organizationId, { patientId: data.patientId }))
        ? (await scheduling.appointment(reading, data.appointmentId)).type.specialty
        : nothingToDo,
    keep: async ({ data }, specialty, keeping) =>
      end(
        keeping,
        await lockOpenRecoveries(keeping.tx, keeping.caller.organizationId, {
          patientId: data.patientId,
          specialty,
        }),
      ),
  },
)

/** A timer took a late patient for a missing one, and they have come. */
export const onCheckedInEndRecovery = onEvent<FollowUpContext>()(
  ['visits.checked-in'],
  'follow_up.end-recovery-on-checked-in',
  {
    gather: async ({ organizationId, data }, _, { db }) =>
      (await hasOpenRecovery(db, organizationId, { appointmentId: data.appointmentId })) ? undefined : nothingToDo,
    keep: async ({ data }, _, keeping) =>
      end(
        keeping,
        await lockOpenRecoveries(keeping.tx, keeping.caller.organizationId, {
          appointmentId: data.appointmentId,
        }),
      ),
  },
)

const end = async (keeping: Keeping, recoveries: readonly Recovery[]): Promise<void> => {
  for (const recovery of recoveries) {
    await updateRecovery(keeping.tx, keeping.caller.organizationId, recover(recovery))
    await settleTasksOf(keeping, 'no-show', recovery.appointmentId, 'done')
  }
}
