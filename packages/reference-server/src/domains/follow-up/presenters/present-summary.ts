import type { components } from '@visitkit/contract'
import type { Referral } from '../model/referral.ts'
import type { Summary } from '../model/summary.ts'
import type { Ordered, Prescribed } from '../ports.ts'

type Schemas = components['schemas']

/** The data of other domains in a summary, read from them. */
export interface SummaryExtras {
  readonly practitioner: Schemas['PractitionerSummary']
  readonly medications: readonly Prescribed[]
  readonly orders: readonly Ordered[]
  readonly referrals: readonly Referral[]
  /** Names of visit types by id. */
  readonly visitTypeNames: ReadonlyMap<string, Schemas['LocalizedText'][]>
}

type Test = Schemas['VisitSummary']['tests'][number]

/** The status of a test for the patient: in progress, result available, or cancelled. */
const testStatus: Readonly<Record<Ordered['tests'][number]['status'], Test['status']>> = {
  ordered: 'ordered',
  partial: 'partial',
  final: 'ready',
  refused: 'cancelled',
  cancelled: 'cancelled',
}

/** A test whose cancellation was requested is shown as cancelled, even before the laboratory confirms it: the patient must not go there. */
const testStatusFor = (order: Ordered, { status }: Ordered['tests'][number]): Test['status'] =>
  order.status === 'cancel-requested' && status === 'ordered' ? 'cancelled' : testStatus[status]

/** The contract shape of the summary. */
export const presentSummary = (summary: Summary, extras: SummaryExtras): Schemas['VisitSummary'] => {
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
    medications: extras.medications.map(({ prescriptionId, name, directionsText, status, pharmacyName }) => ({
      prescriptionId,
      name,
      directionsText: [...directionsText],
      status,
      ...(pharmacyName !== null && { pharmacyName }),
    })),
    tests: extras.orders.flatMap((order) =>
      order.tests.map((test) => ({ orderId: order.orderId, name: test.name, status: testStatusFor(order, test) })),
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
