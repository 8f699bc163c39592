import { operation } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { unmatchedDecided } from '../events.ts'
import { positionOf } from '../inbound/resolve-report.ts'
import { keepReport } from '../workflows/keep-report.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { LabsContext } from '../ports.ts'
import { alreadyMatched, testNotOrdered } from '../problems.ts'
import { readOrder } from '../store/orders.ts'
import { resultsByFiller } from '../store/results.ts'
import { decideUnmatched, readUnmatched, type Unmatched } from '../store/unmatched.ts'
import { memberNamesOf } from '../workflows/member-names-of.ts'
import { answerOfResult } from '../presenters/answer-of-result.ts'

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
      const position = positionOf(order, report) ?? (await positionOfWhole(keeping, order, unmatched))
      if (position === null) throw testNotOrdered()
      const matchedPerson = report.person
      const { result } = await keepReport(keeping, { order, position, source, report, matchedPerson, policy })
      await decideUnmatched(tx, keeping, unmatched, { status: 'matched', resultId: result.id })
      await keeping.emit(unmatchedDecided(unmatched, 'matched'))
      return { status: 200, body: answerOfResult(result, result.content, { nameOf, forPatient: false }) }
    },
  })

/** A part, e.g. the susceptibilities of a culture, is no test that was ordered: it stands with the result under its number. */
const positionOfWhole = async (
  keeping: Keeping,
  order: LabOrder,
  { source, report }: Pick<Unmatched, 'source' | 'report'>,
): Promise<number | null> => {
  if (report.parent === '') return null
  const earlier = await resultsByFiller(keeping.tx, keeping, source, report.fillerNumber)
  return earlier.find(({ orderId }) => orderId === order.id)?.position ?? null
}
