import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testCaller, testRequestContext } from '../tests/create-platform.testing.ts'
import { newId } from '../database/ids/new-id.ts'
import { Problem } from '../problems/problem.ts'
import { nothingToDo } from '../contracts/reaction.ts'
import { outboxStart, readOutbox } from './read-outbox.ts'
import { added, effects, emit, numberOf, prepareRelays, recordEvent, recording } from './relay.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the relay with failing or slow consumers, on %s', (engine) => {
  const { startWith, logged } = prepareRelays(engine)

  test('continues after an event that fails, retries it, and stores no message of the failure', async () => {
    let broken = true
    const failing = recording({
      consumer: 'gardens.failing',
      gather: async (event): Promise<undefined> => {
        if (broken && event.data.version === 1) throw new Error('Jane Roe-Fictional cannot be gathered')
      },
    })
    const platform = await startWith([failing, recording()])
    const organizationId = newId()
    for (const n of [0, 1, 2]) await emit(platform, organizationId, [added(n)])
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(5)
    const stored = await sql<{ error: string; attempts: number }>`select * from platform.failed_deliveries`.execute(
      platform.database.owner(),
    )
    expect(stored.rows).toMatchObject([{ error: 'Error', attempts: 1 }])
    expect(JSON.stringify([stored.rows, logged()])).not.toContain('Jane')
    broken = false
    await expect.poll(() => effects(platform, organizationId), { timeout: 5_000 }).toBe(6)
    await expect
      .poll(
        async () =>
          (await sql`select 1 from platform.failed_deliveries`.execute(platform.database.owner())).rows.length,
      )
      .toBe(0)
  })

  test('parks an event that never succeeds and retries it when an operator requests it', async () => {
    let broken = true
    const failing = recording({
      consumer: 'gardens.parking',
      keep: async (event, gathered, context) => {
        if (broken) throw new Problem(409, 'not_waiting', 'Not now.')
        await recordEvent(event, gathered, context)
      },
    })
    const platform = await startWith([failing])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1)])
    await platform.relay.settle()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await sql`update platform.failed_deliveries set next_at = now() - interval '1 hour'`.execute(
        platform.database.owner(),
      )
      await platform.relay.settle()
    }
    expect(await platform.relay.deadLetters()).toMatchObject([
      { consumer: 'gardens.parking', error: 'Problem not_waiting', organizationId },
    ])
    broken = false
    expect(await platform.relay.retryDeadLetter()).toBe(1)
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(1)
    expect(await platform.relay.deadLetters()).toEqual([])
  })

  test('a consumer that falls far behind misses no event', async () => {
    let release = (): void => undefined
    const stuck = new Promise<void>((resolve) => (release = resolve))
    const received: unknown[] = []
    const slow = recording({
      consumer: 'gardens.far-behind',
      gather: async ({ data }) => {
        await stuck
        received.push(data.version)
        return nothingToDo
      },
    })
    const platform = await startWith([slow])
    const organizationId = newId()
    const many = Array.from({ length: 1_300 }, (_, n) => n)
    for (let from = 0; from < many.length; from += 130)
      await emit(platform, organizationId, many.slice(from, from + 130).map(added))
    let listenersHeard = 0
    platform.relay.onDelivered(() => (listenersHeard += 1))
    await emit(platform, organizationId, [added(1_300)])
    await expect.poll(() => listenersHeard, { timeout: 5_000 }).toBeGreaterThan(0)
    release()
    await platform.relay.settle()
    expect(received).toEqual([...many, 1_300])
  })

  // The embedded engine runs one transaction at a time.
  test.skipIf(engine === 'pglite')('waits for a transaction that began earlier and commits later', async () => {
    const platform = await startWith([recording({ consumer: 'gardens.ordered' })])
    const organizationId = newId()
    const received: unknown[] = []
    platform.relay.onDelivered((event) => {
      if (event.organizationId === organizationId) received.push(numberOf(event))
    })
    let commit = (): void => undefined
    let written = (): void => undefined
    const held = new Promise<void>((resolve) => (commit = resolve))
    const begun = new Promise<void>((resolve) => (written = resolve))
    const slow = platform.unitOfWork.run(
      {
        domain: 'gardens',
        context: testRequestContext(testCaller(organizationId)),
        idempotency: null,
        audit: () => [],
      },
      async (context) => {
        await sql`insert into gardens.beds (organization_id, id) values (${organizationId}, ${newId()})`.execute(
          context.tx,
        )
        await context.emit(added(1))
        written()
        await held
      },
    )
    await begun
    await emit(platform, organizationId, [added(2)])
    const page = await readOutbox(platform.database.readerAcross('platform'), outboxStart, null, 10_000)
    expect(page.unsettled).toBe(true)
    expect(page.events.filter(({ event }) => event.organizationId === organizationId)).toEqual([])
    expect(received).toEqual([])
    commit()
    await slow
    await platform.relay.settle()
    expect(received).toEqual([1, 2])
    expect(await effects(platform, organizationId)).toBe(3)
  })

  // A long timeout: a transaction of another test on the same cluster delays younger events.
  test('does not let a slow consumer delay others', async () => {
    let release = (): void => undefined
    const stuck = new Promise<undefined>((resolve) => (release = () => resolve(undefined)))
    const slow = recording({ consumer: 'gardens.slow', gather: () => stuck })
    const platform = await startWith([slow, recording()])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1), added(2), added(3)])
    await expect.poll(() => effects(platform, organizationId), { timeout: 20_000 }).toBe(3)
    release()
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(6)
  })
})
