import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { decryptHistoryEntry } from '../store/history.ts'
import { readEncryptedWithHistory } from '../store/prescription-with-history.ts'
import { decryptPrescription } from '../../kernel/store/prescriptions.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'

export const getPrescription = operation<PrescriptionsContext>()('getPrescription', {
  gather: async ({ path }, ports, context) => {
    const { prescription, history } = await readEncryptedWithHistory(context.db, context, path.prescriptionId)
    await ports.directory.actingFor(context, prescription.patient_id, 'record')
    return {
      closed: prescription,
      lines: history,
      practitioners: await gatherPractitionerSummaries(ports, context, [prescription.practitioner_id]),
    }
  },
  read: async (_, { closed, lines, practitioners }, context) => {
    const prescription = await decryptPrescription(context.db, context, closed)
    const history = await Promise.all(lines.map((line) => decryptHistoryEntry(context.db, context, line)))
    return { status: 200, body: presentWithHistory(context, prescription, practitioners, history) }
  },
})
