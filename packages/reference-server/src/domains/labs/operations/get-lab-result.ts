import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readResult } from '../store/results.ts'
import { answersOfResults } from '../workflows/answers-of-results.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

export const getLabResult = operation<LabsContext>()('getLabResult', {
  read: async ({ path }, _, reading, ports) => {
    const result = await readResult(reading.db, reading, path.resultId)
    const patient = await gatherPatientSummary(ports, reading, result.patientId)
    const [body] = await answersOfResults(ports, reading, [result], new Map([[patient.id, patient]]))
    if (body === undefined) throw new Error('one result has one answer')
    return { status: 200, body }
  },
})
