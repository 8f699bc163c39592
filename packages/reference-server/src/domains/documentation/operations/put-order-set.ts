import { operation } from '../../../platform/contracts/operation.ts'
import { localDay } from '../model/local-day.ts'
import { writtenOrderSet } from '../model/order-set.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentOrderSet } from '../presenters/present-order-set.ts'
import { listOrderSets, writeOrderSet } from '../store/order-sets.ts'

export const putOrderSet = operation<DocumentationContext>()('putOrderSet', {
  gather: async (_input, { directory, diagnoses }, context) => {
    const [{ zone }, stored] = await Promise.all([directory.organization(context), listOrderSets(context.db, context)])
    return { day: localDay(context.now, zone), stored, diagnoses }
  },
  decide: ({ path: { code }, body: { version: read, ...content } }, { day, stored, diagnoses }, { newId }) => {
    const { before, after } = writtenOrderSet(stored, { code, content, read, diagnoses, day, newId })
    return {
      writes: [writeOrderSet(after, before)],
      answer: { status: 200, body: presentOrderSet(after, diagnoses, day) },
    }
  },
})
