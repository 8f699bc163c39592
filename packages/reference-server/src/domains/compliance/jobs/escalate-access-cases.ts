import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { accessCaseChanged } from '../events.ts'
import { escalateCase } from '../model/stored-case.ts'
import { listOverdueCases, replaceCase } from '../store/access-cases.ts'

/** Marks each case whose deadline passed before it was closed, once. Administrators see it from then on. */
export const escalateAccessCases = (deps: DueChanges): DomainJob => ({
  name: 'compliance.escalate-access-cases',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: listOverdueCases,
      idOf: ({ id }) => id,
      decide: (before) => {
        const after = escalateCase(before, now)
        return { writes: [replaceCase(after, before)], events: [accessCaseChanged(after)], answer: undefined }
      },
    }),
})
