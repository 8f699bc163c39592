import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { presentRecording } from '../presenters/present-recording.ts'
import { gatherRecordings } from '../workflows/gather-recordings.ts'

export const listRecordings = operation<VisitsContext>()('listRecordings', {
  gather: ({ path }, ports, context) => gatherRecordings(ports, context, path.visitId),
  read: async (_, { visitId, patientId, recordings }) => ({
    status: 200,
    body: { visitId, patientId, items: recordings.map(presentRecording) },
  }),
})
