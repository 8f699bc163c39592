import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { OrganizationCalendar } from './organization-calendar.ts'
import { SlotIndex } from './slot-index.ts'

afterEach(() => vi.restoreAllMocks())

/** An index whose syncs take as long as given, in milliseconds. */
const indexWith = (milliseconds: number, staleAfter: number) => {
  const syncs = vi.spyOn(OrganizationCalendar.prototype, 'sync').mockImplementation(async function (
    this: OrganizationCalendar,
  ) {
    const began = performance.now()
    await wait(milliseconds)
    this.syncedAt = began
  })
  const index = new SlotIndex({ directory: { practitioners: async () => [] }, staleAfter })
  const context = { caller: { organizationId: newId() } } as unknown as ReadContext
  return { index, context, syncs }
}

test('syncs once for all who need the calendar at the same time', async () => {
  const { index, context, syncs } = indexWith(5, 1_000)
  await Promise.all([1, 2, 3].map(() => index.calendar(context)))
  expect(syncs).toHaveBeenCalledTimes(1)
})

test('syncs again for who needs what was committed before the call', async () => {
  const { index, context, syncs } = indexWith(5, 1_000)
  await Promise.all([index.calendar(context), index.freshCalendar(context), index.freshCalendar(context)])
  expect(syncs).toHaveBeenCalledTimes(2)
})

test('does not share a sync that began too long ago', async () => {
  const { index, context, syncs } = indexWith(60, 30)
  const first = index.calendar(context)
  await wait(40)
  await Promise.all([first, index.calendar(context)])
  expect(syncs).toHaveBeenCalledTimes(2)
})
