import type { Change } from '../../../platform/contracts/change.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { criticalUnmatched, resultUnmatched } from '../events.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { LabResult, ReceivedReport } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import { placeReport } from '../model/place-report.ts'
import { isSameReportedPerson } from '../model/same-person.ts'
import { addReport, type Unmatched } from '../model/unmatched.ts'
import { replaceOrder, type ReportedTests } from '../store/orders.ts'
import { insertResult, insertResultVersion, replaceResult } from '../store/results.ts'
import { insertUnmatched, replaceUnmatched } from '../store/unmatched.ts'
import { storeReport } from '../workflows/store-report.ts'
import type { Kept } from './keep-messages.ts'
import type { Resolved } from './resolve-report.ts'

export interface LoadedReport {
  readonly report: ReceivedReport
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

type Matched = Extract<Resolved, { readonly kind: 'matched' }>

/** A row as it was gathered, null for a new one, and as it is after the reports. */
interface Changed<T> {
  readonly before: T | null
  readonly after: T
}

export interface AppliedReports extends Required<Pick<Change<void>, 'writes' | 'events'>> {
  /** What became of each report. */
  readonly kept: readonly Kept[]
}

/** What the reports of one message change, one after the other: the second report of an order continues what the first has changed. */
export const applyReports = (
  reports: readonly LoadedReport[],
  { source, unmatched, policy, newId, now }: Applying,
): AppliedReports => {
  const orders = new Map<string, Changed<LabOrder> & { readonly reported: ReportedTests }>()
  const results = new Map<string, Changed<LabResult>>()
  const inbox = new Map(unmatched.map((each): [string, Changed<Unmatched>] => [each.id, { before: each, after: each }]))
  const versions: Write[] = []
  const events: NewEvent[] = []
  const kept: Kept[] = []

  /** With this number, as the reports before this one have changed them. */
  const knownResults = ({ fillerNumber }: ReceivedReport, { order, earlier }: Matched): LabResult[] => {
    const own = [...results.values()]
      .map(({ after }) => after)
      .filter((each) => each.orderId === order.id && each.fillerNumber === fillerNumber)
    return [...own, ...earlier.filter(({ id }) => !results.has(id))]
  }
  const gatheredOf = (before: LabResult | null): LabResult | null =>
    before === null ? null : (results.get(before.id) ?? { before }).before

  const applyMatched = (report: ReceivedReport, found: Matched): void => {
    const { place, matchedPerson } = found
    const known = orders.get(found.order.id) ?? { before: found.order, after: found.order, reported: found.reported }
    const { position, before } = placeReport(place, report, known.after, knownResults(report, found), [
      ...known.reported.values(),
    ])
    const stored = storeReport(
      { order: known.after, reported: known.reported, before, position, source, report, matchedPerson, place },
      { policy, newId, now },
    )
    const resultId = stored?.result.id ?? before?.id
    if (resultId !== undefined) kept.push({ part: report.part ?? 0, patientId: found.order.patientId, resultId })
    if (stored === null) return
    orders.set(found.order.id, { before: known.before, after: stored.order, reported: stored.reported })
    results.set(stored.result.id, { before: gatheredOf(before), after: stored.result })
    versions.push(insertResultVersion(newId(), stored.result))
    events.push(...stored.events)
  }

  /** If the inbox has one with the same number, test and person, the report is merged into it. */
  const applyUnmatched = (
    report: ReceivedReport,
    { reason, patientId }: Extract<Resolved, { readonly kind: 'unmatched' }>,
  ): void => {
    const known = inbox.values().find(
      ({ after: { report: each } }) =>
        each.response === undefined &&
        each.contradicts === report.contradicts &&
        each.faulty === report.faulty &&
        each.fillerNumber === report.fillerNumber &&
        // A faulty one may have no number of the laboratory.
        (each.fillerNumber !== '' || each.placerNumber === report.placerNumber) &&
        isSameReportedPerson(each.person, report.person) &&
        each.test.code === report.test.code,
    )
    const added = addReport(known?.after ?? null, { id: newId(), reason, patientId, source, report, policy, now })
    const unmatchedId = added?.unmatched.id ?? known?.after.id
    if (unmatchedId !== undefined) kept.push({ part: report.part ?? 0, unmatchedId })
    if (added === null) return
    const { unmatched: after, isRaised } = added
    inbox.set(after.id, { before: known?.before ?? null, after })
    events.push(resultUnmatched(after))
    if (isRaised)
      for (const notification of after.clock?.notified ?? []) events.push(criticalUnmatched(after, notification))
  }

  // In one order everywhere, so that two messages about the same orders do not wait for each other. A part comes after its whole.
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
    kept,
  }
}

const byOrder = (one: LoadedReport, other: LoadedReport): number => {
  const [a, b] = [orderIdOf(one), orderIdOf(other)]
  if (a !== b) return a < b ? -1 : 1
  return Number(one.report.parent !== '') - Number(other.report.parent !== '')
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
