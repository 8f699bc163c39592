import type { CarePlan, CareTask, Referral } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/** Open work for the patient: two tasks, an overdue referral without a response, and a plan. */
export const followUpSample: SampleDomain = ({ live, now }) => {
  const at = (days: number): string => instant(now() + days * day)
  const { id: patientId } = samplePatientSummary
  const task = (id: string, more: Partial<CareTask> & Pick<CareTask, 'kind' | 'priority'>): CareTask => ({
    ...{ id, patientId, patient: samplePatientSummary, status: 'open', createdAt: at(-3), version: 1 },
    ...more,
  })
  const tasks = [
    task('task-referral', { kind: 'referral-overdue', priority: 'urgent', dueAt: at(-1), assigneeRole: 'nurse' }),
    task('task-call', {
      ...{ kind: 'other', priority: 'routine', dueAt: at(4) },
      title: 'Ask how the new tablets are taken',
      assignee: { memberId: 'member-jo', displayName: 'Dr. Jo Sample' },
    }),
  ]
  const referrals: Referral[] = [
    {
      id: 'referral-1',
      patientId,
      patient: samplePatientSummary,
      specialty: 'cardiology',
      to: 'Sample Heart Center',
      question: 'Does the heart explain the pressure in the morning?',
      priority: 'routine',
      status: 'accepted',
      nextStepDue: at(-1),
      overdue: true,
      history: [{ status: 'sent', at: at(-14), by: 'member-jo' }],
      createdAt: at(-14),
      version: 2,
    },
  ]
  const plan: CarePlan = {
    patientId,
    goals: [{ id: 'goal-1', text: 'Blood pressure below 130/80', status: 'active', due: at(90).slice(0, 10) }],
    activities: [
      { id: 'activity-1', text: 'Measure at home each morning', by: 'patient', status: 'in-progress' },
      { id: 'activity-2', text: 'Look at the readings together', by: 'care-team', status: 'planned' },
    ],
    changedAt: at(-14),
    version: 3,
  }
  return () => ({
    listTasks: ({ query }) =>
      page(
        tasks.filter(
          (one) =>
            (query.status === undefined || one.status === query.status) &&
            (query.patientId === undefined || one.patientId === query.patientId),
        ),
        query,
      ),
    changeTask: ({ path, body: { version, status } }) => {
      const before = find(tasks, path.taskId)
      if (before.version !== version) throw problem(409, 'version_conflict')
      const after: CareTask = { ...before, ...(status && { status }), version: version + 1 }
      tasks.splice(tasks.indexOf(before), 1, after)
      live.emit({ type: 'task.changed', ids: { taskId: after.id, patientId } })
      return after
    },
    listReferrals: ({ query }) =>
      page(
        referrals.filter((one) => query.patientId === undefined || one.patientId === query.patientId),
        query,
      ),
    getCarePlan: ({ path }) =>
      path.patientId === patientId ? plan : { patientId: path.patientId, goals: [], activities: [], version: 0 },
  })
}
