import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Migration } from '../../contracts/migration.ts'

const source = fileURLToPath(new URL('../../../', import.meta.url))

const isMigration = (value: unknown): value is Migration =>
  typeof value === 'object' && value !== null && 'id' in value && 'statements' in value

const migrations = async (): Promise<Migration[]> => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /migrations\/[^/]+\.ts$|-migrations\.ts$/.test(path) && !path.endsWith('.test.ts'),
  )
  const modules = await Promise.all(files.map((path) => import(`${source}${path}`) as Promise<Record<string, unknown>>))
  return modules.flatMap((module) => Object.values(module).flat().filter(isMigration))
}

/** The tables that a statement reads or writes rows of. */
const tablesIn = (statement: string): string[] =>
  /^\s*(update|delete from|insert into)\s/i.test(statement)
    ? Array.from(
        statement.matchAll(/(?:^\s*update|delete from|insert into|from|join)\s+([a-z_]+\.[a-z_]+)/gi),
        ([, table]) => table ?? '',
      )
    : []

/** Tables whose forced row security is on at a statement that needs their rows. */
const hidden = ({ id, statements }: Migration, isTenantTable: (table: string) => boolean): string[] => {
  const open = new Set<string>()
  return statements.flatMap((statement) => {
    const [, table = '', no] = /^alter table (\S+) (no )?force row level security/.exec(statement) ?? []
    if (table !== '') {
      if (no) open.add(table)
      else open.delete(table)
    }
    return tablesIn(statement)
      .filter((name) => isTenantTable(name) && !open.has(name))
      .map((name) => `${id}: ${name}`)
  })
}

test('a migration that changes rows suspends forced row security, so that an owner that is not a superuser sees them', async () => {
  const all = await migrations()
  expect(all.length).toBeGreaterThan(40)
  const forced = new Set(
    all.flatMap(({ statements }) =>
      statements.flatMap((statement) => /^alter table (\S+) force row level security/.exec(statement)?.[1] ?? []),
    ),
  )
  expect(forced).toContain('scheduling.busy')
  const repaired = ['billing/0004-mailbox-work-list: billing.mailbox_files']
  expect(all.flatMap((migration) => hidden(migration, (table) => forced.has(table)))).toEqual(repaired)
})
