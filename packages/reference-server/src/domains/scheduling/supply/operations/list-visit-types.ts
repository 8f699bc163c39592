import { operation } from '../../../../platform/contracts/operation.ts'
import { cursorInvalid } from '../../../../platform/problems/problem.ts'
import type { SchedulingPorts } from '../../ports.ts'

/** Visit types by specialty and code. Retired types are left out by default; their appointments keep them. */
export const listVisitTypes = operation<SchedulingPorts>()('listVisitTypes', {
  gather: (_, { slots }, context) => slots.calendar(context),
  read: async ({ query }, calendar) => {
    const all = calendar
      .visitTypes()
      .filter(
        ({ active, specialty }) =>
          (active || query.retired) && (query.specialty === undefined || specialty === query.specialty),
      )
      .sort((a, b) => a.specialty.localeCompare(b.specialty) || a.code.localeCompare(b.code))
    const after = query.cursor === undefined ? -1 : all.findIndex(({ id }) => id === query.cursor)
    if (query.cursor !== undefined && after === -1) throw cursorInvalid()
    const items = all.slice(after + 1, after + 1 + (query.limit ?? 50))
    const last = items.at(-1)
    return { status: 200, body: { items, nextCursor: last && last !== all.at(-1) ? last.id : null } }
  },
})
