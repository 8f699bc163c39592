import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { networkFor } from '../workflows/gather-pharmacy.ts'

export const searchPharmacies = operation<PrescriptionsContext>()('searchPharmacies', {
  gather: async ({ query: { search, state, limit = 20 } }, ports, context) =>
    (await networkFor(ports, context)).searchPharmacies({ search, limit, ...(state !== undefined && { state }) }),
  read: async (_, pharmacies) => ({ status: 200, body: { items: [...pharmacies] } }),
})
