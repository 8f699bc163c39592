import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ReportedTest } from '../model/lab-order.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'

/** Reads results without decrypting any. */

/** What is shown of an order's results with the order. */
export interface ResultsOfOrder {
  /** In order of arrival; with reach `own`, only released results. */
  readonly ids: readonly string[]
  /** All results, released or not. Their existence is not secret: the order's own status shows it. */
  readonly reported: readonly ReportedTest[]
}

export const noResults: ResultsOfOrder = { ids: [], reported: [] }

export const listResultsByOrder = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access'>,
  orderIds: readonly string[],
): Promise<(orderId: string) => ResultsOfOrder> => {
  if (orderIds.length === 0) return () => noResults
  return byOrder(context, await selectFacts(db).where('order_id', 'in', orderIds).execute())
}

/** The same, of all orders of a visit. */
export const listResultsByVisit = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access' | 'caller'>,
  visitId: string,
): Promise<(orderId: string) => ResultsOfOrder> => {
  const orders = tablesOf(db)
    .selectFrom('labs.orders')
    .select('id')
    .where('organization_id', '=', context.caller.organizationId)
    .where('visit_id', '=', requireUuid(visitId))
  return byOrder(context, await selectFacts(db).where('order_id', 'in', orders).execute())
}

const selectFacts = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('labs.results')
    .select(['id', 'order_id', 'position', 'status', 'released_version'])
    .orderBy('id')

const byOrder = (
  { access }: Pick<RequestContext, 'access'>,
  rows: Awaited<ReturnType<ReturnType<typeof selectFacts>['execute']>>,
): ((orderId: string) => ResultsOfOrder) => {
  const ofOrder = Map.groupBy(rows, (row) => row.order_id)
  return (orderId) => {
    const own = ofOrder.get(orderId) ?? []
    const shown = access.reach === 'own' ? own.filter((row) => row.released_version !== null) : own
    return { ids: shown.map(({ id }) => id), reported: own }
  }
}
