import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { gatherGuestVisit } from '../workflows/gather-guest-visit.ts'

export const getGuestVisit = operation<VisitsContext>()('getGuestVisit', {
  gather: (_, ports, context) => gatherGuestVisit(ports, context),
  read: async (_, { seated, present }) => ({ status: 200, body: present(seated?.seats ?? []) }),
})
