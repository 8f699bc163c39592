import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeReport } from '../packages/reference-server/src/cli/report/make-report.ts'
import { rowsOfPage } from '../prove/clauses-of-page.ts'
import { gatherEvidence } from '../prove/gather-evidence.ts'
import type { Mutant, Promised } from '../prove/mutant.ts'
import { promises as ownPromises } from '../prove/mutants/promises.ts'
import { sabotage } from '../prove/sabotage.ts'
import { runProve } from '../prove/run-prove.ts'

const run = promisify(execFile)
const repository = join(import.meta.dirname, '..')
const author = ['-c', 'user.name=Sample', '-c', 'user.email=sample@mail.example']

/** A repository with two controls whose tests are in one file. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "house", "type": "module" }',
  'packages/reference-server/package.json': '{ "name": "house-server", "version": "3.2.1" }',
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "types": [] } }',
  '.gitignore': 'node_modules\ntest-results\n',
  'vitest.config.ts': `
    import { recordTests } from ${JSON.stringify(join(import.meta.dirname, 'record-tests.ts'))}
    export default { test: {
      ...(process.env.RECORD_TESTS && { reporters: [recordTests(import.meta.dirname)] }),
      projects: [{ test: { name: 'node', include: ['scripts/*.test.ts'] } }],
    } }`,
  'scripts/door.ts': `export const isLocked = (key) => key !== 'right'\nexport const rings = (hour) => hour < 22\n`,
  'scripts/door.test.ts': `
    import { expect, test } from 'vitest'
    import { isLocked, rings } from './door.ts'
    test('opens with no other key', () => expect(isLocked('wrong')).toBe(true))
    test('rings by day', () => expect(rings(12)).toBe(true))
    test('is quiet at night', () => expect(rings(23)).toBe(false))`,
  'docs/compliance/what-is-enforced.md': `# Controls

| control | | status | what there is | proof |
| --- | --- | --- | --- | --- |
| C01 | Door | done | The door is locked. | |
| C02 | Bell | partly | It rings. Not at night ([why](why.md)). | [door](../../scripts/door.test.ts) |
| C03 | Gate | not yet | | |

<!-- Written by npm run prove. -->
<!-- End of what npm run prove writes. -->
`,
  'prove/last-run.json': '{}\n',
}

const mutant = (id: string, find: string, replace: string): Mutant => ({
  id,
  file: 'scripts/door.ts',
  find,
  replace,
  tests: [{ project: 'node', file: 'scripts/door.test.ts', name: 'opens with no other key' }],
})
const noLock = mutant('C01-no-lock', "key !== 'right'", 'false')
/** Breaks a control that does not name it, too. */
const noWalls = mutant(
  'C01-no-walls',
  "key !== 'right'\nexport const rings = (hour) => hour < 22",
  'false\nexport const rings = () => true',
)
const promises: readonly Promised[] = [{ subject: 'C01', clauses: { 'The door is locked': [noLock] } }]

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'visitkit-house-'))
  for (const [file, text] of Object.entries(files)) await write(file, text)
  await mkdir(join(root, 'node_modules'))
  await symlink(join(repository, 'node_modules/vitest'), join(root, 'node_modules/vitest'))
  await git('init', '-q')
  await commit()
})
/** As they were at first, whatever the test before has changed. */
beforeEach(async () => {
  for (const file of ['scripts/door.ts', 'scripts/door.test.ts']) await write(file, files[file]!)
  await commit()
})
afterAll(() => rm(root, { recursive: true, force: true }))

const git = (...args: readonly string[]) => run('git', [...author, ...args], { cwd: root })
const commit = async (): Promise<void> => {
  await git('add', '-A')
  await git('commit', '-qm', 'house: build it', '--allow-empty')
}
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}
/** As `npm test` runs them. */
const runTests = (): Promise<unknown> =>
  run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run'], {
    cwd: root,
    env: { ...process.env, RECORD_TESTS: '1', VITEST: undefined },
  }).catch(() => undefined)
const report = async () => {
  const { controls, summary, ...rest } = makeReport(await gatherEvidence(root, promises))
  const rows = Object.fromEntries(controls.map(({ control, color, reasons }) => [control, [color, ...reasons]]))
  return { ...rest, summary, rows }
}

describe('the evidence of a checkout', () => {
  it('is red in every row before anything has run', async () => {
    const { rows, product, commit: at } = await report()
    expect(product).toEqual({ name: 'house-server', version: '3.2.1' })
    expect(at).toMatch(/^[0-9a-f]{40}$/)
    expect(rows).toEqual({
      C01: [
        'red',
        expect.stringContaining('no run is recorded'),
        expect.stringContaining('was never run: C01-no-lock'),
      ],
      C02: ['red', expect.stringContaining('no run is recorded')],
      C03: ['red', 'There is nothing to rely on yet.'],
    })
  })

  it('is green once the tests passed and the mutants were noticed, at this commit', async () => {
    await runTests()
    expect(await runProve({ root, promises, args: [], print: () => undefined })).toBe(0)
    await commit()
    const { rows, runs, summary, asOf } = await report()
    expect(rows).toEqual({
      C01: ['green'],
      C02: ['partly', 'The control is not complete.'],
      C03: ['red', 'There is nothing to rely on yet.'],
    })
    expect(summary).toMatchObject({ controls: 3, green: 1, partly: 1, red: 1, seenRed: 1 })
    expect(runs).toEqual([expect.objectContaining({ project: 'node', uncommitted: 0, changedSince: 0, at: asOf })])
  })

  it('turns one row red when one test fails, and leaves the others', async () => {
    await write('scripts/door.ts', files['scripts/door.ts']!.replace("key !== 'right'", 'false'))
    await commit()
    await runTests()
    const { rows } = await report()
    expect(rows).toMatchObject({
      C01: ['red', expect.stringContaining('1 of 1 test: failed in the last run (node-'), expect.any(String)],
      C02: ['partly', 'The control is not complete.'],
    })
  })

  it('is red when the code has changed since, and when a test ran on what was not committed', async () => {
    await write('scripts/bells.ts', 'export const bells = 1\n')
    await runTests()
    expect((await report()).rows).toMatchObject({ C02: ['red', expect.stringContaining('not committed')] })
    await commit()
    await runTests()
    expect(await runProve({ root, promises, args: [], print: () => undefined })).toBe(0)
    await commit()
    expect((await report()).rows).toMatchObject({ C02: ['partly', 'The control is not complete.'] })
    await write('scripts/door.ts', `${files['scripts/door.ts']}\n`)
    await commit()
    const { rows } = await report()
    expect(rows).toMatchObject({
      C01: [
        'red',
        expect.stringContaining('ran at an older commit; files have changed since'),
        expect.stringContaining('ran before its code or its tests changed: C01-no-lock'),
      ],
      C02: ['red', expect.stringContaining('ran at an older commit')],
    })
  })

  it('does not count a change of texts as a change of the code', async () => {
    await runTests()
    await write('docs/why.md', 'People sleep.\n')
    await commit()
    expect((await report()).rows).toMatchObject({ C02: ['partly', 'The control is not complete.'] })
  })

  it('is red when a file of tests does not load', async () => {
    await write('scripts/door.test.ts', `import './nowhere.ts'\n${files['scripts/door.test.ts']}`)
    await commit()
    await runTests()
    expect((await report()).rows).toMatchObject({ C02: ['red', expect.stringContaining('failed in the last run')] })
  })
})

describe('report --sabotage', () => {
  const sabotaged = async (subject: string, listed: readonly Promised[] = promises) => {
    const lines: string[] = []
    const code = await sabotage({ root, promises: listed, subject, print: (line) => lines.push(line) })
    return { code, printed: lines.join('\n') }
  }

  it('turns the control red whose safeguard it disables, and no other', async () => {
    const { code, printed } = await sabotaged('C01')
    expect(printed).toContain('C01 turned red, and no other: C01-no-lock')
    expect(printed).toContain('failed: opens with no other key (scripts/door.test.ts)')
    expect(printed).toContain('1 of 1 mutants turned C01 red. 1 of them turned no other control red.')
    expect(code).toBe(0)
    expect(await readFile(join(root, 'scripts/door.ts'), 'utf8')).toBe(files['scripts/door.ts'])
  })

  it('says so when another control turns red too', async () => {
    const { code, printed } = await sabotaged('C01-no-walls', [
      { subject: 'C01', clauses: { 'The door is locked': [noWalls] } },
    ])
    expect([code, printed]).toEqual([1, expect.stringContaining('C01 turned red, and so did C02: C01-no-walls')])
    expect(printed).toContain('0 of them turned no other control red. The others disable what several controls share.')
  })

  it('says so when nothing can be disabled', async () => {
    expect(await sabotaged('C03')).toEqual({ code: 2, printed: expect.stringContaining('C03 Gate has no mutant') })
    expect(await sabotaged('C61')).toEqual({ code: 2, printed: expect.stringContaining('There is no control') })
  })
})

describe('this repository', () => {
  it('has sixty controls, where each comes from, and only tests that exist', async () => {
    const page = await readFile(join(repository, 'docs/compliance/what-is-enforced.md'), 'utf8')
    const { controls } = await gatherEvidence(repository, ownPromises)
    expect(controls.map(({ control }) => control)).toEqual(
      Array.from({ length: 60 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`),
    )
    const named = controls.flatMap(({ tests }) => tests.map(({ file }) => file))
    expect(named.filter((file) => !file.endsWith('.test.ts') || !existsSync(join(repository, file)))).toEqual([])
    const counts = Map.groupBy(rowsOfPage(page), ({ status }) => status)
    const [done, partly, notYet] = ['done', 'partly', 'not yet'].map((status) => counts.get(status)?.length ?? 0)
    expect(page).toContain(`**${done} done, ${partly} partly, ${notYet} not yet.**`)
  })
})
