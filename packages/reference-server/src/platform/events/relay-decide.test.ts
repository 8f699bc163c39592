import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { factTable } from '../database/changes/fact-table.ts'
import { newId } from '../database/ids/new-id.ts'
import type { DomainEvent } from '../contracts/event.ts'
import { nothingToDo, onEvents, type EventPage } from '../contracts/reaction.ts'
import { createConsumeOnce } from './consume-once.ts'
import { added, effects, emit, prepareRelays, type Added, type TestRelay } from './relay.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

interface Bed {
  readonly id: string
  readonly eventId: string | null
}
const beds = factTable<Bed>(
  'gardens.beds',
  { id: ['id', 'uuid'], eventId: ['event_id', 'uuid'] },
  { guard: ['eventId'] },
)
const bedFor = (event: DomainEvent) => ({
  writes: [beds.insert({ id: newId(), eventId: event.id })],
  answer: undefined,
})
const event = (organizationId: string, version: number): Added => ({
  ...added(version),
  id: newId(),
  organizationId,
  at: new Date().toISOString(),
  version: 1,
})
const gardens = { name: 'gardens', accessReason: 'visit', ports: {}, reactions: [] } as const
const consumeOnceOf = ({ database, unitOfWork, vault }: TestRelay) =>
  createConsumeOnce({ database, unitOfWork, vault, clock: () => new Date() })

describe.each(platformEngines)('a reaction that decides, on %s', (engine) => {
  const { startWith } = prepareRelays(engine)

  test('stores a change for each event of a page, and a repeated delivery stores nothing', async () => {
    const platform = await startWith([])
    const organizationId = newId()
    const reaction = onEvents()(['billing.fee-schedule-changed'], 'gardens.decide', { decide: bedFor })
    const page: EventPage = [event(organizationId, 1), event(organizationId, 2), event(organizationId, 3)]
    const consumeOnce = consumeOnceOf(platform)
    expect(await consumeOnce(gardens, reaction, page)).toBe('done')
    expect(await effects(platform, organizationId)).toBe(3)
    expect(await consumeOnce(gardens, reaction, [page[1] ?? page[0]])).toBe('already')
    await expect(consumeOnce(gardens, reaction, page)).rejects.toMatchObject({ code: '23505' })
    expect(await effects(platform, organizationId)).toBe(3)
  })

  test('is delivered by the relay, and leaves no mark for an event that does not concern it', async () => {
    const reaction = onEvents()(['billing.fee-schedule-changed'], 'gardens.decide-even', {
      decide: (each) => (each.data.version % 2 === 0 ? bedFor(each) : nothingToDo),
    })
    const platform = await startWith([reaction])
    const organizationId = newId()
    await emit(platform, organizationId, [1, 2, 3, 4].map(added))
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(2)
    const { rows } = await sql`select from platform.consumed where organization_id = ${organizationId}`.execute(
      platform.database.owner(),
    )
    expect(rows).toHaveLength(2)
  })

  test('gathers again for an event whose row has changed, and records whom it read then', async () => {
    const platform = await startWith([])
    const organizationId = newId()
    const bed: Bed = { id: newId(), eventId: newId() }
    await emit(platform, organizationId, [])
    await sql`insert into gardens.beds (organization_id, id, event_id)
      values (${organizationId}, ${bed.id}, ${bed.eventId})`.execute(platform.database.owner())
    const [first, second] = [newId(), newId()]
    let gathered = 0
    const reaction = onEvents()(['billing.fee-schedule-changed'], 'gardens.move', {
      gather: async (_, __, { access }) => {
        gathered += 1
        access.touch(gathered === 1 ? first : second)
        return gathered === 1 ? { ...bed, eventId: newId() } : bed
      },
      decide: ({ id, data }, seen) =>
        data.version === 2
          ? { writes: [beds.replace({ ...seen, eventId: id }, seen)], answer: undefined }
          : nothingToDo,
    })
    const page: EventPage = [event(organizationId, 1), event(organizationId, 2)]
    expect(await consumeOnceOf(platform)(gardens, reaction, page)).toBe('done')
    expect(gathered).toBe(2)
    const { rows } = await sql<{ entity_id: string; patient_id: string }>`
      select entity_id, patient_id from audit.accesses where organization_id = ${organizationId}`.execute(
      platform.database.owner(),
    )
    expect(rows.toSorted((one, other) => (one.patient_id < other.patient_id ? -1 : 1))).toEqual([
      { entity_id: page[0].id, patient_id: first },
      { entity_id: page[1]?.id, patient_id: second },
    ])
  })
})
