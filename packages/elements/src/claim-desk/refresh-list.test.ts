import { expect, test } from 'vitest'
import type { ClaimSummary } from '@visitkit/sdk'
import { initialList, refreshList, returnToList, appendPage } from './refresh-list.ts'

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
  version: 1,
})
const [one, two, three] = [claim('one', '2026-12-01'), claim('two', '2026-12-02'), claim('three', '2026-12-03')]
const ids = ({ items }: { items: readonly ClaimSummary[] }): string[] => items.map(({ id }) => id)

test('a row that left the list stays in its place and is marked', () => {
  const refreshed = refreshList(initialList({ items: [one, two, three], next: null }), {
    items: [one, three],
    next: null,
  })
  expect([ids(refreshed), [...refreshed.leftIds], refreshed.changeCount]).toEqual([['one', 'two', 'three'], ['two'], 1])
})

test('a new row is counted and does not move the others', () => {
  const refreshed = refreshList(initialList({ items: [two], next: null }), { items: [one, two], next: null })
  expect([ids(refreshed), refreshed.changeCount]).toEqual([['two'], 1])
})

test('a change within a row is shown at once', () => {
  const refreshed = refreshList(initialList({ items: [one], next: null }), {
    items: [claim('one', one.fileBy, 3)],
    next: null,
  })
  expect([refreshed.items[0]?.blocking, refreshed.changeCount]).toEqual([3, 0])
})

test('a first page does not affect the rows after it', () => {
  const shown = appendPage(initialList({ items: [one, two], next: 'more' }), { items: [three], next: null })
  expect(refreshList(shown, { items: [one, two], next: 'more' })).toMatchObject({ leftIds: new Set(), changeCount: 0 })
})

test('a claim that moved to the next page is not listed twice', () => {
  expect(
    ids(appendPage(initialList({ items: [one, two], next: 'more' }), { items: [two, three], next: null })),
  ).toEqual(['one', 'two', 'three'])
})

test('who returns to the list finds the first page as it is now, and the pages that were loaded after it', () => {
  const shown = appendPage(initialList({ items: [one, two], next: 'second' }), { items: [three], next: 'third' })
  const back = returnToList(shown, { items: [{ ...two }, claim('new', two.fileBy)], next: 'second' })
  expect([ids(back), back.next, back.changeCount]).toEqual([['two', 'new', 'three'], 'third', 0])
  // The rows of what has not changed stay.
  expect(back.items[0]).toBe(two)
  expect(back.items[2]).toBe(three)
})

test('who returns to a list that has become short finds only what is there', () => {
  const shown = appendPage(initialList({ items: [one, two], next: 'second' }), { items: [three], next: null })
  expect(ids(returnToList(shown, { items: [two], next: null }))).toEqual(['two'])
})
