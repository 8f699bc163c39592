import { operation } from '../../../platform/contracts/operation.ts'
import type { ComplianceContext } from '../ports.ts'
import { ownFact } from '../problems.ts'
import { readFact, removeFact } from '../store/monitor-facts.ts'

/** Otherwise a privacy officer could open a relative's record unseen: remove the fact, look, and add it again. */
export const removeMonitorFact = operation<ComplianceContext>()('removeMonitorFact', {
  gather: async ({ path }, _, context) => {
    const fact = await readFact(context.db, path.factId)
    context.access.touch(fact.patientId)
    return fact
  },
  decide: (_, fact, { caller, now }) => {
    if (fact.memberId === caller.personId) throw ownFact()
    return { writes: [removeFact(fact, now)], answer: { status: 204 } }
  },
})
