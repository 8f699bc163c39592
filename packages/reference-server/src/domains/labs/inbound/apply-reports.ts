import type { Change } from '../../../platform/contracts/change.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { criticalUnmatched, resultUnmatched } from '../events.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import { isSameReportedPerson } from '../model/same-person.ts'
import { addReport, type Unmatched } from '../model/unmatched.ts'
import { replaceOrder, type ReportedTests } from '../store/orders.ts'
import { insertResult, insertResultVersion, replaceResult } from '../store/results.ts'
import { insertUnmatched, replaceUnmatched } from '../store/unmatched.ts'
import { storeReport } from '../workflows/store-report.ts'
import type { Resolved } from './resolve-report.ts'

export interface LoadedReport {
  readonly report: LaboratoryReport
  readonly found: Resolved
}

interface Applying {
  readonly source: string
  /** Open unmatched results with the numbers of the reports. */
  readonly unmatched: readonly Unmatched[]
  readonly policy: LabsPolicy
  readonly newId: () => string
  readonly now: Date
}

/** A row as it was gathered, null for a new one, and as it is after the reports. */
interface Changed<T> {
  readonly before: T | null
  readonly after: T
}

/** What the reports of one message change, one after the other: the second report of an order continues what the first has changed. */
export const applyReports = (
  reports: readonly LoadedReport[],
  { source, unmatched, policy, newId, now }: Applying,
): Required<Pick<Change<void>, 'writes' | 'events'>> => {
  const orders = new Map<string, Changed<LabOrder> & { readonly reported: ReportedTests }>()
  const results = new Map<string, Changed<LabResult>>()
  const inbox = new Map(unmatched.map((each): [string, Changed<Unmatched>] => [each.id, { before: each, after: each }]))
  const versions: Write[] = []
  const events: NewEvent[] = []

  const applyMatched = (report: LaboratoryReport, found: Extract<Resolved, { readonly kind: 'matched' }>): void => {
    const { position, matchedPerson } = found
    const known = orders.get(found.order.id) ?? { before: found.order, after: found.order, reported: found.reported }
    const key = `${found.order.id}/${position}/${report.fillerNumber}`
    const { before: gathered, after: before } = results.get(key) ?? { before: found.before, after: found.before }
    const stored = storeReport(
      { order: known.after, reported: known.reported, before, position, source, report, matchedPerson },
      { policy, newId, now },
    )
    if (stored === null) return
    orders.set(found.order.id, { before: known.before, after: stored.order, reported: stored.reported })
    results.set(key, { before: gathered, after: stored.result })
    versions.push(insertResultVersion(newId(), stored.result))
    events.push(...stored.events)
  }

  /** If the inbox has one with the same number, test and person, the report is merged into it. */
  const applyUnmatched = (
    report: LaboratoryReport,
    { reason, patientId }: Extract<Resolved, { readonly kind: 'unmatched' }>,
  ): void => {
    const known = inbox
      .values()
      .find(
        ({ after: { report: each } }) =>
          each.fillerNumber === report.fillerNumber &&
          isSameReportedPerson(each.person, report.person) &&
          each.test.code === report.test.code,
      )
    const added = addReport(known?.after ?? null, { id: newId(), reason, patientId, source, report, policy, now })
    if (added === null) return
    const { unmatched: after, isRaised } = added
    inbox.set(after.id, { before: known?.before ?? null, after })
    events.push(resultUnmatched(after))
    if (isRaised)
      for (const notification of after.clock?.notified ?? []) events.push(criticalUnmatched(after, notification))
  }

  // In one order everywhere, so that two messages about the same orders do not wait for each other.
  for (const { report, found } of reports.toSorted(byOrder)) {
    if (found.kind === 'unmatched') applyUnmatched(report, found)
    else applyMatched(report, found)
  }
  return {
    writes: [
      ...writesOf(orders.values(), null, replaceOrder),
      ...writesOf(results.values(), insertResult, replaceResult),
      ...versions,
      ...writesOf(inbox.values(), insertUnmatched, replaceUnmatched),
    ],
    events,
  }
}

const byOrder = (one: LoadedReport, other: LoadedReport): number => {
  const [a, b] = [orderIdOf(one), orderIdOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
const orderIdOf = ({ found }: LoadedReport): string => (found.kind === 'matched' ? found.order.id : '')

const writesOf = <T>(
  rows: Iterable<Changed<T>>,
  insert: ((after: T) => Write) | null,
  replace: (after: T, before: T) => Write,
): Write[] =>
  Array.from(rows).flatMap(({ before, after }) => {
    if (before === null) return insert?.(after) ?? []
    return after === before ? [] : replace(after, before)
  })
