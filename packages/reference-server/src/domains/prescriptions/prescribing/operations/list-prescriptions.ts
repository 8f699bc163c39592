import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listPrescriptions as list } from '../../kernel/store/prescriptions.ts'
import { readPresentedPrescriptions, gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const listPrescriptions = operation<PrescriptionsContext>()('listPrescriptions', {
  gather: ({ path }, ports, context) => requirePatient(ports, context, path.patientId, 'record'),
  read: async ({ path, query }, _, context, ports) => {
    const patientId = requireUuid(path.patientId)
    const { access, now } = context
    const page = readPageQuery(query)
    const filter = {
      patientId,
      signedOnly: access.reach === 'own',
      ...(query.visitId !== undefined && { visitId: query.visitId }),
      ...(query.active === true && { takenAt: now }),
    }
    const { items, nextCursor } = pageOf(await list(context.db, context, filter, page), page)
    const practitioners = await gatherPractitionerSummaries(
      ports,
      context,
      items.map(({ practitionerId }) => practitionerId),
    )
    const answers = await readPresentedPrescriptions(context.db, context, items, practitioners)
    return { status: 200, body: { patientId, items: answers, nextCursor } }
  },
})
