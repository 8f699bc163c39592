import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const server = 'packages/reference-server/src'

/** A rule of .dependency-cruiser.cjs, as far as it is read here. */
interface Wall {
  readonly name: string
}
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: readonly Wall[] }
/** What was planted against each wall: the file that offends, and what it imports. */
const arrows: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-circles': ['packages/sdk/src/one.ts', 'packages/sdk/src/two.ts'],
  'contract-depends-on-nothing': ['packages/contract/src/a.ts', 'packages/sdk/src/a.ts'],
  'sdk-depends-on-contract-only': ['packages/sdk/src/b.ts', 'packages/elements/src/b.ts'],
  'elements-depend-on-sdk-only': ['packages/elements/src/c.ts', `${server}/c.ts`],
  'server-depends-on-contract-only': [`${server}/d.ts`, 'packages/sdk/src/d.ts'],
  'sandbox-is-spoken-to-over-the-network-only': ['examples/portal/src/e.ts', 'packages/sandbox/src/e.ts'],
  'outsiders-use-a-domain-by-its-index': [`${server}/f.ts`, `${server}/domains/visits/problems.ts`],
  'a-model-is-pure': [`${server}/domains/visits/model/g.ts`, `${server}/domains/visits/store/g.ts`],
  'platform-knows-no-domain': [`${server}/platform/h.ts`, `${server}/domains/visits/index.ts`],
  'only-config-reads-the-environment': [`${server}/platform/i.ts`, 'node:process'],
  'ui-never-imports-a-video-vendor': ['packages/elements/src/j.ts', '@daily-co/daily-js'],
  'only-the-transport-imports-ky': ['packages/sdk/src/core/k.ts', 'ky'],
  'what-ships-stands-without-scripts': ['packages/sdk/src/l.ts', 'scripts/l.ts'],
  'scripts-use-the-server-by-its-doors': ['scripts/m.ts', `${server}/platform/m.ts`],
  'only-the-hospital-of-the-tests-reaches-into-domains': ['tests/n.ts', `${server}/domains/visits/store/n.ts`],
  'only-goals-and-servers-of-the-bench-reach-into-the-server': ['bench/o.ts', `${server}/compose-server.ts`],
  'the-bench-uses-no-tests': ['bench/p.ts', 'tests/p.ts'],
  'nothing-uses-the-bench': ['scripts/q.ts', 'bench/q.ts'],
}
const ofDomain = /^(.+)-knows-no-other-domain$/
const plantedAgainst = (wall: string): readonly [from: string, to: string] | undefined => {
  const domain = ofDomain.exec(wall)?.[1]
  if (domain === undefined) return arrows[wall]
  const other = domain === 'visits' ? 'labs' : 'visits'
  return [`${server}/domains/${domain}/operations/r.ts`, `${server}/domains/${other}/problems.ts`]
}

/** What a model may not do, each in a file of its own, by the rule that must find it. */
const impurities: readonly (readonly [rule: string, code: string])[] = [
  ['visitkit(no-current-date)', 'export const it = new Date()'],
  ['visitkit(no-current-date)', 'export const it = Date()'],
  ['eslint(no-restricted-properties)', 'export const it = Date.now()'],
  ['eslint(no-restricted-properties)', 'const { now } = Date\nexport const it = now()'],
  ['eslint(no-restricted-properties)', 'export const it = Temporal.Now.instant()'],
  ['eslint(no-restricted-globals)', 'export const it = performance.now()'],
  ['eslint(no-restricted-globals)', 'setTimeout(() => undefined, 1)\nexport {}'],
  ['eslint(no-restricted-properties)', 'export const it = Math.random()'],
  ['eslint(no-restricted-globals)', 'export const it = crypto.randomUUID()'],
  ['eslint(no-restricted-imports)', "import { randomUUID } from 'node:crypto'\nexport const it = randomUUID()"],
  ['eslint(no-restricted-imports)', "import * as all from 'node:crypto'\nexport const it = all.randomUUID()"],
  ['eslint(no-restricted-globals)', "export const it = process.env['FOO']"],
  ['eslint(no-restricted-globals)', "export const it = globalThis.process.env['FOO']"],
  ['eslint(no-restricted-imports)', "import { env } from 'node:process'\nexport const it = env['FOO']"],
  ['eslint(no-restricted-globals)', "export const it = fetch('http://localhost')"],
  ['eslint(no-restricted-imports)', "import { request } from 'node:http'\nexport const it = request"],
  ['eslint(no-restricted-imports)', "import { request } from 'https'\nexport const it = request"],
  ['eslint(no-restricted-imports)', "import { readFile } from 'node:fs/promises'\nexport const it = readFile"],
  ['eslint(no-restricted-imports)', "import { spawn } from 'node:child_process'\nexport const it = spawn"],
  ['visitkit(no-import-at-run-time)', "export const it = async () => import('node:fs')"],
]
/** Where the environment may not be read, and where it may. */
const readsEnvironment = "export const it = process.env['FOO']\n"
const closed = [`${server}/platform/s.ts`, `${server}/domains/visits/operations/s.ts`, `${server}/compose.ts`]
const open = [`${server}/config.ts`, `${server}/config-partners.ts`, `${server}/main.ts`, `${server}/cli/s.ts`]

const modelFile = (index: number): string => `${server}/domains/visits/model/planted-${index}.ts`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-walls-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** A program that finds something ends with another code than 0. */
const output = (command: string, args: readonly string[]): Promise<string> =>
  run(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stdout: string }).stdout,
  )

describe('each wall between packages and folders stops an arrow that was planted against it', () => {
  let found: readonly string[] = []
  beforeAll(async () => {
    await cp(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'))
    await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const up = (from: string): string => '../'.repeat(from.split('/').length - 1)
    for (const { name } of forbidden) {
      const [from, to] = plantedAgainst(name) ?? ['packages/sdk/src/none.ts', 'packages/sdk/src/none-either.ts']
      const isFile = to.endsWith('.ts')
      if (isFile) await write(to, 'export interface Thing { readonly id: string }\n')
      // A type is enough of an arrow.
      await write(from, `import type { Thing } from '${isFile ? up(from) + to : to}'\nexport type Mine = Thing\n`)
    }
    await write('packages/sdk/src/two.ts', "import type { Mine } from './one.ts'\nexport type Thing = Mine\n")
    const text = await output(bin('depcruise'), [
      '--output-type',
      'json',
      'packages',
      'examples',
      'bench',
      'scripts',
      'tests',
    ])
    const { violations } = (JSON.parse(text) as { summary: { violations: { rule: Wall; from: string }[] } }).summary
    found = violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  })

  test.each(forbidden.map(({ name }) => name))('%s', (name) => {
    const planted = plantedAgainst(name)
    expect(planted, 'An offence against a new rule belongs in this file.').toBeDefined()
    expect(found.filter((each) => each.startsWith(`${name}: `))).toContainEqual(
      expect.stringMatching(name === 'no-circles' ? /packages\/sdk\/src\/(one|two)\.ts$/ : `: ${planted?.[0]}`),
    )
  })
})

describe('lint', () => {
  let found: readonly { code: string; filename: string }[] = []
  beforeAll(async () => {
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    await cp(join(root, 'scripts/lint-rules.ts'), join(folder, 'scripts/lint-rules.ts'))
    for (const [index, [, code]] of impurities.entries()) await write(modelFile(index), `${code}\n`)
    await write(
      `${server}/domains/visits/model/pure.ts`,
      "import { createHash } from 'node:crypto'\nexport const it = [createHash, new Date(5), Date.parse('2028')]\n",
    )
    for (const path of [...closed, ...open]) await write(path, readsEnvironment)
    const text = await output(bin('oxlint'), ['--format', 'json', 'packages'])
    found = (JSON.parse(text) as { diagnostics: typeof found }).diagnostics
  })
  const rulesOf = (path: string): string[] =>
    found.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code)

  test.each(impurities.map(([rule, code], index) => [code, rule, index] as const))(
    'finds in a model: %s',
    (_, rule, index) => {
      expect(rulesOf(modelFile(index))).toContain(rule)
    },
  )

  test('leaves a model alone that hashes and converts times', () => {
    expect(rulesOf(`${server}/domains/visits/model/pure.ts`)).toEqual([])
  })

  test.each(closed)('finds the environment read in %s', (path) => {
    expect(rulesOf(path)).toContain('eslint(no-restricted-properties)')
  })

  test.each(open)('lets %s read the environment', (path) => {
    expect(rulesOf(path)).toEqual([])
  })
})
