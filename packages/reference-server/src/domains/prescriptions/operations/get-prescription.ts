import { operation } from '../../../platform/http/operation.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { readFacts, readPrescription } from '../store/prescriptions.ts'
import { answerOfPrescription, summariesFor } from './answer-of-prescription.ts'

export const getPrescription = operation<PrescriptionsContext>()('getPrescription', {
  gather: async ({ path }, ports, reading) => {
    const { patientId, practitionerId } = await readFacts(reading.db, reading, path.prescriptionId)
    await ports.directory.actingFor(reading, patientId, 'record')
    return summariesFor(ports, reading, [practitionerId])
  },
  read: async ({ path }, practitioners, reading) => {
    const prescription = await readPrescription(reading.db, reading, path.prescriptionId)
    return { status: 200, body: await answerOfPrescription(reading.db, reading, prescription, practitioners) }
  },
})
