import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { recover, type Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasks } from '../workflows/raise-tasks.ts'
import { listOpenRecoveries, replaceRecovery } from '../store/recoveries.ts'
import { listOpenTasksBySource, type TaskFacts } from '../store/tasks.ts'

/** Open recoveries, and the tasks of the front desk about them. */
interface LoadedRecoveries {
  readonly recoveries: readonly Recovery[]
  readonly tasks: readonly TaskFacts[]
}

/** The patient booked in this specialty again: ends the outreach and the task of the front desk. */
export const onAppointmentBookedEndRecovery = onEvents<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.end-recovery-on-appointment-booked',
  {
    gather: async (page, { scheduling }, context) => {
      const patientIds = page.map(({ data }) => data.patientId)
      const recoveries = await listOpenRecoveries(context.db, page[0].organizationId, { patientIds })
      if (recoveries.length === 0) return nothingToDo
      const [loaded, types] = await Promise.all([gatherTasks(context, recoveries), scheduling.visitTypes(context)])
      return { ...loaded, specialtyOf: new Map(types.map(({ id, specialty }) => [id, specialty])) }
    },
    decide: ({ data }, { specialtyOf, ...loaded }, { now }) => {
      const specialty = specialtyOf.get(data.visitTypeId)
      return end(loaded, (each) => each.patientId === data.patientId && each.specialty === specialty, now)
    },
  },
)

/** A late patient whom a job had marked as missing came after all. */
export const onVisitCheckedInEndRecovery = onEvents<FollowUpContext>()(
  ['visits.checked-in'],
  'follow_up.end-recovery-on-visit-checked-in',
  {
    gather: async (page, _, context) => {
      const appointmentIds = page.map(({ data }) => data.appointmentId)
      const recoveries = await listOpenRecoveries(context.db, page[0].organizationId, { appointmentIds })
      return recoveries.length === 0 ? nothingToDo : gatherTasks(context, recoveries)
    },
    decide: ({ data }, loaded, { now }) => end(loaded, (each) => each.appointmentId === data.appointmentId, now),
  },
)

const gatherTasks = async ({ db, caller }: ReadContext, recoveries: readonly Recovery[]): Promise<LoadedRecoveries> => {
  const sources = recoveries.map(({ appointmentId }) => appointmentId)
  return { recoveries, tasks: await listOpenTasksBySource(db, caller.organizationId, ['no-show'], sources) }
}

const end = (
  { recoveries, tasks }: LoadedRecoveries,
  isMeant: (recovery: Recovery) => boolean,
  now: Date,
): Change<void> | typeof nothingToDo => {
  const meant = recoveries.filter(isMeant)
  if (meant.length === 0) return nothingToDo
  const ids = new Set(meant.map(({ appointmentId }) => appointmentId))
  const settled = settleTasks(
    tasks.filter(({ source }) => source !== null && ids.has(source.id)),
    now,
  )
  return {
    writes: [...meant.map((before) => replaceRecovery(recover(before), before)), ...settled.writes],
    events: settled.events,
    answer: undefined,
  }
}
