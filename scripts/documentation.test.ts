import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')

const pages = globSync(['*.md', 'docs/**/*.md', '{packages,examples}/**/*.md'], { cwd: root }).filter(
  (file) => !/node_modules|\/dist\//.test(file),
)

/** As GitHub makes them: lower case, hyphens for spaces, and otherwise only letters, digits, `_` and `-`. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

describe('the documentation', () => {
  it('has no broken links', async () => {
    expect(pages.length).toBeGreaterThan(20)
    const broken: string[] = []
    for (const page of pages) {
      const text = (await read(page)).replaceAll(/```.*?```/gs, '')
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?|mailto):/.test(target)) continue
        const [path = '', anchor] = target.split('#')
        const file = path === '' ? page : join(dirname(page), path)
        if (!existsSync(join(root, file))) broken.push(`${page}: ${target}`)
        else if (anchor !== undefined && file.endsWith('.md') && !anchorsOf(await read(file)).has(anchor))
          broken.push(`${page}: ${target} has no such heading`)
      }
    }
    expect(broken).toEqual([])
  })

  it('closes every example that it opens', async () => {
    const open: string[] = []
    for (const page of pages) {
      const fences = [...(await read(page)).matchAll(/^ *(`{3,})(.*)$/gm)]
      const isPaired = fences.every(([, marks, language], at) => marks === '```' && (at % 2 === 0 || language === ''))
      if (!isPaired || fences.length % 2 === 1) open.push(page)
    }
    expect(open).toEqual([])
  })

  it('counts the operations as the contract does', async () => {
    const contract = await read('packages/contract/generated/openapi.yaml')
    const operations = contract.match(/^ +operationId: /gm) ?? []
    expect(await read('README.md')).toContain(`${operations.length} operations;`)
  })

  it('contains no path of a developer’s machine', async () => {
    const named: string[] = []
    for (const page of pages) if (/(?:^|[\s`'"(])\/(?:home|Users|work|root)\//m.test(await read(page))) named.push(page)
    expect(named).toEqual([])
  })
})

describe('the page of controls', async () => {
  const page = await read('docs/compliance/what-is-enforced.md')
  const rows = page
    .split('\n')
    .filter((line) => /^\| C\d\d /.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\||\|$/g, '').trim()))

  it('has a row for each of the sixty', () => {
    expect(rows.map(([id]) => id)).toEqual(Array.from({ length: 60 }, (_, n) => `C${String(n + 1).padStart(2, '0')}`))
  })

  it('calls no control done, or partly done, without a test', () => {
    const unproven = rows.filter(([, , status, , proof = '']) => status !== 'not yet' && !proof.includes('.test.ts)'))
    expect(unproven).toEqual([])
  })

  it('has totals that match its rows', () => {
    const count = (wanted: string): number => rows.filter(([, , status]) => status === wanted).length
    expect(count('done') + count('partly') + count('not yet')).toBe(60)
    expect(page).toContain(`**${count('done')} done, ${count('partly')} partly, ${count('not yet')} not yet.**`)
  })
})
