import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'

export const searchMedications = operation<PrescriptionsContext>()('searchMedications', {
  read: async ({ query }, _, _reading, ports) => ({
    status: 200,
    body: { items: [...ports.medications.search(query.search, query.limit ?? 20)] },
  }),
})
