import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pagePath, rowsOfPage } from '../prove/clauses-of-page.ts'
import { controlGroupPages, controlGroups } from './write-control-groups.ts'

const root = join(import.meta.dirname, '..')

it('each of the sixty controls is in one group', () => {
  const controls = rowsOfPage(readFileSync(join(root, pagePath), 'utf8')).map(({ control }) => control)
  expect(controls).toHaveLength(60)
  expect(controlGroups.flatMap((group) => group.controls).toSorted()).toEqual(controls.toSorted())
})

it('the pages of the groups and the limits are as the table has them (node scripts/write-control-groups.ts)', async () => {
  const pages = await controlGroupPages()
  for (const [path, text] of pages) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
  const folder = readdirSync(join(root, 'docs/compliance/groups')).map((name) => `docs/compliance/groups/${name}`)
  expect(folder.toSorted()).toEqual([...pages.keys()].filter((path) => path.includes('/groups/')).toSorted())
})

it('a limit of a control is on the page of limits and of its group', async () => {
  const pages = await controlGroupPages()
  const limit = 'The server believes what the identity provider asserts (`amr`, `acr`).'
  expect(pages.get('docs/compliance/limits.md')).toContain(limit)
  expect(pages.get('docs/compliance/groups/identity-and-sessions.md')).toContain(limit)
})
