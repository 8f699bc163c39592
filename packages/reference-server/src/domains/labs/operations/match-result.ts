import { operation } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { unmatchedDecided } from '../events.ts'
import { positionOf } from '../inbound/resolve-report.ts'
import { storeReport } from '../workflows/store-report.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched, testNotOrdered } from '../problems.ts'
import { readOrder } from '../store/orders.ts'
import { listResultsByFiller } from '../store/results.ts'
import { decideUnmatched, readUnmatched, type Unmatched } from '../store/unmatched.ts'
import { gatherMemberNames } from '../workflows/gather-member-names.ts'
import { presentResult } from '../presenters/present-result.ts'

/** Matches a report to an order by a person's decision. Later reports under the same number and name follow it. */
export const matchResult = (policy: LabsPolicy) =>
  operation<LabsContext>()('matchResult', {
    gather: (_, ports, context) => gatherMemberNames(ports, context, [context.caller.personId]),
    keep: async ({ path, body }, nameOf, context) => {
      const { tx } = context
      const unmatched = await readUnmatched(tx, context, path.unmatchedId, 'for-update')
      if (unmatched.status !== 'open') throw alreadyMatched()
      const { report, source } = unmatched
      const order = await readOrder(tx, context, body.orderId, 'for-update')
      const position = positionOf(order, report) ?? (await positionOfParent(context, order, unmatched))
      if (position === null) throw testNotOrdered()
      const matchedPerson = report.person
      const { result } = await storeReport(context, { order, position, source, report, matchedPerson, policy })
      await decideUnmatched(tx, context, unmatched, { status: 'matched', resultId: result.id })
      await context.emit(unmatchedDecided(unmatched, 'matched'))
      return { status: 200, body: presentResult(result, result.content, { nameOf, forPatient: false }) }
    },
  })

/** A part, e.g. the susceptibilities of a culture, is not an ordered test: it belongs to the result with its number. */
const positionOfParent = async (
  context: WriteContext,
  order: LabOrder,
  { source, report }: Pick<Unmatched, 'source' | 'report'>,
): Promise<number | null> => {
  if (report.parent === '') return null
  const earlier = await listResultsByFiller(context.tx, context, source, report.fillerNumber)
  return earlier.find(({ orderId }) => orderId === order.id)?.position ?? null
}
