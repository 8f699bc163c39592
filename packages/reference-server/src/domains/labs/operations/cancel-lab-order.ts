import { operation, type OperationResult } from '../../../platform/contracts/operation.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import { withdrawUnsent } from '../../../platform/partners/transmission-write.ts'
import { orderChanged } from '../events.ts'
import { cancelled, isCancellable, requestCancel, type LabOrder } from '../model/lab-order.ts'
import { toLaboratoryOrder } from '../model/to-laboratory-order.ts'
import type { LabsContext, Patient, Practitioner, PractitionerSummary } from '../ports.ts'
import { notCancellable } from '../problems.ts'
import { readOrder, replaceOrder } from '../store/orders.ts'
import { listResultsByOrder, type ResultsOfOrder } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'

interface LoadedCancellation {
  readonly order: LabOrder
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly summary: PractitionerSummary
  readonly results: ResultsOfOrder
  readonly laboratories: ReturnType<LabsContext['laboratories']['listOf']>
  readonly diagnosisNames: ReadonlyMap<string, string>
  readonly expiresAt: Date
}

export const cancelLabOrder = operation<LabsContext>()('cancelLabOrder', {
  gather: async ({ path }, ports, context): Promise<LoadedCancellation> => {
    const order = await readOrder(context.db, context, path.orderId)
    context.access.requireOwner([order.practitionerId])
    const [patient, practitioner, summaryOf, { zone }, resultsOf] = await Promise.all([
      ports.directory.patient(context, order.patientId),
      ports.directory.practitioner(context, order.practitionerId),
      gatherPractitioners(ports, context, [order]),
      ports.directory.organization(context),
      listResultsByOrder(context.db, context, [order.id]),
    ])
    const diagnosisNames = ports.documentation.diagnosisNames(order.content.diagnosisCodes, order.placedAt, zone)
    const expiresAt = new Date(context.now.getTime() + ports.policy.undeliveredAfterHours * 3_600_000)
    return {
      order,
      patient,
      practitioner,
      summary: summaryOf(order),
      results: resultsOf(order.id),
      laboratories: ports.laboratories.listOf(context.caller.organizationId),
      diagnosisNames,
      expiresAt,
    }
  },
  decide: (_, { order: before, summary, results, laboratories, expiresAt, ...ready }, { now, newId }) => {
    if (!isCancellable(before)) throw notCancellable()
    const changeTo = (after: LabOrder) => ({
      writes: [replaceOrder(after, before)],
      events: [orderChanged(after)],
      answer: { status: 200 as const, body: presentOrder(after, { practitioner: summary, results, laboratories }) },
    })
    /** The laboratory has it, or may have it, and must confirm the cancellation. */
    const ask = (): Change<OperationResult<'cancelLabOrder'>> => ({
      ...changeTo(requestCancel(before)),
      transmissions: [
        {
          id: newId(),
          kind: 'cancel',
          subjectId: before.id,
          patientId: before.patientId,
          visitId: before.visitId ?? before.continuedVisitId,
          payload: toLaboratoryOrder({ ...ready, order: before, answers: [] }),
          expiresAt,
        },
      ],
    })
    if (before.status !== 'sending') return ask()
    // An order whose transmission has not started is never sent.
    const change = changeTo(cancelled(before))
    const writes = [...change.writes, withdrawUnsent('labs', before.transmissionId, now)]
    return { ...change, writes, otherwise: ask }
  },
})
