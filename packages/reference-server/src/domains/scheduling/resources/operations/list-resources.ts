import { operation } from '../../../../platform/contracts/operation.ts'
import { cursorInvalid } from '../../../../platform/problems/problem.ts'
import type { SchedulingPorts } from '../../ports.ts'

export const listResources = operation<SchedulingPorts>()('listResources', {
  gather: (_, { slots }, context) => slots.calendar(context),
  read: async ({ query }, calendar) => {
    const all = calendar
      .resources()
      .filter(({ active, kind }) => (active || query.inactive) && (query.kind === undefined || kind === query.kind))
      .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
    const after = query.cursor === undefined ? -1 : all.findIndex(({ id }) => id === query.cursor)
    if (query.cursor !== undefined && after === -1) throw cursorInvalid()
    const items = all.slice(after + 1, after + 1 + (query.limit ?? 50))
    const last = items.at(-1)
    return { status: 200, body: { items, nextCursor: last && last !== all.at(-1) ? last.id : null } }
  },
})
