import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listUsualByPractitioner } from '../store/usual-medications.ts'

export const listUsualMedications = operation<PrescriptionsContext>()('listUsualMedications', {
  read: async (_input, _, context, ports) => {
    const { practitionerId } = context.caller
    const codes = practitionerId === null ? [] : await listUsualByPractitioner(context.db, context, practitionerId)
    // A medication that has left the set cannot be prescribed any more.
    return { status: 200, body: { items: codes.flatMap((rxcui) => ports.medications.find(rxcui)?.medication ?? []) } }
  },
})
