import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryResponse, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { concludeOrder } from '../workflows/conclude-order.ts'

/** Sends an order until the laboratory has accepted or refused it, or the policy's time is over. */
export const sendOrder = (laboratory: Laboratory): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'order',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'order', id, order: payload as LaboratoryOrder }, signal),
  conclude: concludeOrder,
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
