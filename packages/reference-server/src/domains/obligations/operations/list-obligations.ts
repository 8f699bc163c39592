import { operation } from '../../../platform/contracts/operation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentObligation } from '../presenters/present-obligation.ts'
import { listObligations as readObligations } from '../store/obligations.ts'

export const listObligations = operation<ObligationContext>()('listObligations', {
  read: async ({ query }, _, { db }, { policy }) => {
    const found = await readObligations(db, { active: query.active !== false }, policy.mostEntries)
    return { status: 200, body: { items: found.map(presentObligation) } }
  },
})
