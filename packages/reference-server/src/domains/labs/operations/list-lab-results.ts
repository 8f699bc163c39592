import { placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { resultsOfPatient } from '../store/results.ts'
import { answersOfResults } from '../workflows/answers-of-results.ts'
import { gatherPatientRecord } from '../workflows/gather-patient-record.ts'

export const listLabResults = operation<LabsContext>()('listLabResults', {
  gather: ({ path }, ports, reading) => gatherPatientRecord(ports, reading, path.patientId),
  read: async ({ path, query }, _, reading, ports) => {
    const { items, nextCursor } = await resultsOfPatient(reading.db, reading, path.patientId, placeOf(query))
    const answers = await answersOfResults(ports, reading, items)
    return { status: 200, body: { patientId: path.patientId, items: answers, nextCursor } }
  },
})
