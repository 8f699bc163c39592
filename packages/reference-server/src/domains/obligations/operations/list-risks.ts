import { operation } from '../../../platform/contracts/operation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentRisk } from '../presenters/present-obligation.ts'
import { listRisks as readRisks } from '../store/risks.ts'

export const listRisks = operation<ObligationContext>()('listRisks', {
  read: async ({ query }, _, { db }, { policy }) => {
    const found = await readRisks(db, { active: query.active !== false }, policy.mostEntries)
    return { status: 200, body: { items: found.map(presentRisk) } }
  },
})
