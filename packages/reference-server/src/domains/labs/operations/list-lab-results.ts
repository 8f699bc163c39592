import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { listResultsByPatient } from '../store/results.ts'
import { presentResults } from '../workflows/present-results.ts'
import { gatherPatientRecord } from '../workflows/gather-patient-record.ts'

export const listLabResults = operation<LabsContext>()('listLabResults', {
  gather: ({ path }, ports, context) => gatherPatientRecord(ports, context, path.patientId),
  read: async ({ path, query }, _, context, ports) => {
    const { items, nextCursor } = await listResultsByPatient(context.db, context, path.patientId, readPageQuery(query))
    const answers = await presentResults(ports, context, items)
    return { status: 200, body: { patientId: path.patientId, items: answers, nextCursor } }
  },
})
