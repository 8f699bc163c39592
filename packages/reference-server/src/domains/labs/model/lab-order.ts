import type { components } from '@visitkit/contract'
import { firstLaboratory, type OrderStatusUpdate } from '../../../vendors/laboratory/provider.ts'
import type { LabAnswer, LabTest, NeededMembers } from './lab-test.ts'

export type LabOrderStatus = components['schemas']['LabOrderStatus']
export type OrderedTestStatus = components['schemas']['OrderedTestStatus']

export interface OrderedLabTest {
  readonly code: string
  readonly loinc: string
  readonly name: LabTest['name']
  readonly answers: readonly LabAnswer[]
  /** LOINC of the members without which a panel is not complete. Absent if the catalog does not say it. */
  readonly members?: readonly string[]
  /** The same of its members that are panels themselves. Absent if none is, and in an order from before they were kept. */
  readonly panels?: NeededMembers['panels']
  /** The laboratory's response about this test. What it has measured is in the results. */
  readonly state: 'ordered' | 'refused' | 'cancelled'
}

/** A result that is a member of a panel, reported by itself. */
export interface MemberResult {
  /** Of the result, after the last test of the order. */
  readonly position: number
  /** Of the panel in the order. */
  readonly panel: number
  readonly loinc: string
}

/** The PHI of an order: encrypted as one value. */
export interface OrderContent {
  readonly tests: readonly OrderedLabTest[]
  readonly diagnosisCodes: readonly string[]
  readonly note: string | null
  /** As the laboratory wrote it. */
  readonly refusal: string | null
  /** What else the laboratory wrote about the order, the oldest first. Absent if it wrote nothing. */
  readonly laboratoryNotes?: readonly string[]
  /** The laboratory that has it. Absent in an order from before there were several. */
  readonly laboratoryId?: string
  /** The payers that the laboratory was given, in order of billing. Absent in an order from before they were sent. */
  readonly payers?: readonly string[]
  /** Absent if no member of a panel was reported by itself. */
  readonly memberResults?: readonly MemberResult[]
}

/** FHIR: ServiceRequest, one for each test, with one requisition. */
export interface LabOrder {
  readonly id: string
  /** Placer group number. A test's own number is this and its position: `7K3M9Q2X4TBN-1`. */
  readonly groupNumber: string
  readonly patientId: string
  readonly visitId: string | null
  /** If it names no visit: the visit that it continues. It decides whether 42 CFR part 2 protects it. */
  readonly continuedVisitId: string | null
  readonly practitionerId: string
  readonly status: LabOrderStatus
  readonly priority: 'routine' | 'urgent'
  readonly placedAt: Date
  /** The transmission that carries the order. */
  readonly transmissionId: string
  readonly content: OrderContent
  readonly version: number
  /** How often one of its results was stored. What depends on the results is stored only while this is as gathered. */
  readonly resultsStored: number
}

export const laboratoryIdOf = ({ content }: Pick<LabOrder, 'content'>): string =>
  content.laboratoryId ?? firstLaboratory

export const placerNumberOf = (groupNumber: string, position: number): string => `${groupNumber}-${position}`

/** What a placer number names, regardless of who typed it; null if it is not ours. */
export const readPlacerNumber = (
  written: string,
): { readonly groupNumber: string; readonly position: number } | null => {
  const [, groupNumber, position] = /^([0-9A-Z]{12})-(\d{1,2})$/.exec(written.trim().toUpperCase()) ?? []
  return groupNumber === undefined ? null : { groupNumber, position: Number(position) }
}

const changed = (order: LabOrder, status: LabOrderStatus, content: Partial<OrderContent> = {}): LabOrder => ({
  ...order,
  status,
  content: { ...order.content, ...content },
  version: order.version + 1,
})

/** Whether the laboratory can still be asked to cancel. */
export const isCancellable = ({ status }: LabOrder): boolean =>
  status === 'sending' || status === 'accepted' || status === 'partial' || status === 'undelivered'

export const requestCancel = (order: LabOrder): LabOrder => changed(order, 'cancel-requested')
/** Cancels an order that was never sent. */
export const cancelled = (order: LabOrder): LabOrder =>
  changed(order, 'cancelled', { tests: order.content.tests.map((test) => ({ ...test, state: 'cancelled' })) })

/** Neither the order nor its cancellation was answered in time. Only a telephone call can find out whether the laboratory has the order. */
export const markUndelivered = (order: LabOrder): LabOrder =>
  order.status === 'sending' || order.status === 'cancel-requested' ? changed(order, 'undelivered') : order

/** What the order's progress needs to know of a result. */
export interface ReportedTest {
  /** Of its test in the order; after the last one for a test that was not ordered. */
  readonly position: number
  readonly status: components['schemas']['LabResult']['status']
}

/** No further result is expected. Later status updates do not change that; a result still does. */
const isClosed = ({ status }: LabOrder): boolean => status === 'final' || status === 'refused' || status === 'cancelled'

/**
 * Applies the laboratory's status updates, test by test: responses to the order, responses to its cancellation, and unsolicited ones.
 * Measured results take precedence: a test with a complete result is no longer refused or cancelled. The cancellation stays requested until
 * every test has a response, or one continues.
 */
export const applyStatusUpdates = (
  order: LabOrder,
  updates: readonly OrderStatusUpdate[],
  results: readonly ReportedTest[],
): LabOrder => {
  const byPosition = updatesByPosition(order, updates)
  if (isClosed(order) || byPosition.size === 0) return withWords(order, updates)
  const tests = order.content.tests.map((test, index): OrderedLabTest => {
    const { own, isComplete } = resultsOfTest(order.content, index + 1, results)
    const what = byPosition.get(index + 1)
    const isLeft = what === 'refused' ? own.length === 0 : what === 'cancelled' && !isComplete
    return test.state === 'ordered' && isLeft ? { ...test, state: what as 'refused' | 'cancelled' } : test
  })
  const progress = progressOf({ ...order.content, tests }, results)
  const isCancelPending = order.status === 'cancel-requested' && ![...byPosition.values()].includes('not-cancelled')
  const status = isCancelPending && (progress === 'partial' || progress === 'accepted') ? order.status : progress
  if (status === order.status && tests.every((test, index) => test === order.content.tests[index]))
    return withWords(order, updates)
  const words = updates.find(({ status: what, text }) => isRefusal(what) && text !== null)?.text
  const refusal = words ?? order.content.refusal
  return changed(order, status, { tests, refusal, ...laboratoryNotesAfter(order, updates, refusal) })
}

const isRefusal = (status: OrderStatusUpdate['status']): boolean => status !== 'accepted' && status !== 'informed'

/** The words of updates that change nothing else. */
const withWords = (order: LabOrder, updates: readonly OrderStatusUpdate[]): LabOrder => {
  const notes = laboratoryNotesAfter(order, updates, order.content.refusal)
  return 'laboratoryNotes' in notes ? changed(order, order.status, notes) : order
}

/** Whatever the laboratory wrote that is not the reason that is shown: once, however often it is sent. Empty if there is nothing new. */
const laboratoryNotesAfter = (
  { content }: LabOrder,
  updates: readonly OrderStatusUpdate[],
  refusal: string | null,
): Pick<OrderContent, 'laboratoryNotes'> => {
  const { laboratoryNotes: known = [] } = content
  const written = [content.refusal, ...updates.map(({ text }) => text)].filter((each) => each !== null)
  const added = new Set(written.filter((each) => each !== refusal && !known.includes(each)))
  return added.size === 0 ? {} : { laboratoryNotes: [...known, ...added] }
}

const updatesByPosition = ({ groupNumber, content }: LabOrder, updates: readonly OrderStatusUpdate[]) => {
  const every = content.tests.map((_, index) => index + 1)
  return new Map(
    updates.flatMap(({ placerNumber, status }) => {
      if (status === 'informed') return []
      const named = readPlacerNumber(placerNumber)
      const isNamed = (position: number): boolean => named?.groupNumber === groupNumber && named.position === position
      return every
        .filter((position) => placerNumber === '' || isNamed(position))
        .map((position) => [position, status] as const)
    }),
  )
}

const isReported = (own: readonly ReportedTest[]): boolean =>
  own.length > 0 && own.every(({ status }) => status !== 'partial')

type TestsOfOrder = Pick<OrderContent, 'tests' | 'memberResults'>

/**
 * What is measured of one test: under its own code, and of a panel also its members that were reported by themselves. A panel is complete
 * when it was reported in full, or each of the members that it needs is complete; a member may be a panel too.
 */
export const resultsOfTest = (
  { tests, memberResults = [] }: TestsOfOrder,
  position: number,
  results: readonly ReportedTest[],
): { readonly own: readonly ReportedTest[]; readonly isComplete: boolean } => {
  const ofTest = results.filter((result) => result.position === position)
  const ofMember = (loinc?: string): readonly ReportedTest[] => {
    const known = memberResults.filter((each) => each.panel === position && (loinc ?? each.loinc) === each.loinc)
    return results.filter((result) => known.some((each) => each.position === result.position))
  }
  const { members = [], panels = [] } = tests[position - 1] ?? {}
  const areComplete = (needed: readonly string[]): boolean =>
    needed.length > 0 &&
    needed.every((loinc) => {
      const nested = panels.find((panel) => panel.loinc === loinc)
      return isReported(ofMember(loinc)) || (nested !== undefined && areComplete(nested.members))
    })
  const isComplete = isReported(ofTest) || areComplete(members)
  return { own: [...ofTest, ...ofMember()], isComplete }
}

/**
 * The status of one test, from all results of its order. A partial result shows that a refused test is measured after all. Of a cancelled
 * test, it is all that will arrive.
 */
export const statusOfTest = (
  content: TestsOfOrder,
  position: number,
  results: readonly ReportedTest[],
): OrderedTestStatus => {
  const { own, isComplete } = resultsOfTest(content, position, results)
  const state = content.tests[position - 1]?.state ?? 'ordered'
  if (isComplete) return own.some(({ status }) => status !== 'cancelled') ? 'final' : 'cancelled'
  return own.length === 0 || state === 'cancelled' ? state : 'partial'
}

/** The order after a member of one of its panels was reported by itself. */
export const withMember = (order: LabOrder, member: MemberResult): LabOrder => {
  const { memberResults: known = [] } = order.content
  if (known.some(({ position }) => position === member.position)) return order
  return { ...order, content: { ...order.content, memberResults: [...known, member] } }
}

/**
 * The status of an order, from the responses for each test and the results of its tests and of the members of its panels. Another test that
 * was not ordered completes none.
 */
const progressOf = (
  content: TestsOfOrder,
  reported: readonly ReportedTest[],
): 'accepted' | 'partial' | 'final' | 'refused' | 'cancelled' => {
  const results = content.tests.flatMap((_, index) => resultsOfTest(content, index + 1, reported).own)
  const statuses = content.tests.map((_, index) => statusOfTest(content, index + 1, reported))
  if (statuses.includes('ordered') || statuses.includes('partial')) return results.length === 0 ? 'accepted' : 'partial'
  if (results.some(({ status }) => status !== 'cancelled')) return 'final'
  return statuses.every((status) => status === 'refused') ? 'refused' : 'cancelled'
}

/** The order after a result. A cancellation without a response from the laboratory stays requested until all results have arrived. */
export const progressed = (order: LabOrder, results: readonly ReportedTest[]): LabOrder => {
  const progress = progressOf(order.content, results)
  const isWaiting = progress === 'partial' || progress === 'accepted'
  const status = order.status === 'cancel-requested' && isWaiting ? order.status : progress
  return status === order.status ? order : changed(order, status)
}
