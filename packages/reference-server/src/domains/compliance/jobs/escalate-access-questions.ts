import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { accessQuestionChanged } from '../events.ts'
import { escalateQuestion } from '../model/access-question.ts'
import type { CompliancePorts } from '../ports.ts'
import { accessQuestions, listOverdueQuestions } from '../store/access-questions.ts'
import { findAccesses } from '../store/accesses.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { officersWhoAnswer } from '../workflows/gather-question.ts'

export interface EscalationDeps extends DueChanges {
  readonly vault: Vault
  readonly ports: Pick<CompliancePorts, 'directory' | 'permissionsOf'>
}

/** Marks each question whose deadline passed without an answer, once, for the patient and everyone who may answer it. */
export const escalateAccessQuestions = ({ vault, ports, ...deps }: EscalationDeps): DomainJob => ({
  name: 'compliance.escalate-access-questions',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: async (db, organizationId, at, which) => {
        const due = await listOverdueQuestions(db, organizationId, at, which)
        if (due.length === 0) return []
        const context = { ...systemRequestContext('compliance.timer', organizationId, now), vault, db }
        const [officers, accesses] = await Promise.all([
          officersWhoAnswer(context, ports),
          findAccesses(
            db,
            due.map(({ accessId }) => accessId),
          ),
        ])
        return due.map((question) => ({
          question,
          forAdministrators: isForAdministrators(officers, accesses.get(question.accessId)?.actorId ?? null),
        }))
      },
      idOf: ({ question }) => question.id,
      decide: ({ question: before, forAdministrators }) => {
        const after = escalateQuestion(before, now)
        return {
          writes: [accessQuestions.replace(after, before)],
          events: [accessQuestionChanged(after, forAdministrators, 'became-overdue')],
          answer: undefined,
        }
      },
    }),
})
