import { operation } from '../../../platform/contracts/operation.ts'
import { unmatchedDecided } from '../events.ts'
import { storeReport } from '../workflows/store-report.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import { placeInOrder, placeReport, type Place } from '../model/place-report.ts'
import { matchUnmatched, type Unmatched } from '../model/unmatched.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched, responseNotApplicable, testNotOrdered } from '../problems.ts'
import { deleteUnmatchedMessage, insertMessage, listUnmatchedMessages } from '../store/messages.ts'
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
      const { response, contradicts, faulty } = unmatched.report
      if (response !== undefined || contradicts !== undefined || faulty) throw responseNotApplicable()
      const { source, report } = unmatched
      const [ordered, nameOf, messages] = await Promise.all([
        readOrderWithTests(context.db, context, body.orderId),
        gatherMemberNames(ports, context, [context.caller.personId]),
        listUnmatchedMessages(context.db, context, unmatched.id),
      ])
      // After their order: a result that is stored in the meantime then outdates the order.
      const found = await listEncryptedResults(context.db, context, source, [report.fillerNumber], ordered.order.id)
      const earlier = await Promise.all(found.map((each) => each.decrypt()))
      return { unmatched, ...ordered, earlier, nameOf, messages }
    },
    decide: (_, { unmatched, order, reported, earlier, nameOf, messages }, { caller, now, newId }) => {
      const { report, source } = unmatched
      const place = placeInOrder(order, report) ?? placeOfParent(report, earlier)
      if (place === null) throw testNotOrdered()
      const { position, before } = placeReport(place, report, order, earlier, [...reported.values()])
      const stored = storeReport(
        { order, reported, before, position, source, report, matchedPerson: report.person, place },
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
          // Under the patient's key from now on.
          ...messages.flatMap(({ message: { unmatchedId, ...message }, bytes }) => [
            insertMessage({ ...message, id: newId(), patientId: order.patientId, resultIds: [result.id] }, bytes),
            deleteUnmatchedMessage({ ...message, unmatchedId }),
          ]),
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
const placeOfParent = ({ parent }: Unmatched['report'], [first]: readonly LabResult[]): Place | null =>
  parent === '' || first === undefined ? null : { kind: 'at', position: first.position }
