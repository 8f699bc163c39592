import type { components } from '@visitkit/contract'
import { placeOf } from '../../../platform/database/page-of-ids.ts'
import { operation } from '../../../platform/http/operation.ts'
import type { LabsContext } from '../ports.ts'
import { openUnmatched, type Unmatched } from '../store/unmatched.ts'

/** Those that wait for a decision. */
export const listUnmatchedResults = operation<LabsContext>()('listUnmatchedResults', {
  read: async ({ query }, _, reading) => {
    const { items, nextCursor } = await openUnmatched(reading.db, reading, placeOf(query))
    return { status: 200, body: { items: items.map(answerOfUnmatched), nextCursor } }
  },
})

const answerOfUnmatched = (unmatched: Unmatched): components['schemas']['UnmatchedResult'] => {
  const { person, placerNumber, fillerNumber, test } = unmatched.report
  const name = [person.given, person.family].filter((part) => part !== '').join(' ')
  return {
    id: unmatched.id,
    receivedAt: unmatched.receivedAt.toISOString(),
    because: unmatched.because,
    ...(unmatched.patientId !== null && { patientId: unmatched.patientId }),
    person: {
      name,
      ...(person.birthDate !== null && { birthDate: person.birthDate }),
      ...(person.sex !== '' && { sex: person.sex }),
    },
    ...(placerNumber !== '' && { placerNumber }),
    fillerNumber,
    testName: test.name,
    status: unmatched.status,
  }
}
