import type { components } from '@visitkit/contract'
import type { LabAnswer, LabTest } from './lab-test.ts'

export type LabOrderStatus = components['schemas']['LabOrderStatus']

export interface OrderedLabTest {
  readonly code: string
  readonly loinc: string
  readonly name: LabTest['name']
  readonly answers: readonly LabAnswer[]
}

/** What of an order is PHI: sealed as one value. */
export interface OrderContent {
  readonly tests: readonly OrderedLabTest[]
  readonly diagnosisCodes: readonly string[]
  readonly note: string | null
  /** As the laboratory wrote it. */
  readonly refusal: string | null
  /** Positions of tests that the laboratory does not do, counted from 1. */
  readonly refusedTests: readonly number[]
}

/** FHIR: ServiceRequest, one for each test, with one requisition. */
export interface LabOrder {
  readonly id: string
  /** Placer group number; a test's own is this and its position: `7K3M9Q2X4TBN-1`. */
  readonly groupNumber: string
  readonly patientId: string
  readonly visitId: string | null
  readonly practitionerId: string
  readonly status: LabOrderStatus
  readonly priority: 'routine' | 'urgent'
  readonly placedAt: Date
  /** The transmission that carries the order. */
  readonly transmissionId: string
  readonly content: OrderContent
  readonly version: number
}

export const placerNumberOf = (groupNumber: string, position: number): string => `${groupNumber}-${position}`

/** What a placer number names, whoever typed it; null when it is none of ours. */
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

/** Whether the laboratory may still be asked to stop. */
export const isCancellable = ({ status }: LabOrder): boolean =>
  status === 'sending' || status === 'accepted' || status === 'partial' || status === 'undelivered'

export const requestCancel = (order: LabOrder): LabOrder => changed(order, 'cancel-requested')
export const cancelled = (order: LabOrder): LabOrder => changed(order, 'cancelled')

/** What the laboratory said to the order. What it has reported meanwhile stands above any of it. */
export const answered = (
  order: LabOrder,
  answer: { readonly accepted: boolean; readonly refusedTests: readonly number[]; readonly text: string | null },
): LabOrder => {
  const isOpen = order.status === 'sending' || order.status === 'undelivered' || order.status === 'accepted'
  const content = { refusal: answer.text, refusedTests: answer.refusedTests }
  if (answer.accepted) {
    const status = isOpen ? 'accepted' : order.status
    if (answer.refusedTests.length > 0) return changed(order, status, content)
    return status === order.status ? order : changed(order, status)
  }
  // Also while a cancellation is under way: there is nothing left to cancel.
  return isOpen || order.status === 'cancel-requested' ? changed(order, 'refused', { refusal: answer.text }) : order
}

/** Time ran out without an answer, to the order or to its cancellation: whether the laboratory has it, only a telephone call tells. */
export const unanswered = (order: LabOrder): LabOrder =>
  order.status === 'sending' || order.status === 'cancel-requested' ? changed(order, 'undelivered') : order

/** What the laboratory said to a cancellation. It stands where it stood before when the laboratory goes on. */
export const cancelAnswered = (
  order: LabOrder,
  outcome: 'cancelled' | 'not-cancelled',
  text: string | null,
  results: readonly ReportedTest[],
): LabOrder => {
  if (outcome === 'cancelled') return order.status === 'cancelled' ? order : changed(order, 'cancelled')
  if (order.status !== 'cancel-requested') return order
  return changed(order, results.length === 0 ? 'accepted' : progressOf(order, results), { refusal: text })
}

/** A result as far as the order's progress needs it. */
export interface ReportedTest {
  readonly position: number
  readonly status: components['schemas']['LabResult']['status']
}

/** How far an order is, given all of its results. */
export const progressOf = (order: LabOrder, results: readonly ReportedTest[]): 'partial' | 'final' | 'cancelled' => {
  const open = order.content.tests
    .map((_, index) => index + 1)
    .filter((position) => !order.content.refusedTests.includes(position))
  const isOver = open.every((position) => {
    const own = results.filter((result) => result.position === position)
    return own.length > 0 && own.every(({ status }) => status !== 'partial')
  })
  if (!isOver) return 'partial'
  return results.every(({ status }) => status === 'cancelled') ? 'cancelled' : 'final'
}

/** After a result. A cancellation that the laboratory has not answered stays asked for until everything is there. */
export const progressed = (order: LabOrder, results: readonly ReportedTest[]): LabOrder => {
  const progress = progressOf(order, results)
  const status = order.status === 'cancel-requested' && progress === 'partial' ? order.status : progress
  return status === order.status ? order : changed(order, status)
}
