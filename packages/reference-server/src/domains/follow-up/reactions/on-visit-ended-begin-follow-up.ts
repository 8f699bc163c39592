import { nothingToDo, type Reaction } from '../../../domain-module.ts'
import { outreachWanted } from '../events.ts'
import { gatherDraft, type VisitAtHand } from '../gather-draft.ts'
import { careOf, type FollowUpPolicy, type TaskRule } from '../model/follow-up-policy.ts'
import { openSurvey } from '../model/survey.ts'
import { raiseTask, type Treating } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raise } from '../raise.ts'
import { summaryInsertion } from '../store/summaries.ts'
import { insertSurvey } from '../store/surveys.ts'

interface Gathered extends VisitAtHand {
  readonly policy: FollowUpPolicy
  readonly isCompleted: boolean
  readonly asksHowItWas: boolean
  /** What the outcome asks somebody to do. */
  readonly rule: TaskRule | null
  readonly treating: Treating
}

/** A visit that took place gets its summary, as a draft, and its survey; one that failed, somebody who calls. */
export const onVisitEndedBeginFollowUp: Reaction<FollowUpContext, Gathered> = {
  event: 'visits.ended',
  consumer: 'follow_up.begin-on-visit-ended',
  gather: async ({ data }, ports, reading) => {
    const outcome = String(data['outcome'])
    const rule = ports.policy.visitOutcomes[outcome] ?? null
    if (outcome !== 'completed' && rule === null) return nothingToDo
    const atHand = await gatherDraft(ports, reading, String(data['visitId']))
    const { specialty, visitTypeCode } = atHand.visit
    return {
      ...atHand,
      policy: ports.policy,
      isCompleted: outcome === 'completed',
      asksHowItWas: careOf(ports.specialties, specialty, visitTypeCode)?.survey ?? true,
      rule,
      treating: await ports.directory.practitioner(reading, atHand.draft.practitionerId),
    }
  },
  keep: async ({ data }, gathered, keeping) => {
    const { tx, now, emit, beside, newId } = keeping
    const { draft, policy, rule } = gathered
    const { visitId, patientId, audience } = draft
    if (gathered.isCompleted) {
      beside(await summaryInsertion(tx, keeping, draft))
      if (gathered.asksHowItWas && (await insertSurvey(tx, keeping, openSurvey(draft, policy, now))))
        await emit(outreachWanted({ patientId, kind: 'survey', subjectId: visitId, audience }))
    }
    if (rule !== null) {
      const raised = {
        kind: 'call-patient' as const,
        cause: `visit:${visitId}:${String(data['outcome'])}`,
        source: { entity: 'Visit' as const, id: visitId },
        patientId,
        visitId,
      }
      await raise(keeping, [raiseTask(raised, rule, gathered.treating, newId(), now)])
    }
  },
}
