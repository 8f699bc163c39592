import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../docs/decisions')

it('the list of decisions has each decision once, in order, with its title', async () => {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.md$/.test(name)).toSorted()
  const rows = await Promise.all(
    files.map(async (file) => {
      const [, number = '', title = ''] = /^# (\d+)\. (.+)$/m.exec(await readFile(join(folder, file), 'utf8')) ?? []
      return `${number}: [${title}](${file})`
    }),
  )
  const list = await readFile(join(folder, 'README.md'), 'utf8')
  const listed = [...list.matchAll(/^\| (\d+) +\| (\[.+\]\(.+\)) +\|$/gm)].map(
    ([, number, link]) => `${number}: ${link}`,
  )
  expect(listed).toEqual(rows)
})
