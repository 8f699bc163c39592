import { operation } from '../../../../platform/contracts/operation.ts'
import { validateVisitType } from '../model/validate-visit-type.ts'
import { requireKnownSpecialties } from '../model/require-known-specialties.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { codeTaken } from '../model/supply-problems.ts'
import { invalidRequest, unknownReference } from '../../problems.ts'
import { visitTypeCreated } from '../../events.ts'
import { insertVisitType, type VisitType } from '../../kernel/store/visit-types.ts'

export const createVisitType = operation<SchedulingPorts>()('createVisitType', {
  gather: async ({ body }, { slots, specialties }) => {
    const faults = validateVisitType(body)
    if (faults.length > 0) throw invalidRequest(faults)
    if (!specialties.has(body.specialty))
      throw unknownReference(
        '/specialty',
        'Must be the code of a specialty pack. Add a folder to packs/specialty for a new one.',
      )
    requireKnownSpecialties(body, specialties)
    return { slots }
  },
  decide: ({ body }, { slots }, { caller, newId }) => {
    const type: VisitType = { id: newId(), active: true, version: 1, bookingMode: 'instant', ...body }
    return {
      writes: [insertVisitType(type)],
      events: [visitTypeCreated(type)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setVisitType(type)),
      otherwise: () => {
        throw codeTaken()
      },
      answer: { status: 201, headers: { location: `/v1/visit-types/${type.id}` }, body: type },
    }
  },
})
