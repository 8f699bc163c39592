import { expect, it } from 'vitest'
import type { Ordered } from '../ports.ts'
import type { Summary } from '../model/summary.ts'
import { presentSummary, type SummaryExtras } from './present-summary.ts'

const statuses = (order: Pick<Ordered, 'status'>, ...tests: readonly Ordered['tests'][number]['status'][]) => {
  const orders = [{ orderId: 'o-1', ...order, tests: tests.map((status) => ({ name: [], status })) }]
  const extras = { medications: [], referrals: [], visitTypeNames: new Map(), orders } as unknown as SummaryExtras
  const summary = { visitAt: new Date(0), next: null, correctedAt: null, publishedAt: null } as unknown as Summary
  return presentSummary(summary, extras).tests.map(({ status }) => status)
}

it('a patient reads that a test is in progress, has a result, or was cancelled', () => {
  expect(statuses({ status: 'partial' }, 'ordered', 'partial', 'final', 'refused', 'cancelled')).toEqual([
    'ordered',
    'partial',
    'ready',
    'cancelled',
    'cancelled',
  ])
})

it('a patient is not sent to a test that the clinic has asked to cancel', () => {
  expect(statuses({ status: 'cancel-requested' }, 'ordered', 'partial')).toEqual(['cancelled', 'partial'])
})
