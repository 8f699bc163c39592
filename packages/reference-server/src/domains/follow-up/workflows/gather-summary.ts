import { notFound, Problem } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { Summary } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import type { SummaryExtras } from '../presenters/describe-summary.ts'
import { notPublished } from '../problems.ts'
import { referralsOfVisit } from '../store/referrals.ts'
import { readSummary } from '../store/summaries.ts'

/** A summary that the caller may read: patients and proxies once it is published. */
export const gatherSummary = async (
  ports: FollowUpContext,
  reading: Reading,
  visitId: string,
): Promise<{ readonly summary: Summary; readonly extras: SummaryExtras }> => {
  const summary = await readSummary(reading.db, reading, visitId).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  })
  if (summary === null) {
    // A summary begins a moment after its visit ends: who looks in that moment waits for it like everyone else.
    const { patientId } = await ports.visits.visit(reading, visitId)
    await ports.directory.actingFor(reading, patientId, 'record')
    throw notPublished()
  }
  await ports.directory.actingFor(reading, summary.patientId, 'record')
  const { kind } = reading.caller
  if (summary.status === 'draft' && (kind === 'patient' || kind === 'proxy')) throw notPublished()
  return { summary, extras: await gatherExtras(ports, reading, summary) }
}

export const gatherExtras = async (
  ports: FollowUpContext,
  reading: Reading,
  { visitId, practitionerId }: Pick<Summary, 'visitId' | 'practitionerId'>,
): Promise<SummaryExtras> => {
  const [practitioners, medicines, orders, referrals, types] = await Promise.all([
    ports.directory.practitionerSummaries(reading, [practitionerId]),
    ports.prescriptions.prescriptionsOfVisit(reading, visitId),
    ports.labs.ordersOfVisit(reading, visitId),
    referralsOfVisit(reading.db, reading, visitId),
    ports.scheduling.visitTypes(reading),
  ])
  const practitioner = practitioners.get(practitionerId)
  if (practitioner === undefined) throw notFound('the practitioner of the visit')
  return {
    practitioner,
    medicines,
    orders,
    referrals,
    visitTypeNames: new Map(types.map(({ id, name }) => [id, name])),
  }
}
