import { operation } from '../../../platform/contracts/operation.ts'
import { enqueueTransmission } from '../../../platform/partners/enqueue-transmission.ts'
import { withdrawTransmission } from '../../../platform/partners/transmission-states.ts'
import { orderChanged } from '../events.ts'
import { cancelled, isCancellable, requestCancel, type LabOrder } from '../model/lab-order.ts'
import { toLaboratoryOrder } from '../model/to-laboratory-order.ts'
import type { LabsContext, Patient, Practitioner, PractitionerSummary } from '../ports.ts'
import { notCancellable } from '../problems.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { resultsOfOrders } from '../store/result-facts.ts'
import { practitionersOf } from '../workflows/practitioners-of.ts'
import { answerOfOrder } from '../presenters/answer-of-order.ts'

interface ReadyToCancel {
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly summary: PractitionerSummary
  readonly diagnosisNames: ReadonlyMap<string, string>
  readonly expiresAt: Date
}

export const cancelLabOrder = operation<LabsContext>()('cancelLabOrder', {
  gather: async ({ path }, ports, reading): Promise<ReadyToCancel> => {
    const order = await readOrder(reading.db, reading, path.orderId)
    reading.access.requireOwner([order.practitionerId])
    const [patient, practitioner, summaryOf, { zone }] = await Promise.all([
      ports.directory.patient(reading, order.patientId),
      ports.directory.practitioner(reading, order.practitionerId),
      practitionersOf(ports, reading, [order]),
      ports.directory.organization(reading),
    ])
    const diagnosisNames = ports.documentation.diagnosisNames(order.content.diagnosisCodes, order.placedAt, zone)
    const expiresAt = new Date(reading.now.getTime() + ports.policy.undeliveredAfterHours * 3_600_000)
    return { patient, practitioner, summary: summaryOf(order), diagnosisNames, expiresAt }
  },
  keep: async ({ path }, { summary, expiresAt, ...ready }, keeping) => {
    const { tx, emit } = keeping
    const before = await readOrder(tx, keeping, path.orderId, 'lock')
    if (!isCancellable(before)) throw notCancellable()
    // What has not begun to leave never leaves. Anything else, the laboratory has to say that it stops.
    const isHere = before.status === 'sending' && (await withdrawTransmission(keeping, 'labs', before.transmissionId))
    const after: LabOrder = isHere ? cancelled(before) : requestCancel(before)
    if (!isHere) {
      await enqueueTransmission(keeping, 'labs', {
        kind: 'cancel',
        subjectId: before.id,
        patientId: before.patientId,
        payload: toLaboratoryOrder({ ...ready, order: before, answers: [] }),
        expiresAt,
      })
    }
    await updateOrder(tx, keeping, before, after)
    await emit(orderChanged(after))
    const resultsOf = await resultsOfOrders(tx, keeping, [after.id])
    return { status: 200, body: answerOfOrder(after, { practitioner: summary, results: resultsOf(after.id) }) }
  },
})
