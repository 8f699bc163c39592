import type { Change } from '../../../platform/contracts/change.ts'
import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { outreachRequested } from '../events.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import { gatherEach } from '../workflows/gather-each.ts'
import { careOf, type FollowUpPolicy, type TaskRule } from '../model/follow-up-policy.ts'
import type { Summary } from '../model/summary.ts'
import { openSurvey } from '../model/survey.ts'
import { raiseTask, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTaskOnce, raiseTasks } from '../workflows/raise-tasks.ts'
import { insertDraft } from '../store/summaries.ts'
import { insertSurveyOnce } from '../store/surveys.ts'

interface LoadedEnd {
  readonly draft: Summary
  readonly policy: FollowUpPolicy
  readonly isCompleted: boolean
  readonly asksHowItWas: boolean
  readonly rule: TaskRule | null
  readonly treating: Treating
}

/** A visit that took place gets a draft summary and a survey. A failed visit raises a task to call the patient. */
export const onVisitEndedBeginFollowUp = onEvents<FollowUpContext>()(
  ['visits.ended'],
  'follow_up.begin-follow-up-on-visit-ended',
  {
    gather: (page, ports, context) =>
      gatherEach(page, async ({ data }): Promise<LoadedEnd | typeof nothingToDo> => {
        const outcome = data.outcome
        const rule = ports.policy.visitOutcomes[outcome] ?? null
        if (outcome !== 'completed' && rule === null) return nothingToDo
        const { visit, draft } = await gatherDraft(ports, context, data.visitId)
        const { specialty, visitTypeCode } = visit
        return {
          draft,
          policy: ports.policy,
          isCompleted: outcome === 'completed',
          asksHowItWas: careOf(ports.specialties, specialty, visitTypeCode)?.survey ?? true,
          rule,
          treating: await ports.directory.practitioner(context, draft.practitionerId),
        }
      }),
    decide: ({ id, data }, ended, { now, newId }) => {
      const loaded = ended.get(id)
      if (loaded === undefined) return nothingToDo
      const { draft, policy, rule, treating, isCompleted, asksHowItWas } = loaded
      const { visitId, patientId, audience } = draft
      const begun: Change<void> = { writes: isCompleted ? [insertDraft(draft)] : [], answer: undefined }
      const raised = {
        kind: 'call-patient' as const,
        cause: `visit:${visitId}:${data.outcome}`,
        source: { entity: 'Visit' as const, id: visitId },
        patientId,
        visitId,
      }
      const task = rule && raiseTask(raised, rule, treating, newId(), now)
      const withTask = (): Change<void> =>
        task === null ? begun : bothChanges(begun, { ...raiseTaskOnce(task), otherwise: () => begun })
      if (!isCompleted || !asksHowItWas) return withTask()
      const survey: Change<void> = {
        writes: [insertSurveyOnce(openSurvey(draft, policy, now))],
        events: [outreachRequested({ patientId, kind: 'survey', subjectId: visitId, audience })],
        answer: undefined,
        // The visit has one already.
        otherwise: withTask,
      }
      const tasks = { ...raiseTasks(task === null ? [] : [task]), answer: undefined }
      return bothChanges(bothChanges(begun, survey), tasks)
    },
  },
)

/** Both as one change, with the alternative of either. */
const bothChanges = (one: Change<void>, other: Change<void>): Change<void> => ({
  ...one,
  ...other,
  writes: [...(one.writes ?? []), ...(other.writes ?? [])],
  events: [...(one.events ?? []), ...(other.events ?? [])],
})
