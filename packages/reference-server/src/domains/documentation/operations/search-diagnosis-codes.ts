import { operation } from '../../../platform/http/operation.ts'
import type { DocumentationContext } from '../ports.ts'

export const searchDiagnosisCodes = operation<DocumentationContext>()('searchDiagnosisCodes', {
  read: async ({ query: { search, limit = 20 } }, _, { now }, { diagnoses }) => ({
    status: 200,
    body: { items: diagnoses.search(search, limit, now) },
  }),
})
