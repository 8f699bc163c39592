import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  testRow,
  type TestPlatform,
} from '../../tests/create-platform.testing.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { Change } from '../../contracts/change.ts'
import type { Write } from '../../contracts/write.ts'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { factTable } from './fact-table.ts'
import { writeStatement } from './write-statement.ts'

interface Tree {
  readonly id: string
  readonly name: string
  readonly version: number
}

const trees = factTable<Tree>('orchards.trees', {
  id: ['id', 'uuid'],
  name: ['name', 'text'],
  version: ['version', 'integer'],
})
const countStatement = writeStatement({
  kind: 'insert',
  table: 'orchards.counts',
  columns: ['id', 'trees'],
  values: ['$1::uuid', '$2::integer'],
  onConflict:
    '(organization_id, id) do update set trees = counts.trees + excluded.trees where counts.trees < $3::integer',
  isConditional: true,
})
const countUpTo = (id: string, most: number): Write => ({ statement: countStatement, values: [id, 1, most] })
const noTreeStatement = writeStatement({
  kind: 'check',
  table: 'orchards.trees',
  condition: 'not exists (select from orchards.trees where name = $1::text)',
  isConditional: true,
})
const noTreeNamed = (name: string): Write => ({ statement: noTreeStatement, values: [name] })
const plantTrees = writeStatement({
  kind: 'insert',
  table: 'orchards.trees',
  columns: ['id', 'name', 'version'],
  values: ['unnest($1::uuid[])', 'unnest($2::text[])', '1'],
  isConditional: false,
})

const migrations = [
  {
    id: 'orchards/0001-trees',
    statements: [
      ...domainSchema('orchards'),
      ...tenantTable({
        schema: 'orchards',
        name: 'trees',
        columns: { name: 'text not null', version: 'integer not null' },
      }),
      ...tenantTable({ schema: 'orchards', name: 'counts', columns: { trees: 'integer not null' } }),
    ],
  },
]

describe.each(['pglite', 'postgres'] as const)('a change on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())

  const keep = async (caller: Caller, decide: () => Change<string>): Promise<string> => {
    const { result } = await kit.platform.unitOfWork.keep<string>(
      {
        domain: 'orchards',
        context: testRequestContext(caller),
        idempotency: null,
        audit: () => [testRow(caller, null, { action: 'update' })],
      },
      decide,
    )
    return result
  }
  const store = (caller: Caller, ...writes: Write[]): Promise<string> =>
    keep(caller, () => ({ writes, answer: 'stored', otherwise: () => ({ answer: 'refused' }) }))
  const namesOf = async ({ organizationId }: Caller): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`select name from orchards.trees
      where organization_id = ${organizationId} order by name`.execute(kit.platform.database.owner())
    return rows.map(({ name }) => name)
  }
  const tree = (name: string): Tree => ({ id: newId(), name, version: 1 })

  test('inserts a row, or updates the one in its way, up to a limit', async () => {
    const caller = testCaller()
    const count = newId()
    const stored = await Promise.all(
      ['apple', 'cherry', 'pear', 'plum'].map((name) => store(caller, trees.insert(tree(name)), countUpTo(count, 3))),
    )
    expect(stored.toSorted()).toEqual(['refused', 'stored', 'stored', 'stored'])
    expect(await namesOf(caller)).toHaveLength(3)
  })

  test('deletes a row only as it was gathered, and with it all else', async () => {
    const caller = testCaller()
    const [apple, pear] = [tree('apple'), tree('pear')]
    await store(caller, trees.insert(apple), trees.insert(pear))
    expect(await store(caller, trees.insert(tree('plum')), trees.delete({ ...apple, version: 9 }))).toBe('refused')
    expect(await namesOf(caller)).toEqual(['apple', 'pear'])
    const after = { ...pear, name: 'quince', version: 2 }
    expect(await store(caller, trees.delete(apple), trees.replace(after, pear))).toBe('stored')
    expect(await namesOf(caller)).toEqual(['quince'])
  })

  test('is stored only while a check holds, of its own organization', async () => {
    const [caller, other] = [testCaller(), testCaller()]
    expect(await store(other, noTreeNamed('apple'), trees.insert(tree('apple')))).toBe('stored')
    expect(await store(caller, noTreeNamed('apple'), trees.insert(tree('apple')))).toBe('stored')
    expect(await store(caller, trees.insert(tree('apple')), noTreeNamed('apple'))).toBe('refused')
    expect(await namesOf(caller)).toEqual(['apple'])
  })

  test('is refused if it writes one row twice', async () => {
    const caller = testCaller()
    const apple = tree('apple')
    await store(caller, trees.insert(apple))
    const [second, third] = [2, 3].map((version) => ({ ...apple, name: `apple ${version}`, version }))
    if (!second || !third) throw new Error('no trees')
    await expect(store(caller, trees.replace(second, apple), trees.replace(third, apple))).rejects.toThrow(
      'one row twice',
    )
    expect(await namesOf(caller)).toEqual(['apple'])
  })

  test('inserts a list of any length with one statement', async () => {
    const caller = testCaller()
    const names = Array.from({ length: 12 }, (_, index) => `tree ${String(index).padStart(2, '0')}`)
    const write: Write = { statement: plantTrees, values: [names.map(() => newId()), names] }
    expect(await store(caller, write, noTreeNamed('none'))).toBe('stored')
    expect(await namesOf(caller)).toEqual(names)
  })
})
