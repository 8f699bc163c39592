import { nothingToDo, type Reaction } from '../../../platform/contracts/reaction.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { recover, type Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasksOf } from '../workflows/raise.ts'
import { hasOpenRecovery, lockOpenRecoveries, updateRecovery } from '../store/recoveries.ts'

/** The patient has booked in this specialty again: no further outreach, and nothing is left to do at the desk. */
export const onAppointmentBookedEndRecovery: Reaction<FollowUpContext, string> = {
  event: 'scheduling.appointment-booked',
  consumer: 'follow_up.end-recovery-on-appointment-booked',
  gather: async ({ organizationId, data }, { scheduling }, reading) =>
    (await hasOpenRecovery(reading.db, organizationId, { patientId: String(data['patientId']) }))
      ? (await scheduling.appointment(reading, String(data['appointmentId']))).type.specialty
      : nothingToDo,
  keep: async ({ data }, specialty, keeping) =>
    end(
      keeping,
      await lockOpenRecoveries(keeping.tx, keeping.caller.organizationId, {
        patientId: String(data['patientId']),
        specialty,
      }),
    ),
}

/** A timer took a late patient for a missing one, and they have come. */
export const onCheckedInEndRecovery: Reaction<FollowUpContext, undefined> = {
  event: 'visits.checked-in',
  consumer: 'follow_up.end-recovery-on-checked-in',
  gather: async ({ organizationId, data }, _, { db }) =>
    (await hasOpenRecovery(db, organizationId, { appointmentId: String(data['appointmentId']) }))
      ? undefined
      : nothingToDo,
  keep: async ({ data }, _, keeping) =>
    end(
      keeping,
      await lockOpenRecoveries(keeping.tx, keeping.caller.organizationId, {
        appointmentId: String(data['appointmentId']),
      }),
    ),
}

const end = async (keeping: Keeping, recoveries: readonly Recovery[]): Promise<void> => {
  for (const recovery of recoveries) {
    await updateRecovery(keeping.tx, keeping.caller.organizationId, recover(recovery))
    await settleTasksOf(keeping, 'no-show', recovery.appointmentId, 'done')
  }
}
