import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { accessQuestionChanged } from '../events.ts'
import { escalateQuestion } from '../model/access-question.ts'
import { accessQuestions, listOverdueQuestions } from '../store/access-questions.ts'

/** Marks each question whose deadline passed without an answer, once, for every privacy officer and the patient. */
export const escalateAccessQuestions = (deps: DueChanges): DomainJob => ({
  name: 'compliance.escalate-access-questions',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: listOverdueQuestions,
      idOf: ({ id }) => id,
      decide: (before) => {
        const after = escalateQuestion(before, now)
        return {
          writes: [accessQuestions.replace(after, before)],
          events: [accessQuestionChanged(after)],
          answer: undefined,
        }
      },
    }),
})
