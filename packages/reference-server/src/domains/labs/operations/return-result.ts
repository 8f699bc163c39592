import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched } from '../problems.ts'
import { decideUnmatched, readUnmatched } from '../store/unmatched.ts'

export const returnResult = operation<LabsContext>()('returnResult', {
  keep: async ({ path }, _, context) => {
    const unmatched = await readUnmatched(context.tx, context, path.unmatchedId, 'for-update')
    if (unmatched.status !== 'open') throw alreadyMatched()
    const status = 'returned' as const
    await decideUnmatched(context.tx, context, unmatched, { status })
    await context.emit(unmatchedDecided(unmatched, status))
    const { id, patientId } = unmatched
    return { status: 200, body: { id, ...(patientId === null ? {} : { patientId }), status } }
  },
})
