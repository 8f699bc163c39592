import { operation } from '../../../../platform/contracts/operation.ts'
import { refillResponded } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { respondToRefill } from '../../kernel/model/refill-request.ts'
import { presentRefill } from '../presenters/present-refill.ts'
import { readRefill, refillRequests } from '../store/refill-requests.ts'

/** Declines with words that the patient reads. */
export const declineRefill = operation<PrescriptionsContext>()('declineRefill', {
  gather: async ({ path }, ports, context) => {
    const before = await readRefill(context.db, context, path.refillRequestId)
    const patients = await ports.directory.patientSummaries(context, [before.patientId])
    return { before, patients }
  },
  decide: ({ body: { answer } }, { before, patients }, { caller, now }) => {
    const declined = respondToRefill(before, 'declined', caller.personId, now)
    const content = { medicationName: before.medicationName, answer }
    return {
      writes: [refillRequests.replace(declined, before, content)],
      events: [refillResponded(declined)],
      answer: {
        status: 200,
        body: presentRefill({ ...declined, ...content }, patients.get(before.patientId)),
      },
    }
  },
})
