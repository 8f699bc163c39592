import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readRankedCursor, writeRankedCursor } from '../store/ranked-cursor.ts'
import type { Unmatched } from '../model/unmatched.ts'
import { listOpenUnmatched } from '../store/unmatched.ts'
import { presentCriticalValue } from '../presenters/present-result.ts'

/** Unmatched results, and responses that do not fit, that wait for a decision. */
export const listUnmatchedResults = operation<LabsContext>()('listUnmatchedResults', {
  read: async ({ query }, _, context) => {
    const { items, next } = await listOpenUnmatched(
      context.db,
      context,
      readRankedCursor(query.cursor),
      query.limit ?? 50,
    )
    return { status: 200, body: { items: items.map(presentUnmatchedResult), nextCursor: writeRankedCursor(next) } }
  },
})

const presentUnmatchedResult = (unmatched: Unmatched): components['schemas']['UnmatchedResult'] => {
  const { person, placerNumber, fillerNumber, test, response } = unmatched.report
  const name = [person.given, person.family].filter((part) => part !== '').join(' ')
  return {
    id: unmatched.id,
    receivedAt: unmatched.receivedAt.toISOString(),
    reason: unmatched.reason,
    ...(unmatched.patientId !== null && { patientId: unmatched.patientId }),
    person: {
      name,
      ...(person.birthDate !== null && { birthDate: person.birthDate }),
      ...(person.sex !== '' && { sex: person.sex }),
    },
    ...(placerNumber !== '' && { placerNumber }),
    fillerNumber,
    testName: test.name,
    ...(response && { response: { status: response.status, ...(response.text !== null && { text: response.text }) } }),
    // No acknowledgment exists while it is open, so no member is named.
    ...(unmatched.clock !== null && { critical: presentCriticalValue(unmatched.clock, () => '') }),
    status: unmatched.status,
  }
}
