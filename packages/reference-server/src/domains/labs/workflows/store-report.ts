import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { criticalRaised, orderChanged, resultCorrected, resultReceived } from '../events.ts'
import { applyReport } from '../model/apply-report.ts'
import { progressed, withMember, type LabOrder } from '../model/lab-order.ts'
import type { LabResult, ReceivedReport } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { Place } from '../model/place-report.ts'
import type { ReportedTests } from '../store/orders.ts'

export interface ReportToStore {
  readonly order: LabOrder
  readonly reported: ReportedTests
  /** The result of this test with the report's number; null for its first report. */
  readonly before: LabResult | null
  readonly position: number
  readonly source: string
  readonly report: ReceivedReport
  readonly matchedPerson: ReportedPerson | null
  readonly place: Place
}

export interface StoredReport {
  readonly order: LabOrder
  readonly reported: ReportedTests
  readonly result: LabResult
  readonly events: readonly NewEvent[]
}

/** What a report changes: the result, its order's progress, the clock of a critical value. Null if it says nothing new. */
export const storeReport = (
  given: ReportToStore,
  { policy, newId, now }: { readonly policy: LabsPolicy; readonly newId: () => string; readonly now: Date },
): StoredReport | null => {
  const { order: before, place } = given
  const panel = place.kind === 'member' ? before.content.tests[place.position - 1]?.name : undefined
  const applied = applyReport({ ...given, ...(panel && { partOf: panel }), policy, id: newId(), now })
  if (applied.kind === 'nothing') return null
  const { result } = applied
  const { position, content } = result
  const reported = new Map(given.reported).set(result.id, { position, status: content.status })
  const known =
    place.kind === 'member' ? withMember(before, { position, panel: place.position, loinc: place.loinc }) : before
  const after = progressed(known, [...reported.values()])
  const notified = applied.isCriticalRaised ? (result.clock?.notified ?? []) : []
  return {
    order: { ...after, resultsStored: before.resultsStored + 1 },
    reported,
    result,
    events: [
      applied.kind === 'corrected' ? resultCorrected(result) : resultReceived(result),
      ...notified.map((notification) => criticalRaised(result, notification)),
      ...(after === known ? [] : [orderChanged(after)]),
    ],
  }
}
