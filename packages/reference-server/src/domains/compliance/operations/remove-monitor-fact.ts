import { operation } from '../../../platform/contracts/operation.ts'
import type { ComplianceContext } from '../ports.ts'
import { deleteFact, readFact } from '../store/monitor-facts.ts'

export const removeMonitorFact = operation<ComplianceContext>()('removeMonitorFact', {
  gather: async ({ path }, _, context) => {
    const fact = await readFact(context.db, path.factId)
    context.access.touch(fact.patientId)
    return fact
  },
  decide: (_, fact) => ({ writes: [deleteFact(fact)], answer: { status: 204 } }),
})
