import { nothingToDo, onEvent, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { EventData } from '../../../platform/contracts/event.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { TaskRule } from '../model/follow-up-policy.ts'
import { raiseTask, type Raised, type TaskKind, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTaskOnce, settleTasks } from '../workflows/raise-tasks.ts'
import { listOpenTasksBySource, type TaskFacts } from '../store/tasks.ts'

/** Tasks from events of laboratory and pharmacy. The events contain ids and codes only; the result is read in its own domain. */

/** By practitioner. */
type AllTreating = ReadonlyMap<string, Treating>

const gatherTreating = async (
  practitionerIds: readonly string[],
  { directory }: FollowUpContext,
  context: ReadContext,
): Promise<AllTreating> => {
  const ids = [...new Set(practitionerIds)]
  return new Map(await Promise.all(ids.map(async (id) => [id, await directory.practitioner(context, id)] as const)))
}

const raiseFor = (
  treating: Treating | undefined,
  { patientId, visitId = null }: { readonly patientId: string; readonly visitId?: string | null },
  { newId, now }: DecideContext,
  rule: TaskRule,
  raised: Pick<Raised, 'kind' | 'cause' | 'source'>,
): Change<void> | typeof nothingToDo =>
  treating === undefined
    ? nothingToDo
    : raiseTaskOnce(raiseTask({ ...raised, patientId, visitId }, rule, treating, newId(), now))

type NotifiedRole = EventData['labs.critical-raised']['role']
const isOnePerson = (role: NotifiedRole): role is 'ordering-practitioner' | 'covering-practitioner' =>
  role === 'ordering-practitioner' || role === 'covering-practitioner'

/** The covering practitioner gets the task instead of the ordering one. */
const notifiedOf = ({ coveringPractitionerId, practitionerId }: EventData['labs.critical-raised']): string =>
  coveringPractitionerId ?? practitionerId

/** Every notified person or role has a task of their own: the ordering practitioner, the covering one, or a role. */
const onCriticalRaisedRaiseTask = onEvents<FollowUpContext>()(
  ['labs.critical-raised'],
  'follow_up.raise-task-on-critical-result',
  {
    gather: async (page, ports, context) => ({
      rule: ports.policy.criticalResult,
      treating: await gatherTreating(
        page.map(({ data }) => notifiedOf(data)),
        ports,
        context,
      ),
    }),
    decide: ({ data }, { rule, treating }, context) => {
      const { resultId, role, notifiedAt } = data
      return raiseFor(
        treating.get(notifiedOf(data)),
        data,
        context,
        { ...rule, assignTo: isOnePerson(role) ? 'treating' : role },
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
const onCriticalUnmatchedRaiseTask = onEvents<FollowUpContext>()(
  ['labs.critical-unmatched'],
  'follow_up.raise-task-on-critical-unmatched',
  {
    gather: async (_, { policy }) => policy.criticalResult,
    decide: ({ data }, rule, { newId, now }) => {
      const { unmatchedId, role, notifiedAt } = data
      return raiseTaskOnce(
        raiseTask(
          {
            kind: 'unmatched-result',
            cause: `critical-unmatched:${unmatchedId}:${role}:${notifiedAt}`,
            source: { entity: 'UnmatchedResult', id: unmatchedId },
            patientId: null,
          },
          // Neither an ordering nor a covering practitioner is known.
          { ...rule, assignTo: isOnePerson(role) ? 'practitioner' : role },
          { memberId: null },
          newId(),
          now,
        ),
      )
    },
  },
)

/** One open task of a result is enough. */
const onResultReceivedRaiseTask = onEvent<FollowUpContext>()(
  ['labs.result-received'],
  'follow_up.raise-task-on-abnormal-result',
  {
    gather: async ({ organizationId, data }, ports, context) => {
      if (!data.abnormal) return nothingToDo
      const open = await listOpenTasksBySource(context.db, organizationId, ['review-result'], [data.resultId])
      if (open.length > 0) return nothingToDo
      const treating = await ports.directory.practitioner(context, data.practitionerId)
      return { rule: ports.policy.abnormalResult, treating }
    },
    decide: ({ data }, { rule, treating }, context) =>
      raiseFor(treating, data, context, rule, {
        kind: 'review-result',
        cause: `abnormal:${data.resultId}:${data.version}`,
        source: { entity: 'LabResult', id: data.resultId },
      }),
  },
)

/** A corrected result: someone may have acted on the wrong one, so it must be read again, whatever its value now. */
const onResultCorrectedRaiseTask = onEvents<FollowUpContext>()(
  ['labs.result-corrected'],
  'follow_up.raise-task-on-corrected-result',
  {
    gather: async (page, ports, context) => ({
      rule: ports.policy.abnormalResult,
      treating: await gatherTreating(
        page.map(({ data }) => data.practitionerId),
        ports,
        context,
      ),
    }),
    decide: ({ data }, { rule, treating }, context) =>
      raiseFor(treating.get(data.practitionerId), data, context, rule, {
        kind: 'review-result',
        cause: `corrected:${data.resultId}:${data.version}`,
        source: { entity: 'LabResult', id: data.resultId },
      }),
  },
)

/** The task ends when the result is read, or matched to its patient. */
const settle = <Type extends 'labs.critical-acknowledged' | 'labs.result-reviewed' | 'labs.unmatched-decided'>(
  kinds: readonly TaskKind[],
  subjectOf: (data: EventData[Type]) => string,
): PageSteps<Type, FollowUpContext, readonly TaskFacts[]> => ({
  gather: async (page, _, { db }) => {
    const subjects = page.map(({ data }) => subjectOf(data))
    const open = await listOpenTasksBySource(db, page[0].organizationId, kinds, subjects)
    return open.length === 0 ? nothingToDo : open
  },
  decide: ({ data }, open, { now }) => {
    const own = open.filter(({ source }) => source?.id === subjectOf(data))
    return own.length === 0 ? nothingToDo : { ...settleTasks(own, now), answer: undefined }
  },
})

/** States in which a prescription does not proceed without a phone call. */
const undispensedStatuses: readonly EventData['prescriptions.prescription-changed']['status'][] = [
  'refused',
  'undelivered',
  'not-dispensed',
]

/**
 * A pharmacy that sent something unexpected is called as well. One reaction for both events: an unexpected response comes with a change of
 * the prescription, which ends its open task, and needs attention after that. A call that was written down ends it as well, whatever the
 * status is.
 */
const onPrescriptionChangedUpdateTask = onEvent<FollowUpContext>()(
  ['prescriptions.prescription-changed', 'prescriptions.attention-needed'],
  'follow_up.update-task-on-prescription-changed',
  {
    gather: async ({ organizationId, type, data }, ports, context) => {
      const { prescriptionId, practitionerId } = data
      const needsAttention = type === 'prescriptions.attention-needed'
      const needed = async () => ({
        rule: ports.policy.pharmacy,
        treating: await ports.directory.practitioner(context, practitionerId),
      })
      const isCalled = 'status' in data && data.pharmacyCalled === true
      if ('status' in data && !isCalled && undispensedStatuses.includes(data.status)) return needed()
      const open = await listOpenTasksBySource(context.db, organizationId, ['pharmacy'], [prescriptionId])
      // One call is enough.
      if (needsAttention) return open.length > 0 ? nothingToDo : needed()
      return open.length === 0 ? nothingToDo : { open }
    },
    decide: ({ id, data }, gathered, context) => {
      if ('open' in gathered) return { ...settleTasks(gathered.open, context.now), answer: undefined }
      return raiseFor(gathered.treating, data, context, gathered.rule, {
        kind: 'pharmacy',
        cause: `prescription:${data.prescriptionId}:${'status' in data ? data.status : id}`,
        source: { entity: 'Prescription', id: data.prescriptionId },
      })
    },
  },
)

export const onResultChangedUpdateTasks = [
  onCriticalRaisedRaiseTask,
  onCriticalUnmatchedRaiseTask,
  onResultReceivedRaiseTask,
  onResultCorrectedRaiseTask,
  onEvents<FollowUpContext>()(
    ['labs.critical-acknowledged'],
    'follow_up.settle-tasks-on-critical-acknowledged',
    settle(['critical-result'], ({ resultId }) => resultId),
  ),
  onEvents<FollowUpContext>()(
    ['labs.result-reviewed'],
    'follow_up.settle-tasks-on-result-reviewed',
    settle(['critical-result', 'review-result'], ({ resultId }) => resultId),
  ),
  onEvents<FollowUpContext>()(
    ['labs.unmatched-decided'],
    'follow_up.settle-tasks-on-unmatched-decided',
    settle(['unmatched-result'], ({ unmatchedId }) => unmatchedId),
  ),
  onPrescriptionChangedUpdateTask,
]
