import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import { tablesOf } from './tables.ts'

/** False if the message was processed before. Of two concurrent deliveries, one waits and finds the other's mark. */
export const insertDelivery = async (
  { tx, newId }: Pick<WriteContext, 'tx' | 'newId'>,
  { organizationId, source, controlId, digest }: Delivery,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('labs.deliveries')
    .values({ organization_id: organizationId, id: newId(), source, control_id: controlId, digest })
    .onConflict((conflict) => conflict.columns(['organization_id', 'source', 'control_id', 'digest']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
