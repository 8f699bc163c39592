import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratories, LaboratoryOrder, LaboratoryResponse } from '../../../vendors/laboratory/provider.ts'
import { laboratoryOf } from '../workflows/laboratory-of.ts'
import { accompanyOrder } from '../model/accompany-order.ts'
import { concludeOrder } from '../workflows/conclude-order.ts'

/** Sends an order until the laboratory has accepted or refused it, or the policy's time is over. */
export const sendOrder = (laboratories: Laboratories): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'order',
  partTwo: {
    discloses: () => ({ recipient: 'laboratories', purpose: 'treatment', information: 'lab-orders' }),
    accompany: accompanyOrder,
  },
  send: ({ id, payload }, signal) => {
    const order = payload as LaboratoryOrder
    return laboratoryOf(laboratories, order).send({ kind: 'order', id, order }, signal)
  },
  conclude: concludeOrder,
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
