import { operation } from '../../../platform/contracts/operation.ts'
import { localDay } from '../model/local-day.ts'
import { textIn } from '../model/note-template.ts'
import { orderSetsOf } from '../model/order-set.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentOrderSet } from '../presenters/present-order-set.ts'
import { listOrderSets as listStored } from '../store/order-sets.ts'

export const listOrderSets = operation<DocumentationContext>()('listOrderSets', {
  gather: (_input, { directory }, context) => directory.organization(context),
  read: async (_input, { zone, languages }, context, { diagnoses, orderSets }) => {
    const day = localDay(context.now, zone)
    const language = languages[0] ?? 'en'
    const items = orderSetsOf(orderSets, await listStored(context.db, context))
      .toSorted((a, b) => textIn(a.content.name, language).localeCompare(textIn(b.content.name, language), language))
      .map((each) => presentOrderSet(each, diagnoses, day))
    return { status: 200, body: { items } }
  },
})
