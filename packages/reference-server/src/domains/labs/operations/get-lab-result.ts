import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readResult } from '../store/results.ts'
import { presentResults } from '../workflows/present-results.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

export const getLabResult = operation<LabsContext>()('getLabResult', {
  read: async ({ path }, _, context, ports) => {
    const result = await readResult(context.db, context, path.resultId)
    const patient = await gatherPatientSummary(ports, context, result.patientId)
    const [body] = await presentResults(ports, context, [result], new Map([[patient.id, patient]]))
    if (body === undefined) throw new Error('one result has one answer')
    return { status: 200, body }
  },
})
