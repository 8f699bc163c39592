import type { ReadContext } from '../../../platform/contracts/context.ts'
import { draftSummary, type Summary } from '../model/summary.ts'
import type { FollowedVisit, FollowUpContext } from '../ports.ts'
import { gatherAudience } from './gather-audience.ts'

export interface LoadedVisit {
  readonly visit: FollowedVisit
  /** The initial summary of a visit that has none yet. */
  readonly draft: Summary
}

/** A visit and its initial summary. Decrypts the visit and records the access. */
export const gatherDraft = async (
  ports: Pick<FollowUpContext, 'visits' | 'specialties' | 'directory'>,
  context: ReadContext,
  visitId: string,
): Promise<LoadedVisit> => {
  const visit = await ports.visits.visit(context, visitId)
  const { patientId, visitTypeName } = visit
  const draft = draftSummary({
    visitId: visit.visitId,
    patientId,
    practitionerId: visit.seenBy ?? visit.practitionerId,
    audience: await gatherAudience(ports, context, visit),
    visitAt: visit.startedAt ?? visit.checkedInAt,
    visitTypeName,
  })
  return { visit, draft }
}
