import { operation } from '../../../platform/contracts/operation.ts'
import { enqueueTransmission } from '../../../platform/partners/enqueue-transmission.ts'
import { withdrawTransmission } from '../../../platform/partners/transmission-states.ts'
import { orderChanged } from '../events.ts'
import { cancelled, isCancellable, requestCancel, type LabOrder } from '../model/lab-order.ts'
import { toLaboratoryOrder } from '../model/to-laboratory-order.ts'
import type { LabsContext, Patient, Practitioner, PractitionerSummary } from '../ports.ts'
import { notCancellable } from '../problems.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { listResultsByOrder } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'

interface LoadedCancellation {
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly summary: PractitionerSummary
  readonly diagnosisNames: ReadonlyMap<string, string>
  readonly expiresAt: Date
}

export const cancelLabOrder = operation<LabsContext>()('cancelLabOrder', {
  gather: async ({ path }, ports, context): Promise<LoadedCancellation> => {
    const order = await readOrder(context.db, context, path.orderId)
    context.access.requireOwner([order.practitionerId])
    const [patient, practitioner, summaryOf, { zone }] = await Promise.all([
      ports.directory.patient(context, order.patientId),
      ports.directory.practitioner(context, order.practitionerId),
      gatherPractitioners(ports, context, [order]),
      ports.directory.organization(context),
    ])
    const diagnosisNames = ports.documentation.diagnosisNames(order.content.diagnosisCodes, order.placedAt, zone)
    const expiresAt = new Date(context.now.getTime() + ports.policy.undeliveredAfterHours * 3_600_000)
    return { patient, practitioner, summary: summaryOf(order), diagnosisNames, expiresAt }
  },
  keep: async ({ path }, { summary, expiresAt, ...ready }, context) => {
    const { tx, emit } = context
    const before = await readOrder(tx, context, path.orderId, 'for-update')
    if (!isCancellable(before)) throw notCancellable()
    // An order whose transmission has not started is never sent. Otherwise the laboratory must confirm the cancellation.
    const isHere = before.status === 'sending' && (await withdrawTransmission(context, 'labs', before.transmissionId))
    const after: LabOrder = isHere ? cancelled(before) : requestCancel(before)
    if (!isHere) {
      await enqueueTransmission(context, 'labs', {
        kind: 'cancel',
        subjectId: before.id,
        patientId: before.patientId,
        payload: toLaboratoryOrder({ ...ready, order: before, answers: [] }),
        expiresAt,
      })
    }
    await updateOrder(tx, context, before, after)
    await emit(orderChanged(after))
    const resultsOf = await listResultsByOrder(tx, context, [after.id])
    return { status: 200, body: presentOrder(after, { practitioner: summary, results: resultsOf(after.id) }) }
  },
})
