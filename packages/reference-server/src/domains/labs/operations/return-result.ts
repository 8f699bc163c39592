import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched } from '../problems.ts'
import { decideUnmatched, readUnmatched } from '../store/unmatched.ts'

export const returnResult = operation<LabsContext>()('returnResult', {
  keep: async ({ path }, _, keeping) => {
    const unmatched = await readUnmatched(keeping.tx, keeping, path.unmatchedId, 'lock')
    if (unmatched.status !== 'open') throw alreadyMatched()
    const status = 'returned' as const
    await decideUnmatched(keeping.tx, keeping, unmatched, { status })
    await keeping.emit(unmatchedDecided(unmatched, status))
    const { id, patientId } = unmatched
    return { status: 200, body: { id, ...(patientId === null ? {} : { patientId }), status } }
  },
})
