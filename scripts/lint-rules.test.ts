import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const server = 'packages/reference-server/src'

/** What a model may not do, each in its own file, with the rule that must report it. */
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
/** What opens a connection that no one permitted. */
const connections = [
  "export const it = fetch('https://elsewhere.example')",
  "export const it = globalThis.fetch('https://elsewhere.example')",
  "import { request } from 'node:https'\nexport const it = request('https://elsewhere.example')",
  "import https from 'node:https'\nexport const it = https.get('https://elsewhere.example')",
  "import { connect } from 'net'\nexport const it = connect(443)",
  "import * as tls from 'node:tls'\nexport const it = tls",
  "import { createSocket } from 'node:dgram'\nexport const it = createSocket('udp4')",
  "import { lookup } from 'node:dns/promises'\nexport const it = lookup('elsewhere.example')",
  "import { fetch as send } from 'undici'\nexport const it = send",
  "export const it = new WebSocket('wss://elsewhere.example')",
  "export const it = async () => import('node:http')",
  "import pg from 'pg'\nexport const it = new pg.Client({ connectionString: 'postgres://elsewhere.example' })",
  "import { createTransport } from 'nodemailer'\nexport const it = createTransport({ host: 'elsewhere.example' })",
  "import { createRemoteJWKSet } from 'jose'\nexport const it = createRemoteJWKSet(new URL('https://elsewhere.example'))",
]
const permitted = [
  "import { createServer } from 'node:http'\nimport type { Socket } from 'node:net'\nexport const it = (_: Socket) => createServer()",
  "import pg from 'pg'\nexport const it = (stream: () => never) => new pg.Client({ stream })",
]

/** Where the environment may not be read, and where it may. */
const readsEnvironment = "export const it = process.env['FOO']\n"
const closed = [`${server}/platform/s.ts`, `${server}/domains/visits/operations/s.ts`, `${server}/compose.ts`]
const open = [`${server}/config.ts`, `${server}/config/config-partners.ts`, `${server}/main.ts`, `${server}/cli/s.ts`]

/** Alternately in a domain and in a part of one. */
const modelFile = (index: number): string =>
  `${server}/domains/${index % 2 === 0 ? 'visits' : 'billing/claims'}/model/planted-${index}.ts`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-lint-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** oxlint exits with a code other than 0 when it reports something. */
const output = (command: string, args: readonly string[]): Promise<string> =>
  run(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stdout: string }).stdout,
  )

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
    for (const [index, code] of connections.entries()) await write(`${server}/vendors/planted-${index}.ts`, `${code}\n`)
    for (const [index, code] of permitted.entries()) await write(`${server}/vendors/open-${index}.ts`, `${code}\n`)
    await write(`${server}/platform/egress/planted.ts`, `${connections[0]}\n`)
    for (const path of [...closed, ...open]) await write(path, readsEnvironment)
    const text = await output(bin('oxlint'), ['--format', 'json', 'packages'])
    found = (JSON.parse(text) as { diagnostics: typeof found }).diagnostics
  })
  const rulesOf = (path: string): string[] =>
    found.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code)

  test.each(impurities.map(([rule, code], index) => [code, rule, index] as const))(
    'reports in a model: %s',
    (_, rule, index) => {
      expect(rulesOf(modelFile(index))).toContain(rule)
    },
  )

  test.each(connections.map((code, index) => [code, index] as const))(
    'reports a connection of its own: %s',
    (_, index) => {
      expect(rulesOf(`${server}/vendors/planted-${index}.ts`)).toContain('visitkit(no-own-connection)')
    },
  )

  test('accepts servers, and connections that are given', () => {
    const own = (path: string) => rulesOf(path).filter((rule) => rule === 'visitkit(no-own-connection)')
    for (const index of permitted.keys()) expect(own(`${server}/vendors/open-${index}.ts`)).toEqual([])
    expect(own(`${server}/platform/egress/planted.ts`)).toEqual([])
  })

  test('accepts a model that hashes and converts times', () => {
    expect(rulesOf(`${server}/domains/visits/model/pure.ts`)).toEqual([])
  })

  test.each(closed)('reports that the environment is read in %s', (path) => {
    expect(rulesOf(path)).toContain('eslint(no-restricted-properties)')
  })

  test.each(open)('allows %s to read the environment', (path) => {
    expect(rulesOf(path)).toEqual([])
  })
})
