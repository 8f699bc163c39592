import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'

export const searchLabTests = operation<LabsContext>()('searchLabTests', {
  read: async ({ query }, _, __, { catalog }) => ({
    status: 200,
    body: { items: catalog.search(query.search ?? '', query.limit ?? 50) },
  }),
})
