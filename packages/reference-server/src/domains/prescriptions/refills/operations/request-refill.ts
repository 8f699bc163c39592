import { operation } from '../../../../platform/contracts/operation.ts'
import { refillRequested } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { refillOpen } from '../../problems.ts'
import { readPrescription } from '../../kernel/store/prescriptions.ts'
import { requestRefill as request } from '../../kernel/model/refill-request.ts'
import { presentRefill } from '../presenters/present-refill.ts'
import { refillRequests } from '../store/refill-requests.ts'

/** The patient asks for more of a medicine. The prescriber and the nurses see it in their inbox. */
export const requestRefill = operation<PrescriptionsContext>()('requestRefill', {
  gather: async ({ path }, ports, context) => {
    const prescription = await readPrescription(context.db, context, path.prescriptionId)
    await ports.directory.actingFor(context, prescription.patientId, 'record')
    return prescription
  },
  decide: (_, prescription, { newId, now }) => {
    const requested = request(prescription, newId(), now)
    const content = { medicationName: prescription.content.medication.name }
    return {
      writes: [refillRequests.insertOnce(requested, content)],
      events: [refillRequested(requested)],
      answer: {
        status: 201,
        headers: { location: `/v1/refill-requests/${requested.id}` },
        body: presentRefill({ ...requested, ...content }),
      },
      otherwise: () => {
        throw refillOpen()
      },
    }
  },
})
