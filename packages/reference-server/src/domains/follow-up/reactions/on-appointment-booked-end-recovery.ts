import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { recover, type Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasksBySource } from '../workflows/raise-tasks.ts'
import { hasOpenRecovery, lockOpenRecoveries, updateRecovery } from '../store/recoveries.ts'

/** The patient booked in this specialty again: ends the outreach and the task of the front desk. */
export const onAppointmentBookedEndRecovery = onEvent<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.end-recovery-on-appointment-booked',
  {
    gather: async ({ organizationId, data }, { scheduling }, context) =>
      (await hasOpenRecovery(context.db, organizationId, { patientId: data.patientId }))
        ? (await scheduling.appointment(context, data.appointmentId)).type.specialty
        : nothingToDo,
    keep: async ({ data }, specialty, context) =>
      end(
        context,
        await lockOpenRecoveries(context.tx, context.caller.organizationId, {
          patientId: data.patientId,
          specialty,
        }),
      ),
  },
)

/** A late patient whom a job had marked as missing came after all. */
export const onVisitCheckedInEndRecovery = onEvent<FollowUpContext>()(
  ['visits.checked-in'],
  'follow_up.end-recovery-on-visit-checked-in',
  {
    gather: async ({ organizationId, data }, _, { db }) =>
      (await hasOpenRecovery(db, organizationId, { appointmentId: data.appointmentId })) ? undefined : nothingToDo,
    keep: async ({ data }, _, context) =>
      end(
        context,
        await lockOpenRecoveries(context.tx, context.caller.organizationId, {
          appointmentId: data.appointmentId,
        }),
      ),
  },
)

const end = async (context: WriteContext, recoveries: readonly Recovery[]): Promise<void> => {
  for (const recovery of recoveries) {
    await updateRecovery(context.tx, context.caller.organizationId, recover(recovery))
    await settleTasksBySource(context, 'no-show', recovery.appointmentId, 'done')
  }
}
