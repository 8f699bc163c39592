import { expect, test } from 'vitest'
import type { ClaimSummary } from '@visitkit/sdk'
import { firstList, settleList, withPage } from './settle-list.ts'

const claim = (id: string, fileBy: string, blocking = 0): ClaimSummary => ({
  id,
  number: id,
  visitId: `visit-${id}`,
  patientId: 'patient',
  payer: { id: 'payer', name: 'Plain Health Plan', kind: 'commercial', payerId: 'SMPL1', timelyFilingDays: 90 },
  state: 'blocked',
  stale: false,
  blocking,
  serviceDate: '2026-11-01',
  fileBy,
  chargeCents: 100,
  paidCents: 0,
  patientCents: 0,
  changedAt: '2026-11-02T00:00:00Z',
})
const [one, two, three] = [claim('one', '2026-12-01'), claim('two', '2026-12-02'), claim('three', '2026-12-03')]
const ids = ({ items }: { items: readonly ClaimSummary[] }): string[] => items.map(({ id }) => id)

test('a row that has gone stays in its place and is marked', () => {
  const settled = settleList(firstList({ items: [one, two, three], next: null }), { items: [one, three], next: null })
  expect([ids(settled), [...settled.left], settled.news]).toEqual([['one', 'two', 'three'], ['two'], 1])
})

test('a new row is counted and does not push the others', () => {
  const settled = settleList(firstList({ items: [two], next: null }), { items: [one, two], next: null })
  expect([ids(settled), settled.news]).toEqual([['two'], 1])
})

test('what changed within a row is shown at once', () => {
  const settled = settleList(firstList({ items: [one], next: null }), {
    items: [claim('one', one.fileBy, 3)],
    next: null,
  })
  expect([settled.items[0]?.blocking, settled.news]).toEqual([3, 0])
})

test('a first page says nothing of the rows beyond it', () => {
  const shown = withPage(firstList({ items: [one, two], next: 'more' }), { items: [three], next: null })
  expect(settleList(shown, { items: [one, two], next: 'more' })).toMatchObject({ left: new Set(), news: 0 })
})

test('a claim that moved to the next page meanwhile is not listed twice', () => {
  expect(ids(withPage(firstList({ items: [one, two], next: 'more' }), { items: [two, three], next: null }))).toEqual([
    'one',
    'two',
    'three',
  ])
})
