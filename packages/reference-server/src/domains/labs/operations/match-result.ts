import { operation } from '../../../platform/http/operation.ts'
import { positionOf } from '../inbound/resolve-report.ts'
import { keepReport } from '../keep-report.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched, testNotOrdered } from '../problems.ts'
import { readOrder } from '../store/orders.ts'
import { decideUnmatched, readUnmatched } from '../store/unmatched.ts'
import { answerOfResult, memberNamesOf } from './answer-of-result.ts'

/** Gives a report to an order because a person says so. Later reports under the same number and name follow it. */
export const matchResult = (policy: LabsPolicy) =>
  operation<LabsContext>()('matchResult', {
    gather: (_, ports, reading) => memberNamesOf(ports, reading, [reading.caller.personId]),
    keep: async ({ path, body }, nameOf, keeping) => {
      const { tx } = keeping
      const unmatched = await readUnmatched(tx, keeping, path.unmatchedId, 'lock')
      if (unmatched.status !== 'open') throw alreadyMatched()
      const { report, source } = unmatched
      const order = await readOrder(tx, keeping, body.orderId, 'lock')
      const position = positionOf(order, report, undefined)
      if (position === null) throw testNotOrdered()
      const matchedPerson = report.person
      const { result } = await keepReport(keeping, { order, position, source, report, matchedPerson, policy })
      await decideUnmatched(tx, keeping, unmatched, { status: 'matched', resultId: result.id })
      return { status: 200, body: answerOfResult(result, result.content, { nameOf, forPatient: false }) }
    },
  })
