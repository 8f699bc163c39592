import { operation } from '../../../platform/contracts/operation.ts'
import { newObligation } from '../model/obligation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentObligation } from '../presenters/present-obligation.ts'
import { tooManyEntries } from '../problems.ts'
import { insertObligation, listObligations } from '../store/obligations.ts'
import { gatherToday } from '../workflows/gather-today.ts'
import { requireOwner } from '../workflows/require-owner.ts'

export const createObligation = operation<ObligationContext>()('createObligation', {
  gather: async ({ body }, ports, context) => {
    const { mostEntries } = ports.policy
    await requireOwner(ports, context, body.ownerId)
    const existing = await listObligations(context.db, { active: false }, mostEntries)
    if (existing.length === mostEntries) throw tooManyEntries(mostEntries)
    return gatherToday(ports, context)
  },
  decide: ({ body }, { today, policy }, { newId }) => {
    const obligation = newObligation(newId(), body, today, policy)
    return {
      writes: [insertObligation(obligation)],
      answer: {
        status: 201,
        headers: { location: `/v1/obligations/${obligation.id}` },
        body: presentObligation(obligation),
      },
    }
  },
})
