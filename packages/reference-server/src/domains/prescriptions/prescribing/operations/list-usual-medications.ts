import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { usualOf } from '../store/usual-medications.ts'

export const listUsualMedications = operation<PrescriptionsContext>()('listUsualMedications', {
  read: async (_input, _, reading, ports) => {
    const { practitionerId } = reading.caller
    const codes = practitionerId === null ? [] : await usualOf(reading.db, reading, practitionerId)
    // One that left the set cannot be prescribed any more.
    return { status: 200, body: { items: codes.flatMap((rxcui) => ports.medications.find(rxcui)?.medication ?? []) } }
  },
})
