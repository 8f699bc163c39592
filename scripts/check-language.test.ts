import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { subjectFaults } from './language/subject-faults.ts'
import { readRefusedWords } from './language/read-refused-words.ts'

const run = promisify(execFile)

describe('a commit subject', () => {
  test.each([
    "video: take room identity from the vendor's answer",
    'elements: feed the list from the newest page',
    'docs: process the table of moments',
    'sdk: focus the first field',
  ])('may be: %s', (subject) => {
    expect(subjectFaults(subject)).toEqual([])
  })

  test.each([
    ['Take the pictures anew', 'does not begin with a lower-case area'],
    ['Video: take it', 'does not begin with a lower-case area'],
    ['video: Take it', 'small letter'],
    ['video: added a sweep', 'what was done'],
    ['video: adding a sweep', 'no imperative'],
    ['video: adds a sweep', 'no imperative'],
    ['video: add a sweep.', 'full stop'],
    [`video: add ${'a long '.repeat(12)}sweep`, 'characters'],
  ])('may not be: %s', (subject, fault) => {
    expect(subjectFaults(subject).join()).toContain(fault)
  })
})

test('a row of the table without a replacement is refused', () => {
  expect(() => readRefusedWords('| not used | instead |\n|---|---|\n| whilst | |')).toThrow('what to write instead')
  expect(() => readRefusedWords('| not used in comments | instead |\n|---|---|\n| whilst | |')).toThrow(
    'what to write instead',
  )
  expect(readRefusedWords('| today | later |\n|---|---|\n| whilst | while |')).toEqual([])
})

describe('the check', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'visitkit-language-'))
    await write(
      'docs/naming.md',
      [
        '| not used | instead |\n|---|---|\n| stands in | acts for |\n| `Situation` | `RequestContext` |\n| `keep*` | `save*` |',
        '| not used in comments | instead |\n|---|---|\n| hears of, is told | receives |\n| told | reports |\n',
      ].join('\n\n'),
    )
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const check = (...args: string[]): Promise<{ code: number; text: string }> =>
    run(process.execPath, [join(import.meta.dirname, 'check-language.ts'), '--root', root, ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        return { code, text: stdout + stderr }
      },
    )
  const git = (...args: string[]): Promise<unknown> =>
    run('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args])
  const commit = async (subject: string): Promise<string> => {
    await git('add', '-A')
    await git('commit', '-q', '--allow-empty', '-m', subject)
    return (await run('git', ['-C', root, 'rev-parse', 'HEAD'])).stdout.trim()
  }

  test('finds refused words in names, comments and docs, and says where and what to write', async () => {
    await write(
      'packages/a/src/a.ts',
      [
        '/** Somebody who stands',
        ' * in for a colleague: Situation is a word here, not a name. */',
        'export interface Situation { readonly keepTime: number }',
        "export const text = 'a text that stands in for Situation is data'",
        'export const template = (situation: Situation): string => `${situation.keepTime} // stands in`',
        'export const pattern = /\\/\\* stands in/ // stands in',
      ].join('\n'),
    )
    await write('docs/page.md', 'Who stands in?\n\n`stands in` is quoted.\n\n```\nstands in\n```\n\nSee `Situation`.\n')
    await write('packages/a/generated/b.ts', 'export interface Situation { readonly id: string }\n')
    const { code, text } = await check()
    expect(code).toBe(1)
    expect(text).toContain('packages/a/src/a.ts:3: "Situation". Write: `RequestContext`.')
    expect(text).toContain('packages/a/src/a.ts:3: "keepTime". Write: `save*`.')
    expect(text).toContain('packages/a/src/a.ts:5: "keepTime"')
    expect(text).toContain('packages/a/src/a.ts:6: "stands in". Write: acts for.')
    expect(text).toContain('docs/page.md:1: "stands in"')
    expect(text).toContain('docs/page.md:9: "Situation"')
    expect(text).toContain('a.ts:1: "stands in"')
    expect(text).not.toContain('a.ts:4')
    expect(text).not.toContain('docs/page.md:3')
    expect(text).not.toContain('docs/page.md:6')
    expect(text).not.toContain('generated')
  })

  test('finds words in comments and titles of tests, and not in other texts', async () => {
    await write(
      'packages/a/src/a.test.ts',
      [
        "describe('a page that hears of a change', () => {",
        "  test.each([['is told']])('%s hears of it', () => undefined)",
        '  it.concurrent(`hears',
        "  of ${'hears of'} nothing`, () => expect('hears of').toBe(`hears of`))",
        '  /** The page `hears of` it, and is',
        '   * told. */',
        '})',
        "it(hearsOf, () => log('hears of'))",
      ].join('\n'),
    )
    await write('packages/a/a.tsp', '/** Is told. */\nmodel A { @doc("hears of") a: "is told" }\n')
    await write('prove/b.js', '// hears of\n')
    await write('vitest.config.ts', '// hears of\n')
    await write('docs/page.md', 'A page hears of it.\n')
    const { code, text } = await check()
    expect(code).toBe(1)
    expect(text.split('\n').slice(1, -2)).toEqual([
      'packages/a/a.tsp:1: "Is told". Write: receives.',
      'packages/a/src/a.test.ts:1: "hears of". Write: receives.',
      'packages/a/src/a.test.ts:2: "hears of". Write: receives.',
      'packages/a/src/a.test.ts:3: "hears of". Write: receives.',
      'packages/a/src/a.test.ts:5: "is told". Write: receives.',
      'prove/b.js:1: "hears of". Write: receives.',
      'vitest.config.ts:1: "hears of". Write: receives.',
      '',
    ])
  })

  test('finds nothing while the table is empty, and a word as soon as its row is there', async () => {
    const head = '## Not used\n\n| not used | instead |\n| -------- | ------- |\n'
    await write('docs/naming.md', head)
    await write('docs/page.md', 'Whilst we wait.\n')
    expect((await check()).code).toBe(0)
    await write('docs/naming.md', `${head}| whilst   | while   |\n`)
    const { code, text } = await check()
    expect(code).toBe(1)
    expect(text).toContain('docs/page.md:1: "Whilst". Write: while.')
  })

  test('finds a subject without an area since the base, and none before it', async () => {
    await git('init', '-q')
    const base = await commit('Everything anew')
    await commit('docs: describe the check')
    expect(await check('--since', base)).toEqual({ code: 0, text: '' })
    await commit('Described the check')
    const { code, text } = await check('--since', base)
    expect(code).toBe(1)
    expect(text).toContain('"Described the check": it does not begin with a lower-case area')
    expect(text).not.toContain('Everything anew')
  })

  test('says that subjects were not checked where there is no history, or not enough of it', async () => {
    const { code, text } = await check()
    expect(code).toBe(0)
    expect(text).toContain('Commit subjects were not checked: there is no git history here.')
    await git('init', '-q')
    const base = await commit('Everything anew')
    await commit('Described the check')
    const shallow = `${root}-shallow`
    await run('git', ['clone', '-q', '--depth', '1', `file://${root}`, shallow])
    await rm(root, { recursive: true })
    await cp(shallow, root, { recursive: true })
    await rm(shallow, { recursive: true })
    expect((await check('--since', base)).text).toContain('the history here does not reach back to')
  })
})
