import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryResponse, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { concludeOrder } from '../workflows/conclude-order.ts'

/**
 * Asks the laboratory to cancel. It is sent after the order, whose transmission has the same subject. A response that names no test decides
 * nothing: the laboratory reports the outcome later.
 */
export const sendCancellation = (laboratory: Laboratory): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'cancel',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'cancel', id, order: payload as LaboratoryOrder }, signal),
  conclude: concludeOrder,
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
