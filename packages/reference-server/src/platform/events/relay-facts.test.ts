import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { AnyKysely } from '../contracts/database.ts'
import { nothingToDo } from '../contracts/reaction.ts'
import { factsInMemory } from '../database/facts/fact-memory.ts'
import { newId } from '../database/ids/new-id.ts'
import { added, emit, prepareRelays, recording, type TestRelay } from './relay.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const countInMemory = factsInMemory('gardens.count', { 'directory.patient-changed': () => null })

describe.each(platformEngines)('facts in memory on %s', (engine) => {
  const { startWith } = prepareRelays(engine)

  const count = (db: AnyKysely): Promise<number> =>
    countInMemory(db, 'all', async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from gardens.beds`.execute(db)
      return rows[0]?.n ?? -1
    })
  /** As another process does: this one learns of it from the outbox only. */
  const addBedElsewhere = async (platform: TestRelay, organizationId: string): Promise<void> => {
    await sql`insert into gardens.beds (organization_id, id) values (${organizationId}, ${newId()})`.execute(
      platform.database.owner(),
    )
    await emit(platform, organizationId, [
      { type: 'directory.patient-changed', data: { patientId: newId(), version: 1 } },
    ])
  }
  const holdCount = async ({ database }: TestRelay, organizationId: string): Promise<void> => {
    database.facts.outboxRead()
    expect(await count(database.reader({ domain: 'gardens', organizationId }))).toBe(0)
  }

  test('are those of before its event, for a reaction', async () => {
    const seen: number[] = []
    const counting = recording({
      gather: async (_event, _ports, { db }) => {
        seen.push(await count(db))
        return nothingToDo
      },
    })
    const organizationId = newId()
    const first = await startWith([counting])
    await first.relay.settle()
    await holdCount(first, organizationId)
    await addBedElsewhere(first, organizationId)
    await emit(first, organizationId, [added(1)])
    await first.relay.settle()
    expect(seen).toEqual([1])

    // After a pause, a consumer reads the outbox itself, and the reader begins behind what it finds.
    await first.relay.stop()
    const other = newId()
    await holdCount(first, other)
    await addBedElsewhere(first, other)
    await emit(first, other, [added(2)])
    const second = await startWith([counting])
    await second.relay.settle()
    expect(seen).toEqual([1, 1])
  })
})
