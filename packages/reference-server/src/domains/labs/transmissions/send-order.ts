import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { laboratoryOf } from '../workflows/laboratory-of.ts'
import { accompanyOrder } from '../model/accompany-order.ts'
import { withoutCoverages } from '../model/without-coverages.ts'
import type { LabsPorts } from '../ports.ts'
import { concludeOrder, type OrderResponse } from '../workflows/conclude-order.ts'

/** Sends an order until the laboratory has accepted or refused it, or the policy's time is over. */
export const sendOrder = (
  { laboratories, directory }: Pick<LabsPorts, 'laboratories' | 'directory'>,
  /** Whether the patient asked, since the order was placed, that no payer learns of its visit. */
  isRestricted: (organizationId: string, orderId: string) => Promise<boolean>,
): TransmissionHandler<OrderResponse> => ({
  kind: 'order',
  partTwo: {
    discloses: () => ({ recipient: 'laboratories', purpose: 'treatment', information: 'lab-orders' }),
    accompany: accompanyOrder,
  },
  send: async ({ id, organizationId, subjectId, payload }, signal) => {
    const placed = payload as LaboratoryOrder
    const isInsured = placed.coverages !== undefined && placed.coverages.length > 0
    const mustDrop = isInsured && (await isRestricted(organizationId, subjectId))
    const order = mustDrop ? withoutCoverages(placed) : placed
    const response = await laboratoryOf(laboratories, order).send({ kind: 'order', id, order }, signal)
    return { ...response, ...(mustDrop && { withoutCoverages: true }) }
  },
  conclude: concludeOrder(directory),
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
