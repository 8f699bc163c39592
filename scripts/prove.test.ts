import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutantFaults } from '../prove/check-mutants.ts'
import { clausesOf } from '../prove/clauses-of-page.ts'
import { listMutants, type ListedMutant, type Mutant, type Promised } from '../prove/mutant.ts'
import { pickSample } from '../prove/pick-sample.ts'
import { runProve } from '../prove/run-prove.ts'
import { promises as ownPromises } from '../prove/mutants/promises.ts'

const page = `# Controls

| control | | status | what there is | proof |
| --- | --- | --- | --- | --- |
| C01 | Door | done | The door is locked ([why](why.md)); its key is kept. _There is no window._ | |
| C02 | Bell | partly | It rings. | [bell](../../scripts/bell.test.ts) |

<!-- Written by npm run prove. -->
<!-- End of what npm run prove writes. -->
`
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "house", "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "types": [] } }',
  '.gitignore': 'node_modules\n',
  'vitest.config.ts': `export default { test: { projects: [{ test: { name: 'node', include: ['scripts/*.test.ts'] } }] } }`,
  'scripts/door.ts': `export const isLocked = (key) => key !== 'right'\nexport const keyPlace = 'drawer'\n`,
  'scripts/door.test.ts': `
    import { expect, test } from 'vitest'
    import { isLocked, keyPlace } from './door.ts'
    test('opens with its key', () => expect(isLocked('right')).toBe(false))
    test('opens with no other', () => expect(isLocked('wrong')).toBe(true))
    test('has a key', () => expect(keyPlace.length).toBeGreaterThan(0))`,
  'docs/compliance/what-is-enforced.md': page,
  'prove/last-run.json': '{}\n',
}
const run = promisify(execFile)

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'visitkit-house-'))
  for (const [file, text] of Object.entries(files)) await write(file, text)
  await mkdir(join(root, 'node_modules'))
  await symlink(join(import.meta.dirname, '../node_modules/vitest'), join(root, 'node_modules/vitest'))
  const author = ['-c', 'user.name=Sample', '-c', 'user.email=sample@mail.example']
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...author, 'commit', '-qm', 'house: build it'],
  ])
    await run('git', args, { cwd: root })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')

const mutant = (id: string, find: string, replace: string, name?: string, file = 'scripts/door.ts'): Mutant => ({
  id,
  file,
  find,
  replace,
  tests: [{ project: 'node', file: 'scripts/door.test.ts', ...(name !== undefined && { name }) }],
})
const noticed = mutant('C01-no-lock', "key !== 'right'", 'false', 'opens with no other')
const survivor = mutant('C01-another-place', "'drawer'", "'doormat'", 'has a key')
const crash = mutant('C01-no-door', 'export const isLocked', 'const isShut', 'opens with no other')
const keyIsKept = mutant('C01-no-key', "'drawer'", "''", 'has a key')
const house = (locked: Mutant, kept: Mutant): readonly Promised[] => [
  { subject: 'C01', clauses: { 'The door is locked': [locked], 'its key is kept': [kept] } },
]
const prove = async (promises: readonly Promised[], ...args: readonly string[]) => {
  const lines: string[] = []
  const code = await runProve({ root, promises, args, print: (line) => lines.push(line) })
  return { code, printed: lines.join('\n') }
}

describe('npm run prove', () => {
  it('fails with a mutant that no test notices, and with one that breaks before any assertion', async () => {
    const { code, printed } = await prove(house(survivor, crash))
    expect(code).toBe(1)
    expect(printed).toContain('0 of 2 mutants turned their tests red.')
    expect(printed).toContain('| C01-another-place | The door is locked | scripts/door.ts |')
    expect(printed).toContain('scripts/door.test.ts: noticed nothing')
    expect(printed).toContain('scripts/door.test.ts: broken: ')
    expect(await read('scripts/door.ts')).toBe(files['scripts/door.ts'])
    expect(await read('docs/compliance/what-is-enforced.md')).toContain('**the others were not noticed**')
  })

  it('names the test that notices each, and writes the page from it', async () => {
    const { code, printed } = await prove(house(noticed, keyIsKept), '--jobs', '2')
    expect([code, printed]).toEqual([0, expect.stringContaining('red: opens with no other')])
    const written = await read('docs/compliance/what-is-enforced.md')
    expect(written).toMatch(/2 of 2 mutants turned their tests red: \d{4}-\d\d-\d\d, commit [0-9a-f]{10}\./)
    expect(written).toContain('- its key is kept: 1 of 1 seen red. [door](../../scripts/door.test.ts)')
    expect(written).toMatch(/\| C01 .*\| \[door\]\(..\/..\/scripts\/door.test.ts\) \|/)
    expect(written).toMatch(/\| C02 .*\| \[bell\]\(..\/..\/scripts\/bell.test.ts\) +\|/)
    expect(await prove(house(noticed, keyIsKept), '--check')).toMatchObject({ code: 0 })
  })

  it('runs a part of the list, or one by its id, and keeps the other results', async () => {
    const before = await read('prove/last-run.json')
    expect((await prove(house(noticed, survivor), 'C01-no-lock', '--trust')).printed).toContain('1 of 1 mutants')
    expect(await read('prove/last-run.json')).toBe(before)
    const { code } = await prove(house(noticed, survivor), '--part', '2/2', '--record', '--trust')
    expect(code).toBe(1)
    const outcomes = JSON.parse(await read('prove/last-run.json')) as Record<string, { readonly outcome: string }>
    expect(Object.entries(outcomes).map(([id, { outcome }]) => [id, outcome])).toEqual([
      ['C01-no-lock', 'red'],
      ['C01-another-place', 'survived'],
    ])
  })

  it('does not count a mutant whose test fails without it', async () => {
    await write('scripts/door.ts', `${files['scripts/door.ts']}`.replace('drawer', ''))
    const { code, printed } = await prove(house(noticed, keyIsKept))
    await write('scripts/door.ts', `${files['scripts/door.ts']}`)
    expect(code).toBe(1)
    expect(printed).toContain('broken: scripts/door.test.ts without the mutant: red: has a key')
    expect(printed).toContain('1 of 2 mutants turned their tests red.')
  })

  it('does not count a mutant whose test is green only after another test of its file', async () => {
    const text = `${files['scripts/door.test.ts']}
    let isOpened = false
    test('is opened first', () => expect((isOpened = true)).toBe(true))
    test('was opened, and has a key', () => expect(isOpened && keyPlace.length > 0).toBe(true))`
    await write('scripts/door.test.ts', text)
    const dependent = mutant('C01-no-key', "'drawer'", "''", 'was opened, and has a key')
    const { code, printed } = await prove(house(noticed, dependent))
    await write('scripts/door.test.ts', `${files['scripts/door.test.ts']}`)
    expect(code).toBe(1)
    expect(printed).toContain('broken: scripts/door.test.ts without the mutant: red: was opened, and has a key')
    expect(printed).toContain('1 of 2 mutants turned their tests red.')
  })

  it.each<[string, Mutant, string]>([
    ['a place that is gone', mutant('C01-a', 'lock !==', ''), 'has 0 times "lock !=="'],
    ['a place that stands there twice', mutant('C01-b', 'export const', ''), 'has 2 times "export const"'],
    ['a change that is none', mutant('C01-c', 'drawer', 'drawer'), 'C01-c changes nothing'],
    ['a name that is not declared', mutant('C01-e', "key !== 'right'", 'lock !== key'), "Cannot find name 'lock'"],
    ['a property that does not exist', mutant('C01-f', "'drawer'", "'drawer'.size"), "Property 'size' does not exist"],
    ['a change that does not parse', mutant('C01-g', "key !== 'right'", 'key !==='), 'Expression expected'],
    [
      'a change of JSON that does not parse',
      mutant('C01-h', '"house"', "'house'", undefined, 'package.json'),
      'does not parse',
    ],
    ['a test that is not there', mutant('C01-d', 'drawer', '', 'is blue'), 'has no test named "is blue"'],
    ['a file that is not there', { ...noticed, file: 'scripts/gate.ts' }, 'scripts/gate.ts is not there'],
    ['an id of another control', { ...noticed, id: 'C02-no-lock' }, 'does not begin with C01-'],
    ['an id that is there twice', keyIsKept, 'C01-no-key is there twice'],
  ])('refuses %s, and runs nothing', async (_, faulty, fault) => {
    const { code, printed } = await prove(house(faulty, keyIsKept), '--check')
    expect([code, printed]).toEqual([1, expect.stringContaining(fault)])
  })

  it('refuses a row marked done with a clause that no mutant breaks, and a mutant without a clause', async () => {
    const clauses = { 'The door is locked': [noticed], 'it is blue': [keyIsKept] } as const
    const { code, printed } = await prove([{ subject: 'C01', clauses }], '--check')
    expect(code).toBe(1)
    expect(printed).toContain('C01 is called done, and no mutant shows that "its key is kept" holds.')
    expect(printed).toContain('C01 has mutants for "it is blue", which its row on the page does not say.')
  })

  it('refuses a row marked done with a mutant that no test was seen to notice', async () => {
    const list = house(noticed, survivor)
    await prove(list, '--record', '--trust')
    const { code, printed } = await prove(list, '--check')
    expect(code).toBe(1)
    expect(printed).toContain('C01 is called done, and no test was seen to notice C01-another-place.')
    expect(printed).not.toContain('C01-no-lock')
  })
})

describe('the clauses of a row', () => {
  it('end at full stops and semicolons; remarks and sources are not clauses', () => {
    expect(clausesOf('Hold, then confirm; 200 race ([how](a.md)). _Not yet at night._ AES-256 (a.b) `x_y_z`.')).toEqual(
      ['Hold, then confirm', '200 race', 'AES-256 (a.b) `x_y_z`'],
    )
  })
})

const all = listMutants(ownPromises)

describe('the list', () => {
  it('applies: each text to replace is in its file once, and each test exists', async () => {
    expect(await mutantFaults(join(import.meta.dirname, '..'), all)).toEqual([])
  })
})

describe('a sample', () => {
  const idsOf = (mutants: readonly ListedMutant[]) => mutants.map(({ id }) => id)

  it('differs at each commit, until each mutant that runs under Node was in one', () => {
    const quick = all.filter(({ tests }) => tests.every(({ project }) => project === 'node'))
    const turns = Math.ceil(quick.length / 6)
    const picked = Array.from({ length: turns }, (_, turn) => idsOf(pickSample(all, 6, 4_000 + turn)))
    expect(new Set(picked.flat())).toEqual(new Set(idsOf(quick)))
    expect(picked.every((ids) => new Set(ids).size === 6)).toBe(true)
  })
})
