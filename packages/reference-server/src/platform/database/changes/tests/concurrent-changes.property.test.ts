import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestPlatform, type TestPlatform } from '../../../tests/create-platform.testing.ts'
import { asRequest } from '../../pool/current-request.ts'
import { countersMigrations, readTallies, type Tallies } from './counters.testing.ts'
import { planOf, type CallerPlan, type PlanSize } from './random-plan.testing.ts'
import { prepareOrganization, runCaller, type Outcome } from './run-plan.testing.ts'

/** Plans of each run; a release runs more. `VISITKIT_PROPERTY_SEED` runs one plan again. */
const runs = Math.ceil(Number(process.env['VISITKIT_PROPERTY_RUNS'] ?? 150) / 50)
const givenSeed = process.env['VISITKIT_PROPERTY_SEED']
const seeds =
  givenSeed === undefined
    ? Array.from({ length: runs }, () => Math.floor(Math.random() * 2 ** 31))
    : [Number(givenSeed)]

const size: PlanSize = { organizations: 4, countersEach: 3, callersEach: 8, wishesEach: 6 }

describe.each(['pglite', 'postgres'] as const)('random changes of many callers on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, countersMigrations)
  })
  afterAll(() => kit.stop())

  const prepare = (): Promise<Outcome[]> =>
    Promise.all(Array.from({ length: size.organizations }, () => prepareOrganization(kit.platform, size.countersEach)))
  const run = (plan: CallerPlan, outcomes: readonly Outcome[]): Promise<void> =>
    runCaller(kit.platform, plan, outcomes[plan.organization] as Outcome)

  test.each(seeds)(
    'all at once end as one after the other: nothing is lost, doubled or half stored (VISITKIT_PROPERTY_SEED=%i)',
    async (seed) => {
      const plans = planOf(seed, size)
      const [together, single] = [await prepare(), await prepare()]
      // Of requests, groups wait for more; of anything else they do not.
      const as = seed % 2 === 0 ? asRequest : <A>(act: () => Promise<A>): Promise<A> => act()
      await Promise.all(plans.map((plan) => as(() => run(plan, together))))
      for (const plan of plans) await run(plan, single)
      for (const [at, outcome] of together.entries()) {
        const other = single[at] as Outcome
        const summaries = await Promise.all([outcome, other].map((each) => checkStored(kit, each)))
        expect(summaries[0], 'grouped and single end in the same').toEqual(summaries[1])
      }
    },
    120_000,
  )
})

/** Compares what is stored with what was acknowledged. Returns what does not depend on the order of the changes. */
const checkStored = async ({ platform }: TestPlatform, outcome: Outcome) => {
  const stored = await readTallies(platform.database.owner(), outcome.organizationId)
  const added = outcome.acknowledged.flatMap(({ entries }) => entries)
  const ids = added.map(({ id }) => id).toSorted()
  const replayed = outcome.replayed.flatMap(({ entries }) => entries.map(({ id }) => id))
  expect(stored.entries.map(({ id }) => id).toSorted(), 'entries').toEqual(ids)
  expect(stored.events, 'events').toEqual(ids)
  expect(stored.accesses, 'audit rows, also of repeated answers').toEqual([...ids, ...replayed].toSorted())
  expect(
    replayed.filter((id) => !ids.includes(id)),
    'repeated answers of changes that are not stored',
  ).toEqual([])
  expect(stored.keys, 'kept answers').toEqual(Array.from(outcome.keys).toSorted())
  for (const entry of added) expect(stored.entries).toContainEqual(entry)
  const places = outcome.acknowledged.flatMap(({ place }) => place ?? [])
  expect(
    stored.places.map(({ name }) => name),
    'places',
  ).toEqual(places.toSorted())
  return summaryOf(stored, outcome)
}

const summaryOf = (stored: Tallies, { counterIds, acknowledged, replayed, refused }: Outcome) => {
  const values = counterIds.map((id) => {
    const counter = stored.counters.find((each) => each.id === id)
    const versions = stored.entries.flatMap(({ counterId, version }) => (counterId === id ? [version] : []))
    expect(versions, 'versions without a gap').toEqual(Array.from(versions, (_, index) => index + 2))
    expect(counter).toEqual({ id, value: versions.length, version: versions.length + 1 })
    return versions.length
  })
  // Of requests with one key, and of those who want one place, the order decides who is refused.
  const isOfOrder = (code: string): boolean => code === 'slot_taken' || code === 'idempotency_key_reused'
  const answers = acknowledged.length + replayed.length + Array.from(refused.values()).reduce((sum, n) => sum + n, 0)
  return {
    values,
    places: stored.places.map(({ name }) => name),
    events: stored.events.length,
    answers,
    refused: Array.from(refused)
      .filter(([code]) => !isOfOrder(code))
      .toSorted(),
  }
}
