import { pageOf, placeOf } from '../../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { knownId } from '../../../../platform/database/ids/known-id.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listPrescriptions as list } from '../../kernel/store/prescriptions.ts'
import { answerOfPrescriptions, summariesFor } from '../workflows/answer-of-prescription.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const listPrescriptions = operation<PrescriptionsContext>()('listPrescriptions', {
  gather: ({ path }, ports, reading) => requirePatient(ports, reading, path.patientId, 'record'),
  read: async ({ path, query }, _, reading, ports) => {
    const patientId = knownId(path.patientId)
    const { access, now } = reading
    const place = placeOf(query)
    const filter = {
      patientId,
      signedOnly: access.reach === 'own',
      ...(query.visitId !== undefined && { visitId: query.visitId }),
      ...(query.active === true && { takenAt: now }),
    }
    const { items, nextCursor } = pageOf(await list(reading.db, reading, filter, place), place)
    const practitioners = await summariesFor(
      ports,
      reading,
      items.map(({ practitionerId }) => practitionerId),
    )
    const answers = await answerOfPrescriptions(reading.db, reading, items, practitioners)
    return { status: 200, body: { patientId, items: answers, nextCursor } }
  },
})
