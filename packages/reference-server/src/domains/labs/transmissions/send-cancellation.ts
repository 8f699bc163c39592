import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { LaboratoryOrder, LaboratoryResponse } from '../../../vendors/laboratory/provider.ts'
import { laboratoryOf } from '../workflows/laboratory-of.ts'
import { accompanyOrder } from '../model/accompany-order.ts'
import type { LabsPorts } from '../ports.ts'
import { concludeOrder } from '../workflows/conclude-order.ts'

/**
 * Asks the laboratory to cancel. It is sent after the order, whose transmission has the same subject. A response that names no test decides
 * nothing: the laboratory reports the outcome later.
 */
export const sendCancellation = ({
  laboratories,
  directory,
}: Pick<LabsPorts, 'laboratories' | 'directory'>): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'cancel',
  partTwo: {
    discloses: () => ({ recipient: 'laboratories', purpose: 'treatment', information: 'lab-orders', completes: true }),
    accompany: accompanyOrder,
  },
  send: ({ id, payload }, signal) => {
    const order = payload as LaboratoryOrder
    return laboratoryOf(laboratories, order).send({ kind: 'cancel', id, order }, signal)
  },
  conclude: concludeOrder(directory),
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
