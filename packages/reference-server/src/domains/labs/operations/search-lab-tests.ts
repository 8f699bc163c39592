import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'

export const searchLabTests = operation<LabsContext>()('searchLabTests', {
  read: async ({ query }, _, { caller }, { catalog, laboratories }) => {
    const known = laboratories.listOf(caller.organizationId)
    const ids = known.map(({ id }) => id).filter((id) => query.laboratoryId === undefined || id === query.laboratoryId)
    const items = catalog.search(ids, query.search ?? '', query.limit ?? 50).map(({ laboratoryId, test }) => {
      const laboratory = known.length > 1 ? known.find(({ id }) => id === laboratoryId) : undefined
      return { ...test, ...(laboratory && { laboratory }) }
    })
    return { status: 200, body: { items } }
  },
})
