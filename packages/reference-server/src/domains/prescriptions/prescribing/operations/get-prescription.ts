import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { openLine } from '../store/history.ts'
import { readClosedWithHistory } from '../store/prescription-with-history.ts'
import { openPrescription } from '../../kernel/store/prescriptions.ts'
import { answerWithHistory } from '../presenters/answer-with-history.ts'
import { summariesFor } from '../workflows/answer-of-prescription.ts'

export const getPrescription = operation<PrescriptionsContext>()('getPrescription', {
  gather: async ({ path }, ports, reading) => {
    const { closed, lines } = await readClosedWithHistory(reading.db, reading, path.prescriptionId)
    await ports.directory.actingFor(reading, closed.patient_id, 'record')
    return { closed, lines, practitioners: await summariesFor(ports, reading, [closed.practitioner_id]) }
  },
  read: async (_, { closed, lines, practitioners }, reading) => {
    const prescription = await openPrescription(reading.db, reading, closed)
    const history = await Promise.all(lines.map((line) => openLine(reading.db, reading, line)))
    return { status: 200, body: answerWithHistory(reading, prescription, practitioners, history) }
  },
})
