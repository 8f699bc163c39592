import { nothingToDo, onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventData } from '../../../platform/contracts/event.ts'
import type { Keeping, Reading } from '../../../platform/contracts/context.ts'
import type { FollowUpPolicy, TaskRule } from '../model/follow-up-policy.ts'
import { raiseTask, type Raised, type TaskKind, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raise, settleTasksOf } from '../workflows/raise.ts'
import { hasOpenTask } from '../store/tasks.ts'

/** What laboratory and pharmacy told that somebody has to act on. The events carry ids and codes; what was found is read in its place. */

interface Gathered {
  readonly policy: FollowUpPolicy
  readonly treating: Treating
}

const gatherTreating = async (
  practitionerId: string,
  { directory, policy }: FollowUpContext,
  reading: Reading,
): Promise<Gathered> => ({ policy, treating: await directory.practitioner(reading, practitionerId) })

/** The task goes to the practitioner who ordered. */
const gatherOrdering = (
  { data }: DomainEvent<'labs.result-received' | 'labs.result-corrected' | 'prescriptions.prescription-changed'>,
  context: FollowUpContext,
  reading: Reading,
): Promise<Gathered> => gatherTreating(data.practitionerId, context, reading)

const raiseFor = async (
  { patientId, visitId = null }: { readonly patientId: string; readonly visitId?: string | null },
  keeping: Keeping,
  { treating }: Gathered,
  rule: TaskRule,
  raised: Pick<Raised, 'kind' | 'cause' | 'source'>,
): Promise<void> => {
  const task = raiseTask({ ...raised, patientId, visitId }, rule, treating, keeping.newId(), keeping.now)
  await raise(keeping, [task])
}

type NotifiedRole = EventData['labs.critical-raised']['role']
const isOnePerson = (role: NotifiedRole): role is 'ordering-practitioner' | 'covering-practitioner' =>
  role === 'ordering-practitioner' || role === 'covering-practitioner'

/** Whoever is told has a task of their own: who ordered, who covers, or a role. */
const onCritical = onEvent<FollowUpContext>()(['labs.critical-raised'], 'follow_up.raise-task-on-critical-result', {
  // The covering practitioner has the task in place of the one who ordered.
  gather: ({ data }, context, reading) =>
    gatherTreating(data.coveringPractitionerId ?? data.practitionerId, context, reading),
  keep: async ({ data }, gathered, keeping) => {
    const { resultId, role, toldAt } = data
    await raiseFor(
      data,
      keeping,
      gathered,
      { ...gathered.policy.criticalResult, assignTo: isOnePerson(role) ? 'treating' : role },
      {
        kind: 'critical-result',
        cause: `critical:${resultId}:${role}:${toldAt}`,
        source: { entity: 'LabResult', id: resultId },
      },
    )
  },
})

/**
 * Whoever is told has to find whose it is. The patient whose order the laboratory names is perhaps another one, so the task stands in
 * nobody's record; what the report says is read in the laboratory's inbox.
 */
const onCriticalUnmatched = onEvent<FollowUpContext>()(
  ['labs.critical-unmatched'],
  'follow_up.raise-task-on-critical-unmatched',
  {
    gather: async (_, { policy }) => policy,
    keep: async ({ data }, { criticalResult }, keeping) => {
      const { unmatchedId, role, toldAt } = data
      const task = raiseTask(
        {
          kind: 'unmatched-result',
          cause: `critical-unmatched:${unmatchedId}:${role}:${toldAt}`,
          source: { entity: 'UnmatchedResult', id: unmatchedId },
          patientId: null,
        },
        // Nobody is known who ordered it or covers.
        { ...criticalResult, assignTo: isOnePerson(role) ? 'practitioner' : role },
        { memberId: null },
        keeping.newId(),
        keeping.now,
      )
      await raise(keeping, [task])
    },
  },
)

const onAbnormal = onEvent<FollowUpContext>()(['labs.result-received'], 'follow_up.raise-task-on-abnormal-result', {
  gather: async (event, context, reading) => {
    const { abnormal, resultId } = event.data
    const isNews = abnormal && !(await hasOpenTask(reading.db, event.organizationId, ['review-result'], resultId))
    return isNews ? gatherOrdering(event, context, reading) : nothingToDo
  },
  keep: async (event, gathered, keeping) => {
    const id = event.data.resultId
    await raiseFor(event.data, keeping, gathered, gathered.policy.abnormalResult, {
      kind: 'review-result',
      cause: `abnormal:${id}:${event.data.version}`,
      source: { entity: 'LabResult', id },
    })
  },
})

/** What somebody may have acted on was wrong: it has to be read again, whatever it says now. */
const onCorrected = onEvent<FollowUpContext>()(['labs.result-corrected'], 'follow_up.raise-task-on-corrected-result', {
  gather: gatherOrdering,
  keep: async (event, gathered, keeping) => {
    const id = event.data.resultId
    await raiseFor(event.data, keeping, gathered, gathered.policy.abnormalResult, {
      kind: 'review-result',
      cause: `corrected:${id}:${event.data.version}`,
      source: { entity: 'LabResult', id },
    })
  },
})

/** Done where the result is read, or given to whose it is: the task is done with it. */
const settle = <Type extends 'labs.critical-acknowledged' | 'labs.result-reviewed' | 'labs.unmatched-decided'>(
  kinds: readonly TaskKind[],
  subjectOf: (data: EventData[Type]) => string,
): EventSteps<Type, FollowUpContext, undefined> => ({
  gather: async ({ organizationId, data }, _, { db }) =>
    (await hasOpenTask(db, organizationId, kinds, subjectOf(data))) ? undefined : nothingToDo,
  keep: async ({ data }, _, keeping) => {
    for (const kind of kinds) await settleTasksOf(keeping, kind, subjectOf(data), 'done')
  },
})

/** States in which a prescription goes nowhere unless somebody telephones. */
const stuck: readonly EventData['prescriptions.prescription-changed']['status'][] = [
  'refused',
  'undelivered',
  'not-dispensed',
]

const onPrescriptionChanged = onEvent<FollowUpContext>()(
  ['prescriptions.prescription-changed'],
  'follow_up.follow-prescription',
  {
    gather: async (event, context, reading) => {
      const { organizationId, data } = event
      const concerns =
        stuck.includes(data.status) ||
        (await hasOpenTask(reading.db, organizationId, ['pharmacy'], data.prescriptionId))
      return concerns ? gatherOrdering(event, context, reading) : nothingToDo
    },
    keep: async (event, gathered, keeping) => {
      const id = event.data.prescriptionId
      const { status } = event.data
      if (!stuck.includes(status)) return settleTasksOf(keeping, 'pharmacy', id, 'done')
      await raiseFor(event.data, keeping, gathered, gathered.policy.pharmacy, {
        kind: 'pharmacy',
        cause: `prescription:${id}:${status}`,
        source: { entity: 'Prescription', id },
      })
    },
  },
)

export const followResultReactions = [
  onCritical,
  onCriticalUnmatched,
  onAbnormal,
  onCorrected,
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
  onPrescriptionChanged,
]
