import { nothingToDo, onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventData } from '../../../platform/contracts/event.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { FollowUpPolicy, TaskRule } from '../model/follow-up-policy.ts'
import { raiseTask, type Raised, type TaskKind, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks, settleTasksBySource } from '../workflows/raise-tasks.ts'
import { hasOpenTask } from '../store/tasks.ts'

/** Tasks from events of laboratory and pharmacy. The events contain ids and codes only; the result is read in its own domain. */

interface LoadedTreating {
  readonly policy: FollowUpPolicy
  readonly treating: Treating
}

const gatherTreating = async (
  practitionerId: string,
  { directory, policy }: FollowUpContext,
  context: ReadContext,
): Promise<LoadedTreating> => ({ policy, treating: await directory.practitioner(context, practitionerId) })

/** The task goes to the ordering practitioner. */
const gatherOrdering = (
  { data }: DomainEvent<'labs.result-received' | 'labs.result-corrected' | 'prescriptions.prescription-changed'>,
  ports: FollowUpContext,
  context: ReadContext,
): Promise<LoadedTreating> => gatherTreating(data.practitionerId, ports, context)

const raiseFor = async (
  { patientId, visitId = null }: { readonly patientId: string; readonly visitId?: string | null },
  context: WriteContext,
  { treating }: LoadedTreating,
  rule: TaskRule,
  raised: Pick<Raised, 'kind' | 'cause' | 'source'>,
): Promise<void> => {
  const task = raiseTask({ ...raised, patientId, visitId }, rule, treating, context.newId(), context.now)
  await raiseTasks(context, [task])
}

type NotifiedRole = EventData['labs.critical-raised']['role']
const isOnePerson = (role: NotifiedRole): role is 'ordering-practitioner' | 'covering-practitioner' =>
  role === 'ordering-practitioner' || role === 'covering-practitioner'

/** Every notified person or role has a task of their own: the ordering practitioner, the covering one, or a role. */
const onCriticalRaisedRaiseTask = onEvent<FollowUpContext>()(
  ['labs.critical-raised'],
  'follow_up.raise-task-on-critical-result',
  {
    // The covering practitioner gets the task instead of the ordering one.
    gather: ({ data }, ports, context) =>
      gatherTreating(data.coveringPractitionerId ?? data.practitionerId, ports, context),
    keep: async ({ data }, gathered, context) => {
      const { resultId, role, notifiedAt } = data
      await raiseFor(
        data,
        context,
        gathered,
        { ...gathered.policy.criticalResult, assignTo: isOnePerson(role) ? 'treating' : role },
        {
          kind: 'critical-result',
          cause: `critical:${resultId}:${role}:${notifiedAt}`,
          source: { entity: 'LabResult', id: resultId },
        },
      )
    },
  },
)

/**
 * The result must be matched to a patient first. The patient of the order that the laboratory names may be the wrong one, so the task is in
 * no patient's record; the report is read in the laboratory inbox.
 */
const onCriticalUnmatchedRaiseTask = onEvent<FollowUpContext>()(
  ['labs.critical-unmatched'],
  'follow_up.raise-task-on-critical-unmatched',
  {
    gather: async (_, { policy }) => policy,
    keep: async ({ data }, { criticalResult }, context) => {
      const { unmatchedId, role, notifiedAt } = data
      const task = raiseTask(
        {
          kind: 'unmatched-result',
          cause: `critical-unmatched:${unmatchedId}:${role}:${notifiedAt}`,
          source: { entity: 'UnmatchedResult', id: unmatchedId },
          patientId: null,
        },
        // Neither an ordering nor a covering practitioner is known.
        { ...criticalResult, assignTo: isOnePerson(role) ? 'practitioner' : role },
        { memberId: null },
        context.newId(),
        context.now,
      )
      await raiseTasks(context, [task])
    },
  },
)

const onResultReceivedRaiseTask = onEvent<FollowUpContext>()(
  ['labs.result-received'],
  'follow_up.raise-task-on-abnormal-result',
  {
    gather: async (event, ports, context) => {
      const { abnormal, resultId } = event.data
      const isNewStatus =
        abnormal && !(await hasOpenTask(context.db, event.organizationId, ['review-result'], resultId))
      return isNewStatus ? gatherOrdering(event, ports, context) : nothingToDo
    },
    keep: async (event, gathered, context) => {
      const id = event.data.resultId
      await raiseFor(event.data, context, gathered, gathered.policy.abnormalResult, {
        kind: 'review-result',
        cause: `abnormal:${id}:${event.data.version}`,
        source: { entity: 'LabResult', id },
      })
    },
  },
)

/** A corrected result: someone may have acted on the wrong one, so it must be read again, whatever its value now. */
const onResultCorrectedRaiseTask = onEvent<FollowUpContext>()(
  ['labs.result-corrected'],
  'follow_up.raise-task-on-corrected-result',
  {
    gather: gatherOrdering,
    keep: async (event, gathered, context) => {
      const id = event.data.resultId
      await raiseFor(event.data, context, gathered, gathered.policy.abnormalResult, {
        kind: 'review-result',
        cause: `corrected:${id}:${event.data.version}`,
        source: { entity: 'LabResult', id },
      })
    },
  },
)

/** The task ends when the result is read, or matched to its patient. */
const settle = <Type extends 'labs.critical-acknowledged' | 'labs.result-reviewed' | 'labs.unmatched-decided'>(
  kinds: readonly TaskKind[],
  subjectOf: (data: EventData[Type]) => string,
): EventSteps<Type, FollowUpContext, undefined> => ({
  gather: async ({ organizationId, data }, _, { db }) =>
    (await hasOpenTask(db, organizationId, kinds, subjectOf(data))) ? undefined : nothingToDo,
  keep: async ({ data }, _, context) => {
    for (const kind of kinds) await settleTasksBySource(context, kind, subjectOf(data), 'done')
  },
})

/** States in which a prescription does not proceed without a phone call. */
const undispensedStatuses: readonly EventData['prescriptions.prescription-changed']['status'][] = [
  'refused',
  'undelivered',
  'not-dispensed',
]

const onPrescriptionChangedUpdateTask = onEvent<FollowUpContext>()(
  ['prescriptions.prescription-changed'],
  'follow_up.update-task-on-prescription-changed',
  {
    gather: async (event, ports, context) => {
      const { organizationId, data } = event
      const concerns =
        undispensedStatuses.includes(data.status) ||
        (await hasOpenTask(context.db, organizationId, ['pharmacy'], data.prescriptionId))
      return concerns ? gatherOrdering(event, ports, context) : nothingToDo
    },
    keep: async (event, gathered, context) => {
      const id = event.data.prescriptionId
      const { status } = event.data
      if (!undispensedStatuses.includes(status)) return settleTasksBySource(context, 'pharmacy', id, 'done')
      await raiseFor(event.data, context, gathered, gathered.policy.pharmacy, {
        kind: 'pharmacy',
        cause: `prescription:${id}:${status}`,
        source: { entity: 'Prescription', id },
      })
    },
  },
)

export const onResultChangedUpdateTasks = [
  onCriticalRaisedRaiseTask,
  onCriticalUnmatchedRaiseTask,
  onResultReceivedRaiseTask,
  onResultCorrectedRaiseTask,
  onEvent<FollowUpContext>()(
    ['labs.critical-acknowledged'],
    'follow_up.settle-tasks-on-critical-acknowledged',
    settle(['critical-result'], ({ resultId }) => resultId),
  ),
  onEvent<FollowUpContext>()(
    ['labs.result-reviewed'],
    'follow_up.settle-tasks-on-result-reviewed',
    settle(['critical-result', 'review-result'], ({ resultId }) => resultId),
  ),
  onEvent<FollowUpContext>()(
    ['labs.unmatched-decided'],
    'follow_up.settle-tasks-on-unmatched-decided',
    settle(['unmatched-result'], ({ unmatchedId }) => unmatchedId),
  ),
  onPrescriptionChangedUpdateTask,
]
