import type { components } from '@visitkit/contract'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import type { Reading } from '../../../platform/seams.ts'
import type { Referral } from '../model/referral.ts'
import type { Summary } from '../model/summary.ts'
import type { FollowUpContext, Ordered, Prescribed } from '../ports.ts'
import { notPublished } from '../problems.ts'
import { referralsOfVisit } from '../store/referrals.ts'
import { readSummary } from '../store/summaries.ts'

type Schemas = components['schemas']

/** What a summary shows beside its own content, read where it is kept. */
export interface SummaryExtras {
  readonly practitioner: Schemas['PractitionerSummary']
  readonly medicines: readonly Prescribed[]
  readonly orders: readonly Ordered[]
  readonly referrals: readonly Referral[]
  /** Names of visit types by id. */
  readonly visitTypeNames: ReadonlyMap<string, Schemas['LocalizedText'][]>
}

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

type Test = Schemas['VisitSummary']['tests'][number]

/** What a patient is told of a test: that it is under way, back, or will not be done. */
const testStatus: Readonly<Record<Ordered['tests'][number]['status'], Test['status']>> = {
  ordered: 'ordered',
  partial: 'partial',
  final: 'ready',
  refused: 'cancelled',
  cancelled: 'cancelled',
}

/** Nobody shall go for a test that the clinic has asked to cancel, whether or not the laboratory has said so yet. */
const toldOf = (order: Ordered, { status }: Ordered['tests'][number]): Test['status'] =>
  order.status === 'cancel-requested' && status === 'ordered' ? 'cancelled' : testStatus[status]

/** The summary as the contract shows it. */
export const describeSummary = (summary: Summary, extras: SummaryExtras): Schemas['VisitSummary'] => {
  const { next } = summary
  return {
    visitId: summary.visitId,
    patientId: summary.patientId,
    practitioner: extras.practitioner,
    visitTypeName: summary.visitTypeName,
    visitAt: summary.visitAt.toISOString(),
    status: summary.status,
    instructions: summary.instructions,
    diagnoses: summary.diagnoses,
    corrections: summary.corrections,
    medicines: extras.medicines.map(({ prescriptionId, name, directionsText, status, pharmacyName }) => ({
      prescriptionId,
      name,
      directionsText: [...directionsText],
      status,
      ...(pharmacyName !== null && { pharmacyName }),
    })),
    tests: extras.orders.flatMap((order) =>
      order.tests.map((test) => ({ orderId: order.orderId, name: test.name, status: toldOf(order, test) })),
    ),
    referrals: extras.referrals.map(({ id, to, status }) => ({ referralId: id, to, status })),
    ...(next && {
      nextVisit: {
        visitTypeId: next.visitTypeId,
        visitTypeName: extras.visitTypeNames.get(next.visitTypeId) ?? [],
        ...(next.practitionerId !== null && { practitionerId: next.practitionerId }),
        earliest: next.earliest,
        latest: next.latest,
        ...(next.appointmentId !== null && { appointmentId: next.appointmentId }),
      },
    }),
    ...(summary.correctedAt && { correctedAt: summary.correctedAt.toISOString() }),
    ...(summary.publishedAt && { publishedAt: summary.publishedAt.toISOString() }),
    version: summary.version,
  }
}
