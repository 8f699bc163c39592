import { isKnownForm } from '../../../platform/database/known-id.ts'
import { operation } from '../../../platform/http/operation.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { LabsContext } from '../ports.ts'
import { waitingResults, type WaitingPlace } from '../store/results.ts'
import { answersOfResults } from './answer-of-result.ts'

export const listWaitingLabResults = operation<LabsContext>()('listWaitingLabResults', {
  read: async ({ query }, _, reading, ports) => {
    const { limit = 50, critical } = query
    const practitionerId = query.practitionerId ?? reading.caller.practitionerId
    const filter = { practitionerId, critical }
    const { items, next } = await waitingResults(reading.db, reading, filter, readCursor(query.cursor), limit)
    const patients = await ports.directory.patientSummaries(reading, [
      ...new Set(items.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        items: await answersOfResults(ports, reading, items, patients),
        nextCursor: next === null ? null : `${next.rank}_${next.id}`,
      },
    }
  },
})

/** `0_<id>` among the critical ones, `1_<id>` among the rest. */
const readCursor = (cursor: string | undefined): WaitingPlace | null => {
  if (cursor === undefined) return null
  const [rank = '', id = ''] = cursor.split('_', 2)
  if (!/^[01]$/.test(rank) || !isKnownForm(id))
    throw new Problem(400, 'cursor_invalid', 'The page cannot be found. Start again without a cursor.', {
      errors: [
        { pointer: 'query:cursor', code: 'wrong_format', message: 'Must be the nextCursor of the page before.' },
      ],
    })
  return { rank: Number(rank), id }
}
