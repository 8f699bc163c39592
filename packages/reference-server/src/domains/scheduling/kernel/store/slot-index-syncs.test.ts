import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import { FactMemory } from '../../../../platform/database/facts/fact-memory.ts'
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

test('reads what rarely changes again after the event of its change, and not after others', async () => {
  const { index, context: asked, syncs } = indexWith(1, 0)
  const memory = new FactMemory({ isAlone: true })
  const db = {} as AnyKysely
  const { organizationId } = asked.caller
  memory.serve(db, organizationId)
  const context = { ...asked, db }
  const after = (type: string): void =>
    memory.delivered({ id: newId(), organizationId, type, data: {} } as unknown as DomainEvent)
  await Promise.all([index.definitions(context, []), index.definitions(context, [])])
  await index.definitions(context, [])
  expect(syncs).toHaveBeenCalledTimes(1)
  after('scheduling.hold-placed')
  await index.definitions(context, [])
  expect(syncs).toHaveBeenCalledTimes(1)
  for (const type of ['visit-type-created', 'visit-type-changed', 'availability-changed', 'closures-changed']) {
    syncs.mockClear()
    after(`scheduling.${type}`)
    await index.definitions(context, [])
    expect(syncs).toHaveBeenCalledTimes(1)
  }
})

test('reads a visit type that it does not know', async () => {
  const { index, context: asked, syncs } = indexWith(1, 60_000)
  const memory = new FactMemory({ isAlone: true })
  const db = {} as AnyKysely
  memory.serve(db, asked.caller.organizationId)
  const context = { ...asked, db }
  await index.definitions(context, [])
  await index.definitions(context, [newId()])
  expect(syncs).toHaveBeenCalledTimes(2)
})
