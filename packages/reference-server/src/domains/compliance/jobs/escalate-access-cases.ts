import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { changeEachDue } from '../../../platform/system/change-each-due.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { accessCaseChanged } from '../events.ts'
import { escalateCase } from '../model/stored-case.ts'
import { listOverdueCases, replaceCase } from '../store/access-cases.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { officersWhoHandle } from '../workflows/gather-case.ts'
import type { EscalationDeps } from './escalate-access-questions.ts'

/** Marks each case whose deadline passed before it was closed, once. Administrators see it from then on. */
export const escalateAccessCases = ({ vault, ports, ...deps }: EscalationDeps): DomainJob => ({
  name: 'compliance.escalate-access-cases',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: async (db, organizationId, at, which) => {
        const due = await listOverdueCases(db, organizationId, at, which)
        if (due.length === 0) return []
        const context = { ...systemRequestContext('compliance.timer', organizationId, now), vault, db }
        const officers = await officersWhoHandle(context, ports)
        return due.map((found) => ({ found, forAdministrators: isForAdministrators(officers, found.memberId) }))
      },
      idOf: ({ found }) => found.id,
      decide: ({ found: before, forAdministrators }) => {
        const after = escalateCase(before, now)
        return {
          writes: [replaceCase(after, before)],
          events: [accessCaseChanged(after, forAdministrators, 'became-overdue')],
          answer: undefined,
        }
      },
    }),
})
