import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'

export const searchLabTests = operation<LabsContext>()('searchLabTests', {
  read: async ({ query }, _, __, { catalogue }) => ({
    status: 200,
    body: { items: catalogue.search(query.search ?? '', query.limit ?? 50) },
  }),
})
