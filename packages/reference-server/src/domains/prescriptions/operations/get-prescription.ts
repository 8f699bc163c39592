import { operation } from '../../../platform/http/operation.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { openPrescription, readClosed } from '../store/prescriptions.ts'
import { answerOfPrescription, summariesFor } from './answer-of-prescription.ts'

export const getPrescription = operation<PrescriptionsContext>()('getPrescription', {
  gather: async ({ path }, ports, reading) => {
    const closed = await readClosed(reading.db, reading, path.prescriptionId)
    await ports.directory.actingFor(reading, closed.patient_id, 'record')
    return { closed, practitioners: await summariesFor(ports, reading, [closed.practitioner_id]) }
  },
  read: async (_, { closed, practitioners }, reading) => {
    const prescription = await openPrescription(reading.db, reading, closed)
    return { status: 200, body: await answerOfPrescription(reading.db, reading, prescription, practitioners) }
  },
})
