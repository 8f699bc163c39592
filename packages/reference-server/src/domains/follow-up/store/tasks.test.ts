import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/database/tests/create-test-database.testing.ts'
import { followUp } from './migrations/0001-follow-up.ts'
import { listOpenTasksBySource } from './tasks.ts'

describe.each(domainEngines)('open tasks of a cause on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations: [followUp] })
  })
  afterAll(() => kit.close())

  const insertOpen = async (organizationId: string, sourceIds: readonly string[]): Promise<void> => {
    await sql`insert into follow_up.tasks (organization_id, id, kind, priority, status, due_key, assignee_role, source_entity,
        source_id, cause, raised_at, version, sealed)
      select ${organizationId}::uuid, gen_random_uuid(), 'pharmacy', 'routine', 'open', 'infinity', 'nurse', 'Prescription', source,
        source::text, now(), 1, '' from unnest(${sourceIds}::uuid[]) as source`.execute(kit.database.owner())
  }
  const find = async (organizationId: string, sourceId: string): Promise<readonly (string | undefined)[]> => {
    kit.database.facts.outboxRead()
    const db = kit.database.reader({ domain: 'follow_up', organizationId })
    const tasks = await listOpenTasksBySource(db, organizationId, ['pharmacy', 'no-show'], [sourceId])
    return tasks.map(({ source }) => source?.id)
  }

  test('are found by kind and source, and only in their organization', async () => {
    const [organizationId, other, sourceId] = [newId(), newId(), newId()]
    await insertOpen(organizationId, [sourceId, newId()])
    expect(await find(organizationId, sourceId)).toEqual([sourceId])
    expect(await find(organizationId, newId())).toEqual([])
    expect(await find(other, sourceId)).toEqual([])
  })

  test('are found among more than memory holds', async () => {
    const organizationId = newId()
    const sourceIds = Array.from({ length: 700 }, () => newId())
    await insertOpen(organizationId, sourceIds)
    for (const sourceId of [sourceIds.at(0) ?? '', sourceIds.at(-1) ?? ''])
      expect(await find(organizationId, sourceId)).toEqual([sourceId])
  })

  test('of which there were none are found after the event of a new one', async () => {
    const [organizationId, sourceId] = [newId(), newId()]
    expect(await find(organizationId, sourceId)).toEqual([])
    await insertOpen(organizationId, [sourceId])
    kit.database.facts.delivered({
      ...{ id: newId(), organizationId, at: new Date().toISOString(), version: 1, type: 'follow_up.task-changed' },
      data: {
        ...{ taskId: newId(), patientId: null, kind: 'pharmacy', priority: 'routine', status: 'open' },
        ...{ assigneeRole: 'nurse', assigneeId: null, version: 1 },
      },
    })
    expect(await find(organizationId, sourceId)).toEqual([sourceId])
  })
})
