import type { Reading } from '../../../platform/contracts/context.ts'
import { draftSummary, type Summary } from '../model/summary.ts'
import type { FollowedVisit, FollowUpContext } from '../ports.ts'
import { gatherAudience } from './gather-audience.ts'

export interface VisitAtHand {
  readonly visit: FollowedVisit
  /** What the visit's summary begins as, where it has none yet. */
  readonly draft: Summary
}

/** A visit, and the summary that it begins with. Opens the visit and notes the access. */
export const gatherDraft = async (
  ports: Pick<FollowUpContext, 'visits' | 'specialties' | 'directory'>,
  reading: Reading,
  visitId: string,
): Promise<VisitAtHand> => {
  const visit = await ports.visits.visit(reading, visitId)
  const { patientId, visitTypeName } = visit
  const draft = draftSummary({
    visitId: visit.visitId,
    patientId,
    practitionerId: visit.seenBy ?? visit.practitionerId,
    audience: await gatherAudience(ports, reading, visit),
    visitAt: visit.startedAt ?? visit.checkedInAt,
    visitTypeName,
  })
  return { visit, draft }
}
