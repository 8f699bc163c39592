import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const page = await readFile(join(import.meta.dirname, '../../../../docs/operations/configuration.md'), 'utf8')
const source = (
  await Promise.all(
    ['../config.ts', 'config-partners.ts', 'read-groups.ts'].map((name) =>
      readFile(join(import.meta.dirname, name), 'utf8'),
    ),
  )
).join('\n')

/** Every variable that the source reads. */
const read = new Set(
  [
    ...source.matchAll(
      /reader\.(?:text|optional|list|integer|oneOf|url)\(\s*'([A-Z_]+)'|(?:required|need|parts)\('([A-Z_]+)'/g,
    ),
  ].map(([, ...names]) => `VISITKIT_${names.find(Boolean)}`),
)
const listed = new Set([...page.matchAll(/^\| `(VISITKIT_[A-Z_]+)`/gm)].map(([, name]) => name))

describe('docs/operations/configuration.md', () => {
  it('lists every variable that the server reads', () => {
    expect(read.size).toBeGreaterThan(20)
    expect([...read].filter((name) => !listed.has(name))).toEqual([])
  })

  it('lists no variable that the server does not read', () => {
    expect([...listed].filter((name) => !read.has(name ?? ''))).toEqual([])
  })
})
