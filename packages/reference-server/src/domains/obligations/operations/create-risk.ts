import { operation } from '../../../platform/contracts/operation.ts'
import { newRisk } from '../model/risk.ts'
import type { ObligationContext } from '../ports.ts'
import { presentRisk } from '../presenters/present-obligation.ts'
import { tooManyEntries } from '../problems.ts'
import { insertRisk, listRisks } from '../store/risks.ts'
import { gatherToday } from '../workflows/gather-today.ts'
import { requireOwner } from '../workflows/require-owner.ts'

export const createRisk = operation<ObligationContext>()('createRisk', {
  gather: async ({ body }, ports, context) => {
    const { mostEntries } = ports.policy
    await requireOwner(ports, context, body.ownerId)
    const existing = await listRisks(context.db, { active: false }, mostEntries)
    if (existing.length === mostEntries) throw tooManyEntries(mostEntries)
    return gatherToday(ports, context)
  },
  decide: ({ body }, { today, policy }, { newId }) => {
    const risk = newRisk(newId(), body, today, policy)
    return {
      writes: [insertRisk(risk)],
      answer: { status: 201, headers: { location: `/v1/risks/${risk.id}` }, body: presentRisk(risk) },
    }
  },
})
