import { nothingToDo, type Reaction } from '../../../platform/contracts/reaction.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { FollowUpPolicy, TaskRule } from '../model/follow-up-policy.ts'
import { raiseTask, type Raised, type Role, type TaskKind, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raise, settleTasksOf } from '../workflows/raise.ts'
import { hasOpenTask } from '../store/tasks.ts'

/** What laboratory and pharmacy told that somebody has to act on. The events carry ids and codes; what was found is read in its place. */

interface Gathered {
  readonly policy: FollowUpPolicy
  readonly treating: Treating
}

const gatherTreating = async (
  { data }: DomainEvent,
  { directory, policy }: FollowUpContext,
  reading: Parameters<FollowUpContext['directory']['practitioner']>[0],
): Promise<Gathered> => {
  // Who stands in has the task in place of whom it was about.
  const id = data['coveringPractitionerId'] ?? data['practitionerId']
  return { policy, treating: typeof id === 'string' ? await directory.practitioner(reading, id) : { memberId: null } }
}

const raiseFor = async (
  { data }: DomainEvent,
  keeping: Keeping,
  { treating }: Gathered,
  rule: TaskRule,
  raised: Pick<Raised, 'kind' | 'cause' | 'source'>,
): Promise<void> => {
  const visitId = typeof data['visitId'] === 'string' ? data['visitId'] : null
  const task = raiseTask(
    { ...raised, patientId: String(data['patientId']), visitId },
    rule,
    treating,
    keeping.newId(),
    keeping.now,
  )
  await raise(keeping, [task])
}

/** Whoever is told has a task of their own: who ordered, who covers, or a role. */
const onCritical: Reaction<FollowUpContext, Gathered> = {
  event: 'labs.critical-raised',
  consumer: 'follow_up.raise-task-on-critical-result',
  gather: gatherTreating,
  keep: async (event, gathered, keeping) => {
    const { resultId, role, toldAt } = event.data
    const isOnePerson = role === 'ordering-practitioner' || role === 'covering-practitioner'
    // What the laboratory policy names beside those two are roles of the organization.
    const assignTo = isOnePerson ? 'treating' : (role as Role)
    await raiseFor(
      event,
      keeping,
      gathered,
      { ...gathered.policy.criticalResult, assignTo },
      {
        kind: 'critical-result',
        cause: `critical:${String(resultId)}:${String(role)}:${String(toldAt)}`,
        source: { entity: 'LabResult', id: String(resultId) },
      },
    )
  },
}

/**
 * Whoever is told has to find whose it is. The patient whose order the laboratory names is perhaps another one, so the task stands in
 * nobody's record; what the report says is read in the laboratory's inbox.
 */
const onCriticalUnmatched: Reaction<FollowUpContext, FollowUpPolicy> = {
  event: 'labs.critical-unmatched',
  consumer: 'follow_up.raise-task-on-critical-unmatched',
  gather: async (_, { policy }) => policy,
  keep: async ({ data }, { criticalResult }, keeping) => {
    const { unmatchedId, role, toldAt } = data
    const task = raiseTask(
      {
        kind: 'unmatched-result',
        cause: `critical-unmatched:${String(unmatchedId)}:${String(role)}:${String(toldAt)}`,
        source: { entity: 'UnmatchedResult', id: String(unmatchedId) },
        patientId: null,
      },
      { ...criticalResult, assignTo: role as Role },
      { memberId: null },
      keeping.newId(),
      keeping.now,
    )
    await raise(keeping, [task])
  },
}

const onAbnormal: Reaction<FollowUpContext, Gathered> = {
  event: 'labs.result-received',
  consumer: 'follow_up.raise-task-on-abnormal-result',
  gather: async (event, context, reading) => {
    const { abnormal, resultId } = event.data
    const isNews =
      abnormal === true && !(await hasOpenTask(reading.db, event.organizationId, ['review-result'], String(resultId)))
    return isNews ? gatherTreating(event, context, reading) : nothingToDo
  },
  keep: async (event, gathered, keeping) => {
    const id = String(event.data['resultId'])
    await raiseFor(event, keeping, gathered, gathered.policy.abnormalResult, {
      kind: 'review-result',
      cause: `abnormal:${id}:${String(event.data['version'])}`,
      source: { entity: 'LabResult', id },
    })
  },
}

/** What somebody may have acted on was wrong: it has to be read again, whatever it says now. */
const onCorrected: Reaction<FollowUpContext, Gathered> = {
  event: 'labs.result-corrected',
  consumer: 'follow_up.raise-task-on-corrected-result',
  gather: gatherTreating,
  keep: async (event, gathered, keeping) => {
    const id = String(event.data['resultId'])
    await raiseFor(event, keeping, gathered, gathered.policy.abnormalResult, {
      kind: 'review-result',
      cause: `corrected:${id}:${String(event.data['version'])}`,
      source: { entity: 'LabResult', id },
    })
  },
}

/** Done where the result is read, or given to whose it is: the task is done with it. */
const settleOn = (
  event: string,
  subject: 'resultId' | 'unmatchedId',
  kinds: readonly TaskKind[],
): Reaction<FollowUpContext, undefined> => ({
  event,
  consumer: `follow_up.settle-tasks-on-${event.replace('labs.', '')}`,
  gather: async ({ organizationId, data }, _, { db }) =>
    (await hasOpenTask(db, organizationId, kinds, String(data[subject]))) ? undefined : nothingToDo,
  keep: async ({ data }, _, keeping) => {
    for (const kind of kinds) await settleTasksOf(keeping, kind, String(data[subject]), 'done')
  },
})

/** States in which a prescription goes nowhere unless somebody telephones. */
const stuck: readonly unknown[] = ['refused', 'undelivered', 'not-dispensed']

const onPrescriptionChanged: Reaction<FollowUpContext, Gathered> = {
  event: 'prescriptions.prescription-changed',
  consumer: 'follow_up.follow-prescription',
  gather: async (event, context, reading) => {
    const { organizationId, data } = event
    const concerns =
      stuck.includes(data['status']) ||
      (await hasOpenTask(reading.db, organizationId, ['pharmacy'], String(data['prescriptionId'])))
    return concerns ? gatherTreating(event, context, reading) : nothingToDo
  },
  keep: async (event, gathered, keeping) => {
    const id = String(event.data['prescriptionId'])
    const { status } = event.data
    if (!stuck.includes(status)) return settleTasksOf(keeping, 'pharmacy', id, 'done')
    await raiseFor(event, keeping, gathered, gathered.policy.pharmacy, {
      kind: 'pharmacy',
      cause: `prescription:${id}:${String(status)}`,
      source: { entity: 'Prescription', id },
    })
  },
}

export const followResultReactions = [
  onCritical,
  onCriticalUnmatched,
  onAbnormal,
  onCorrected,
  settleOn('labs.critical-acknowledged', 'resultId', ['critical-result']),
  settleOn('labs.result-reviewed', 'resultId', ['critical-result', 'review-result']),
  settleOn('labs.unmatched-decided', 'unmatchedId', ['unmatched-result']),
  onPrescriptionChanged,
]
