import { describe, expect, it } from 'vitest'
import { openDatabase } from '../database/open/open-database.ts'
import { copyTemplate, emptyDatabase } from '../database/tests/create-test-database.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'
import { insertLines, selectLines } from './list-tables.ts'
import { mostRowsOfPage, mostTextOfPage, pagesOf } from './pages-of-rows.ts'

/* 500 pictures of 2 MB are 2 GB of text: longer than a string of Node can be. */

const table = {
  name: 'public.pictures',
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'sealed', type: 'bytea' },
    { name: 'words', type: 'text[]' },
    { name: 'more', type: 'jsonb' },
  ],
}
const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0)

describe.each(platformEngines)('rows of a table, on %s', (engine) => {
  const withTable = async (
    insert: string,
    see: (pages: readonly (readonly string[])[], again: readonly string[]) => void,
  ): Promise<void> => {
    const { url, remove } = await copyTemplate(engine, emptyDatabase)
    const database = await openDatabase({ url, notice: () => undefined })
    try {
      await database.withOwnerConnection(async (owner) => {
        await owner.execute('begin')
        await owner.execute('create table public.pictures (id integer, sealed bytea, words text[], more jsonb)')
        await owner.execute(insert)
        const pages: (readonly string[])[] = []
        for await (const page of pagesOf(owner, table)) pages.push(page)
        await owner.execute('truncate public.pictures')
        for (const lines of pages) await owner.execute(insertLines(table), [`[${lines.join(',')}]`])
        const { rows } = await owner.execute(selectLines(table))
        see(
          pages,
          (rows as { line: string }[]).map(({ line }) => line),
        )
        await owner.execute('rollback')
      })
    } finally {
      await database.close()
      await remove()
    }
  }

  it('are read in pages of a bounded text, also when a few are large, and inserted again as they were', () =>
    withTable(
      `insert into public.pictures
       select n, case when n % 10 = 0 then decode(repeat(md5(n::text), 40000), 'hex') end, array['a "word"', null, 'ñ'], '{"1.50": [1.50, "\\u00e9"]}'
       from generate_series(1, 120) as n`,
      (pages, again) => {
        const lines = pages.flat()
        expect(lines).toHaveLength(120)
        expect(lengthOf(lines)).toBeGreaterThan(15e6)
        for (const page of pages) expect(lengthOf(page)).toBeLessThanOrEqual(mostTextOfPage)
        expect(again.toSorted()).toEqual(lines.toSorted())
      },
    ))

  it('are read alone when one is larger than a page', () =>
    withTable(
      `insert into public.pictures
       select n, decode(repeat(md5(n::text), 300000), 'hex'), null, null from generate_series(1, 3) as n`,
      (pages, again) => {
        expect(pages.map(({ length }) => length)).toEqual([1, 1, 1])
        expect(again.toSorted()).toEqual(pages.flat().toSorted())
      },
    ))

  it('are read in few pages when they are small', () =>
    withTable('insert into public.pictures (id) select generate_series(1, 1200)', (pages) =>
      expect(pages.map(({ length }) => length)).toEqual([mostRowsOfPage, mostRowsOfPage, 200]),
    ))
})
