import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { outreachRequested } from '../events.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import { careOf } from '../model/follow-up-policy.ts'
import { openSurvey } from '../model/survey.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { insertSummaryStatement } from '../store/summaries.ts'
import { insertSurvey } from '../store/surveys.ts'

/** A visit that took place gets a draft summary and a survey. A failed visit raises a task to call the patient. */
export const onVisitEndedBeginFollowUp = onEvent<FollowUpContext>()(
  ['visits.ended'],
  'follow_up.begin-follow-up-on-visit-ended',
  {
    gather: async ({ data }, ports, context) => {
      const outcome = data.outcome
      const rule = ports.policy.visitOutcomes[outcome] ?? null
      if (outcome !== 'completed' && rule === null) return nothingToDo
      const loaded = await gatherDraft(ports, context, data.visitId)
      const { specialty, visitTypeCode } = loaded.visit
      return {
        ...loaded,
        policy: ports.policy,
        isCompleted: outcome === 'completed',
        asksHowItWas: careOf(ports.specialties, specialty, visitTypeCode)?.survey ?? true,
        rule,
        treating: await ports.directory.practitioner(context, loaded.draft.practitionerId),
      }
    },
    keep: async ({ data }, gathered, context) => {
      const { tx, now, emit, defer, newId } = context
      const { draft, policy, rule } = gathered
      const { visitId, patientId, audience } = draft
      if (gathered.isCompleted) {
        defer(await insertSummaryStatement(tx, context, draft))
        if (gathered.asksHowItWas && (await insertSurvey(tx, context, openSurvey(draft, policy, now))))
          await emit(outreachRequested({ patientId, kind: 'survey', subjectId: visitId, audience }))
      }
      if (rule !== null) {
        const raised = {
          kind: 'call-patient' as const,
          cause: `visit:${visitId}:${data.outcome}`,
          source: { entity: 'Visit' as const, id: visitId },
          patientId,
          visitId,
        }
        await raiseTasks(context, [raiseTask(raised, rule, gathered.treating, newId(), now)])
      }
    },
  },
)
