import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import { positionOf } from '../inbound/resolve-report.ts'
import { storeReport } from '../workflows/store-report.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import { matchUnmatched, type Unmatched } from '../model/unmatched.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched, testNotOrdered } from '../problems.ts'
import { readOrderWithTests, replaceOrder } from '../store/orders.ts'
import { insertResult, insertResultVersion, listEncryptedResults, replaceResult } from '../store/results.ts'
import { readUnmatched, replaceUnmatched } from '../store/unmatched.ts'
import { gatherMemberNames } from '../workflows/gather-member-names.ts'
import { presentResult } from '../presenters/present-result.ts'

/** Matches a report to an order by a person's decision. Later reports under the same number and name follow it. */
export const matchResult = (policy: LabsPolicy) =>
  operation<LabsContext>()('matchResult', {
    gather: async ({ path, body }, ports, context) => {
      const unmatched = await readUnmatched(context.db, context, path.unmatchedId)
      if (unmatched.status !== 'open') throw alreadyMatched()
      const { source, report } = unmatched
      const [ordered, nameOf] = await Promise.all([
        readOrderWithTests(context.db, context, body.orderId),
        gatherMemberNames(ports, context, [context.caller.personId]),
      ])
      // After their order: a result that is stored in the meantime then outdates the order.
      const found = await listEncryptedResults(context.db, context, source, [report.fillerNumber], ordered.order.id)
      return { unmatched, ...ordered, earlier: await Promise.all(found.map((each) => each.decrypt())), nameOf }
    },
    decide: (_, { unmatched, order, reported, earlier, nameOf }, { caller, now, newId }) => {
      const { report, source } = unmatched
      const position = positionOf(order, report) ?? positionOfParent(report, earlier)
      if (position === null) throw testNotOrdered()
      const before = earlier.find((each) => each.position === position) ?? null
      const stored = storeReport(
        { order, reported, before, position, source, report, matchedPerson: report.person },
        { policy, newId, now },
      )
      const result = stored?.result ?? before
      // A first report always contains something new.
      if (result === null) throw new Error('a first report was taken for a repeat')
      const decided = matchUnmatched(unmatched, { by: caller.personId, at: now, resultId: result.id })
      return {
        writes: [
          ...(stored === null ? [] : writesOf(order, stored.order, before, stored.result, newId())),
          replaceUnmatched(decided, unmatched),
        ],
        events: [...(stored?.events ?? []), unmatchedDecided(unmatched, 'matched')],
        answer: { status: 200, body: presentResult(result, result.content, { nameOf, forPatient: false }) },
      }
    },
  })

const writesOf = (
  order: LabOrder,
  orderAfter: LabOrder,
  before: LabResult | null,
  after: LabResult,
  versionId: string,
) => [
  replaceOrder(orderAfter, order),
  before === null ? insertResult(after) : replaceResult(after, before),
  insertResultVersion(versionId, after),
]

/** A part, e.g. the susceptibilities of a culture, is not an ordered test: it belongs to the result with its number. */
const positionOfParent = ({ parent }: Unmatched['report'], earlier: readonly LabResult[]): number | null =>
  parent === '' ? null : (earlier[0]?.position ?? null)
