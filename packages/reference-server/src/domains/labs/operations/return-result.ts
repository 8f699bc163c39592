import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import { ownerOf, returnUnmatched } from '../model/unmatched.ts'
import type { LabsContext } from '../ports.ts'
import { readUnmatched, replaceUnmatched } from '../store/unmatched.ts'
import { handOver, listHandedOver } from '../workflows/hand-over-messages.ts'

/** The messages of a known patient are kept with the patient. Those of an unknown one are deleted with the entry. */
export const returnResult = operation<LabsContext>()('returnResult', {
  gather: async ({ path }, _, context) => {
    const before = await readUnmatched(context.db, context, path.unmatchedId)
    return { before, handedOver: await listHandedOver(context, before.id, ownerOf(before)) }
  },
  decide: (_, { before, handedOver }, { caller, now, newId }) => {
    const after = returnUnmatched(before, { by: caller.personId, at: now })
    const { id, patientId } = after
    return {
      writes: [replaceUnmatched(after, before), ...handOver(handedOver, newId)],
      events: [unmatchedDecided(after, 'returned')],
      answer: { status: 200, body: { id, ...(patientId === null ? {} : { patientId }), status: 'returned' as const } },
    }
  },
})
