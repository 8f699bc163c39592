import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { laboratoryIdOf, statusOfTest, type LabOrderStatus, type OrderedTestStatus } from './model/lab-order.ts'
import type { LocalizedText } from './model/lab-test.ts'
import { releasedContent, type LabResult, type ShownContent } from './model/lab-result.ts'
import type { LabsPorts } from './ports.ts'
import { listOrderCareParticipants } from './store/care-participants.ts'
import { listEncryptedOrders, listOrdersByVisit } from './store/orders.ts'
import { listResultsByVisit } from './store/result-facts.ts'
import { countResultsAwaitingReview, listResultsByPatient } from './store/results.ts'

/** An order for the summary of its visit. */
export interface OrderOfVisit {
  readonly orderId: string
  readonly status: LabOrderStatus
  readonly tests: readonly { readonly name: LocalizedText[]; readonly status: OrderedTestStatus }[]
}

/** A result as it was released to the patient. */
export interface ReleasedResult extends ShownContent {
  readonly resultId: string
  readonly orderId: string
  readonly releasedAt: Date
  readonly correctedAfterReview: boolean
}

/** What other domains can read from labs. Each function decrypts what it returns and records the access. */
export interface LabsProvides {
  /** Placed orders, including cancelled and refused ones, oldest first; at most 50. */
  ordersOfVisit(context: ReadContext, visitId: string): Promise<readonly OrderOfVisit[]>
  /** What the patient can see, newest first; at most 50. */
  releasedResults(context: ReadContext, patientId: string): Promise<readonly ReleasedResult[]>
  /** Results that wait for the caller's review. Decrypts nothing and records no access. */
  countAwaitingReview(context: ReadContext): Promise<number>
  /** Which laboratory was sent each of these orders, and of which visit it is. Those outside the caller's reach are left out. */
  recipientsOf(
    context: ReadContext,
    orderIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly visitId: string | null; readonly name: string }>>
  /** Who cares for these patients, as far as labs knows. Decrypts nothing and records no access. */
  readonly listCareParticipants: ListCareParticipants
}

const most = 50

export const labsProvides = (
  database: Pick<Database, 'reader'>,
  { laboratories }: Pick<LabsPorts, 'laboratories'>,
): LabsProvides => {
  const dbOf = ({ caller }: ReadContext) => database.reader({ domain: 'labs', organizationId: caller.organizationId })
  return {
    countAwaitingReview: (context) =>
      countResultsAwaitingReview(dbOf(context), context.caller.organizationId, context.caller.practitionerId),
    listCareParticipants: (organizationId, patientIds, since) =>
      listOrderCareParticipants(database.reader({ domain: 'labs', organizationId }), patientIds, since),
    recipientsOf: async (context, orderIds) => {
      const names = new Map(laboratories.listOf(context.caller.organizationId).map(({ id, name }) => [id, name]))
      const found = await listEncryptedOrders(dbOf(context), context, { ids: orderIds })
      const own = found.filter(
        ({ patientId }) => context.access.reach !== 'own' || context.caller.patientIds.includes(patientId),
      )
      const orders = await Promise.all(own.map(({ decrypt }) => decrypt()))
      return new Map(
        orders.map((order) => {
          const laboratoryId = laboratoryIdOf(order)
          return [
            order.id,
            { visitId: order.visitId ?? order.continuedVisitId, name: names.get(laboratoryId) ?? laboratoryId },
          ]
        }),
      )
    },
    ordersOfVisit: async (context, visitId) => {
      const db = dbOf(context)
      const [orders, resultsOf] = await Promise.all([
        listOrdersByVisit(db, context, visitId, most),
        listResultsByVisit(db, context, visitId),
      ])
      return orders.map(({ id, status, content }) => ({
        orderId: id,
        status,
        tests: content.tests.map((test, index) => ({
          name: [...test.name],
          status: statusOfTest(content, index + 1, resultsOf(id).reported),
        })),
      }))
    },
    releasedResults: async (context, patientId) => {
      const db = dbOf(context)
      context.access.touch(patientId)
      const { items } = await listResultsByPatient(db, context, patientId, { after: null, take: most + 1 }, 'released')
      return items.flatMap((result) => toReleasedResult(result, releasedContent(result)) ?? [])
    },
  }
}

const toReleasedResult = (result: LabResult, content: ShownContent | null): ReleasedResult | null =>
  content && {
    resultId: result.id,
    orderId: result.orderId,
    releasedAt: result.releasedAt ?? result.receivedAt,
    correctedAfterReview: result.correctedAfterReview,
    status: content.status,
    abnormal: content.abnormal,
    test: content.test,
    laboratory: content.laboratory,
    ...(content.note !== undefined && { note: content.note }),
    observations: content.observations,
    comment: content.comment,
  }
