import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import { returnUnmatched } from '../model/unmatched.ts'
import type { LabsContext } from '../ports.ts'
import { readUnmatched, replaceUnmatched } from '../store/unmatched.ts'

export const returnResult = operation<LabsContext>()('returnResult', {
  gather: ({ path }, _, context) => readUnmatched(context.db, context, path.unmatchedId),
  decide: (_, before, { caller, now }) => {
    const after = returnUnmatched(before, { by: caller.personId, at: now })
    const { id, patientId } = after
    return {
      writes: [replaceUnmatched(after, before)],
      events: [unmatchedDecided(after, 'returned')],
      answer: { status: 200, body: { id, ...(patientId === null ? {} : { patientId }), status: 'returned' as const } },
    }
  },
})
