import { notFound, Problem } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Summary } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import type { SummaryExtras } from '../presenters/present-summary.ts'
import { notPublished } from '../problems.ts'
import { listReferralsByVisit } from '../store/referrals.ts'
import { readSummary } from '../store/summaries.ts'

/** A summary that the caller may read: patients and proxies only once it is published. */
export const gatherSummary = async (
  ports: FollowUpContext,
  context: ReadContext,
  visitId: string,
): Promise<{ readonly summary: Summary; readonly extras: SummaryExtras }> => {
  const summary = await readSummary(context.db, context, visitId).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  })
  if (summary === null) {
    // A summary is created a moment after its visit ends. Until then it is answered as not published yet, for every caller.
    const { patientId } = await ports.visits.visit(context, visitId)
    await ports.directory.actingFor(context, patientId, 'record')
    throw notPublished()
  }
  await ports.directory.actingFor(context, summary.patientId, 'record')
  const { kind } = context.caller
  if (summary.status === 'draft' && (kind === 'patient' || kind === 'proxy')) throw notPublished()
  return { summary, extras: await gatherExtras(ports, context, summary) }
}

export const gatherExtras = async (
  ports: FollowUpContext,
  context: ReadContext,
  { visitId, practitionerId }: Pick<Summary, 'visitId' | 'practitionerId'>,
): Promise<SummaryExtras> => {
  const [practitioners, medications, orders, referrals, types] = await Promise.all([
    ports.directory.practitionerSummaries(context, [practitionerId]),
    ports.prescriptions.prescriptionsOfVisit(context, visitId),
    ports.labs.ordersOfVisit(context, visitId),
    listReferralsByVisit(context.db, context, visitId),
    ports.scheduling.visitTypes(context),
  ])
  const practitioner = practitioners.get(practitionerId)
  if (practitioner === undefined) throw notFound('the practitioner of the visit')
  return {
    practitioner,
    medications,
    orders,
    referrals,
    visitTypeNames: new Map(types.map(({ id, name }) => [id, name])),
  }
}
