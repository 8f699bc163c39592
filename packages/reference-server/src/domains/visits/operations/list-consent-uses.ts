import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { treatingPractitioner } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { presentPractitionerSummary } from '../presenters/present-practitioner-summary.ts'
import { listVisitsByConsent } from '../store/consent-uses.ts'
import { decryptVisit } from '../store/visits.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

/** Each visit says on which consents it relied, so that the list is as complete as the visits are. */
export const listConsentUses = operation<VisitsContext>()('listConsentUses', {
  gather: async ({ path, query }, ports, context) => {
    const patientId = requireUuid(path.patientId)
    await ports.directory.actingFor(context, patientId, 'visit')
    // A patient without visits exists all the same; one of another organization does not.
    if (!(await ports.directory.patientSummaries(context, [patientId])).has(patientId))
      throw notFound('patient unknown')
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(
      await listVisitsByConsent(context.db, context, { ...path, patientId }, page),
      page,
    )
    const visits = await Promise.all(items.map((stored) => decryptVisit(context.db, context, stored)))
    const ids = [...new Set(visits.map(treatingPractitioner))]
    const treating = await Promise.all(ids.map((id) => gatherPractitioner(ports, context, id)))
    return { visits, nextCursor, practitioners: new Map(ids.map((id, at) => [id, treating[at]])) }
  },
  read: async ({ path: { patientId, consentId } }, { visits, nextCursor, practitioners }) => {
    const items = visits.flatMap((visit) => {
      const treating = practitioners.get(treatingPractitioner(visit))
      if (!treating) return []
      return {
        visitId: visit.id,
        appointmentId: visit.appointmentId,
        visitTypeName: visit.details.visitTypeName,
        practitioner: presentPractitionerSummary(treating.practitioner, treating.isLicensed),
        uses: visit.consentsUsed.filter((use) => use.consentId === consentId.toLowerCase()),
      }
    })
    return { status: 200, body: { patientId, consentId, items, nextCursor } }
  },
})
