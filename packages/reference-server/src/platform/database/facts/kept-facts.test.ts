import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Access } from '../../contracts/access.ts'
import type { AnyKysely } from '../../contracts/database.ts'
import { createAccess } from '../../audit/create-access.ts'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  testRow,
  type TestPlatform,
} from '../../tests/create-platform.testing.ts'
import { factTable } from '../changes/fact-table.ts'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { changed } from './beds.testing.ts'
import { factsInMemory } from './fact-memory.ts'

interface Shelf {
  readonly id: string
  readonly owner: string | null
  readonly labels: readonly string[]
  readonly owners: readonly string[]
  readonly count: number
  readonly locked: boolean
  readonly rank: number
  readonly size: { readonly width: number; readonly notes: readonly string[] } | null
  /** JSON. */
  readonly history: string
  readonly filledAt: Date | null
  readonly version: number
}

const emptyShelf = (): Shelf => ({
  ...{ id: newId(), owner: null, labels: [], owners: [], count: 1, locked: false, filledAt: null, version: 1 },
  ...{ rank: 0, size: null, history: '[]' },
})

const shelvesInMemory = factsInMemory('gardens.shelves', {
  'directory.patient-changed': ({ patientId }) => patientId,
})
const shelves = factTable<Shelf>(
  'gardens.shelves',
  {
    id: ['id', 'uuid'],
    owner: ['owner', 'uuid'],
    labels: ['labels', 'text[]'],
    owners: ['owners', 'uuid[]'],
    count: ['count', 'integer'],
    locked: ['locked', 'boolean'],
    rank: ['rank', 'smallint'],
    size: ['size', 'jsonb'],
    history: ['history', 'jsonb'],
    filledAt: ['filled_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { sealedFor: () => null, inMemory: shelvesInMemory },
)
const migrations = [
  {
    id: 'gardens/0001-shelves',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({
        schema: 'gardens',
        name: 'shelves',
        columns: {
          owner: 'uuid',
          labels: 'text[] not null',
          owners: 'uuid[] not null',
          count: 'integer not null',
          locked: 'boolean not null',
          rank: 'smallint not null',
          size: 'jsonb',
          history: 'jsonb not null',
          filled_at: 'timestamptz',
          version: 'integer not null',
          sealed: 'bytea not null',
        },
      }),
    ],
  },
]

describe.each(['pglite', 'postgres'] as const)('a fact that a change has stored, on %s,', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
    await kit.platform.start()
  })
  afterAll(() => kit.stop())

  const caller = testCaller()
  const { organizationId } = caller
  const select = async (db: AnyKysely, id: string): Promise<Record<string, unknown> | undefined> => {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.raw(shelves.columns.join())}, sealed from gardens.shelves where id = ${id}`.execute(db)
    return rows[0]
  }
  const reader = (): AnyKysely => kit.platform.database.reader({ domain: 'gardens', organizationId })
  const store = (after: Shelf, before: (Shelf & { readonly sealed?: Uint8Array }) | null, details?: unknown) =>
    kit.platform.unitOfWork.keep(
      {
        domain: 'gardens',
        context: testRequestContext(caller),
        idempotency: null,
        audit: () => [testRow(caller, null)],
      },
      () => ({
        writes: [before === null ? shelves.insert(after, details) : shelves.replace(after, before, details)],
        events: [changed(after.id, after.version)],
        answer: undefined,
      }),
    )
  const access = (): Access => createAccess(caller, 'organization')
  const unread = (): Promise<never> => Promise.reject(new Error('it was read'))
  const fromMemory = (id: string) => shelvesInMemory<Record<string, unknown> | undefined>(reader(), id, unread)
  const detailsOf = (id: string, sealed: unknown) =>
    kit.platform.vault.open(
      reader(),
      access(),
      { organizationId, table: 'gardens.shelves', rowId: id, patientId: null },
      sealed as Uint8Array,
    )

  test('is in memory without a read, exactly as it is read', async () => {
    const owner = newId().toUpperCase()
    const shelf: Shelf = {
      ...{ id: newId(), owner, labels: ['top', 'a "b"', 'ä,{}'], owners: [owner], count: -3, locked: true, version: 1 },
      ...{ rank: 2, size: { width: 1.5, notes: ['ä', '"'] }, history: '[{"role":"nurse"}]' },
      filledAt: new Date('2026-11-01T06:30:00.123Z'),
    }
    await store(shelf, null, { text: 'one' })
    expect(await fromMemory(shelf.id)).toStrictEqual(await select(reader(), shelf.id))

    const after = {
      ...shelf,
      owner: null,
      labels: [],
      owners: [],
      locked: false,
      filledAt: null,
      size: null,
      version: 2,
    }
    const known = await fromMemory(shelf.id)
    await store(after, { ...shelf, sealed: known?.['sealed'] as Uint8Array })
    const row = await fromMemory(shelf.id)
    expect(row).toStrictEqual(await select(reader(), shelf.id))
    await expect(detailsOf(shelf.id, row?.['sealed'])).resolves.toEqual({ text: 'one' })

    await store({ ...after, version: 3 }, after, { text: 'two' })
    const latest = await fromMemory(shelf.id)
    expect(latest).toStrictEqual(await select(reader(), shelf.id))
    await expect(detailsOf(shelf.id, latest?.['sealed'])).resolves.toEqual({ text: 'two' })
  })

  test('is read if its encrypted part is not known', async () => {
    const shelf = emptyShelf()
    await store(shelf, null, { text: 'one' })
    await store({ ...shelf, count: 2, version: 2 }, shelf)
    await expect(fromMemory(shelf.id)).rejects.toThrow('it was read')
  })

  test('is read if its change was refused', async () => {
    const shelf = emptyShelf()
    await store(shelf, null, { text: 'one' })
    const outdated = { ...shelf, version: 7 }
    await expect(store({ ...shelf, count: 9, version: 8 }, outdated, { text: 'two' })).rejects.toMatchObject({
      code: 'try_again',
    })
    await expect(fromMemory(shelf.id)).rejects.toThrow('it was read')
  })
})
