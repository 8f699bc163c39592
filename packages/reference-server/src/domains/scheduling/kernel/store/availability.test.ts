import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import { readAvailability, upsertAvailability } from './availability.ts'
import { scheduling0001 } from './migrations/0001-scheduling.ts'
import { bookingRules } from './migrations/0005-booking-rules.ts'
import { whoAsks } from './migrations/0003-who-asks.ts'
import { wholeAvailability } from './migrations/0008-whole-availability.ts'

describe.each(domainEngines)('while two servers of different versions run, on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    const migrations = [scheduling0001, whoAsks, bookingRules, wholeAvailability]
    database = await createTestDatabase({ engine, migrations })
  })
  afterAll(() => database.close())

  const setUp = async () => {
    const scope = { domain: 'scheduling', organizationId: newId() }
    const practitionerId = newId()
    const timeOff = [{ id: newId(), from: '2026-12-24T00:00', to: '2026-12-27T00:00', reason: 'vacation' as const }]
    const hours = { practitionerId, zone: 'UTC', weekly: [], exceptions: [], timeOff }
    const store = (change: object, version: number): Promise<boolean> =>
      database.database.transact(scope, (tx) =>
        upsertAvailability(tx, scope.organizationId, { ...hours, ...change, version }),
      )
    const write = (rules: object): Promise<unknown> =>
      database.database.transact(scope, (tx) =>
        sql`update scheduling.availability set rules = ${JSON.stringify(rules)}::jsonb, version = version + 1
          where id = ${practitionerId}`.execute(tx),
      )
    const read = () => readAvailability(database.database.reader(scope), practitionerId)
    return { hours, store, write, read }
  }

  test('the older one cannot save hours without the time off that it does not know', async () => {
    const { hours, store, write, read } = await setUp()
    await store({}, 1)
    await expect(write({ weekly: [], exceptions: [] })).rejects.toMatchObject({ constraint: 'availability_whole' })
    expect(await read()).toEqual({ ...hours, version: 1 })
  })

  test('what only the newer one knows stays when the older one saves hours; what both know is replaced', async () => {
    const { hours, store, write, read } = await setUp()
    await store({ limits: { perDay: 3 }, weight: 20 }, 1)
    const { practitionerId: _, zone: __, ...rules } = hours
    await write({ ...rules, limits: { perDay: 3 }, weight: 20, later: { kept: true } })
    expect(await store({ weight: 5 }, 3)).toBe(true)
    expect(await read()).toEqual({ ...hours, weight: 5, later: { kept: true }, version: 3 })
  })
})
