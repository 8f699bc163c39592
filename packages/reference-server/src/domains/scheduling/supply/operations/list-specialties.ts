import { operation } from '../../../../platform/contracts/operation.ts'
import { localized } from '../../kernel/model/specialty-pack.ts'
import type { SchedulingPorts } from '../../ports.ts'

/** A specialty is listed only if it has a bookable visit type. */
export const listSpecialties = operation<SchedulingPorts>()('listSpecialties', {
  gather: (_, { slots }, context) => slots.calendar(context),
  read: async (_, calendar, __, { specialties }) => {
    const bookable = Map.groupBy(
      calendar.visitTypes().filter(({ active }) => active),
      ({ specialty }) => specialty,
    )
    const items = [...specialties.values()].flatMap(({ code, taxonomy, name }) => {
      const visitTypeCount = bookable.get(code)?.length ?? 0
      return visitTypeCount === 0 ? [] : [{ code, taxonomy, name: localized(name), visitTypeCount }]
    })
    return { status: 200, body: { items } }
  },
})
