import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const config = join(root, '.dependency-cruiser.cjs')
const { forbidden } = createRequire(import.meta.url)(config) as {
  readonly forbidden: readonly { readonly name: string }[]
}
const rules = forbidden.map(({ name }) => name)

const server = 'packages/reference-server/src'
const domain = (path: string): string => `${server}/domains/${path}`

/** What is imported that is no file of ours, as the report calls it. */
const packages: Readonly<Record<string, string>> = {
  'node:process': 'process',
  '@daily-co/daily-js': '@daily-co/daily-js',
  ky: 'node_modules/ky/index.js',
  vitest: 'node_modules/vitest/index.js',
}

/** Only tests of the platform start it. */
const platformServer = `${server}/platform/http/tests/start-test-server.testing.ts`

/** Of each rule one import that breaks it: from a file to a file, or to a package. */
const violations: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['no-circles', 'packages/sdk/src/chicken.ts', 'packages/sdk/src/egg.ts'],
  ['contract-depends-on-nothing', 'packages/contract/src/a.ts', 'packages/sdk/src/index.ts'],
  ['sdk-depends-on-contract-only', 'packages/sdk/src/a.ts', 'packages/elements/src/index.ts'],
  ['elements-depend-on-sdk-only', 'packages/elements/src/a.ts', `${server}/main.ts`],
  ['server-depends-on-contract-only', `${server}/a.ts`, 'packages/sdk/src/index.ts'],
  ['sandbox-is-spoken-to-over-the-network-only', `${server}/b.ts`, 'packages/sandbox/src/mail.ts'],
  ['outsiders-use-a-domain-by-its-index', `${server}/c.ts`, domain('labs/provides.ts')],
  ['a-model-is-pure', domain('labs/model/a.ts'), domain('labs/store/orders.ts')],
  ['a-model-is-pure', domain('billing/claims/model/a.ts'), domain('billing/claims/workflows/send.ts')],
  ['a-model-is-pure', domain('labs/model/b.ts'), `${server}/platform/database/open/open-database.ts`],
  ['a-presenter-reads-nothing', domain('labs/presenters/a.ts'), domain('labs/store/orders.ts')],
  ['a-presenter-reads-nothing', domain('billing/claims/presenters/a.ts'), domain('billing/claims/workflows/send.ts')],
  ['a-store-is-only-sql', domain('labs/store/a.ts'), domain('labs/workflows/keep.ts')],
  ['a-workflow-is-below-those-who-share-it', domain('labs/workflows/a.ts'), domain('labs/operations/place.ts')],
  ['heavy-work-runs-on-threads', domain('labs/operations/a.ts'), `${server}/platform/documents/write-pdf.ts`],
  ['heavy-work-runs-on-threads', domain('labs/workflows/a.ts'), `${server}/platform/pictures/redraw-image-worker.ts`],
  ['an-operation-is-imported-by-the-index-only', domain('labs/jobs/a.ts'), domain('labs/operations/place.ts')],
  ['what-ships-knows-no-tests', `${server}/e.ts`, `${server}/test-kit/test-hospital.ts`],
  ['a-domain-is-tested-on-the-whole-server', domain('labs/tests/a.test.ts'), platformServer],
  ['a-domain-is-tested-on-the-whole-server', domain('billing/claims/tests/a.test.ts'), platformServer],
  ['a-domain-is-tested-on-the-whole-server', domain('labs/tests/b.test.ts'), `${server}/compose-server.ts`],
  ['platform-knows-nothing-above-it', `${server}/platform/events/a.ts`, `${server}/config.ts`],
  [
    'the-embedded-engine-has-one-door',
    `${server}/platform/jobs/a.ts`,
    `${server}/platform/database/embedded/engine.ts`,
  ],
  ['only-config-reads-the-environment', `${server}/d.ts`, 'node:process'],
  ['ui-never-imports-a-video-vendor', 'packages/elements/src/chart/a.ts', '@daily-co/daily-js'],
  ['only-the-transport-imports-ky', 'packages/sdk/src/b.ts', 'ky'],
  ['what-ships-stands-without-scripts', 'examples/portal/src/a.ts', 'scripts/build.ts'],
  ['what-ships-knows-no-tests', domain('labs/workflows/b.ts'), domain('labs/tests/orders.testing.ts')],
  ['a-story-runs-without-the-test-runner', 'packages/elements/src/chart/chart.stories.ts', 'vitest'],
  ['scripts-use-the-server-by-its-doors', 'scripts/a.ts', `${server}/platform/http/exchange.ts`],
  ['only-the-hospital-of-the-tests-reaches-into-domains', 'tests/a.ts', domain('labs/store/orders.ts')],
  ['only-goals-and-servers-of-the-bench-reach-into-the-server', 'bench/a.ts', `${server}/main.ts`],
  ['the-bench-uses-no-tests', 'bench/b.ts', 'tests/start-server.ts'],
  ['nothing-uses-the-bench', 'scripts/b.ts', 'bench/run.ts'],
  ...rules.flatMap((rule): (readonly [string, string, string])[] => {
    const [, own] = /^(.+)-knows-no-other-domain$/.exec(rule) ?? []
    if (own !== undefined) {
      const other = own === 'labs' ? 'visits' : 'labs'
      return [[rule, domain(`${own}/jobs/other.ts`), domain(`${other}/index.ts`)]]
    }
    const [, parted] = /^what-all-parts-of-(.+)-share-knows-the-kernel-only$/.exec(rule) ?? []
    if (parted !== undefined) {
      const part = { billing: 'claims', prescriptions: 'messages', scheduling: 'waitlist' }[parted]
      return [[rule, domain(`${parted}/events.ts`), domain(`${parted}/${part}/model/a.ts`)]]
    }
    const [, whole, below] = /^(billing|prescriptions|scheduling|platform)-(.+)-reaches-down-only$/.exec(rule) ?? []
    if (whole === undefined || below === undefined) return []
    const top = { billing: 'denials', prescriptions: 'messages', scheduling: 'on-demand', platform: 'http' }[whole]
    const base = whole === 'platform' ? `${server}/platform` : domain(whole)
    return [[rule, `${base}/${below}/jobs/up.ts`, `${base}/${top}/model/a.ts`]]
  }),
]

describe('the arrows of the ground plan', () => {
  let folder: string
  let broken: ReadonlySet<string>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-arrows-'))
    const imports = new Map<string, string[]>()
    for (const [, from, to] of violations) {
      const isFile = packages[to] === undefined
      const specifier = isFile ? relative(dirname(from), to) : to
      imports.set(from, [
        ...(imports.get(from) ?? []),
        isFile && !specifier.startsWith('.') ? `./${specifier}` : specifier,
      ])
      if (isFile) imports.set(to, imports.get(to) ?? [])
    }
    await write(
      'tsconfig.json',
      '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }',
    )
    for (const name of ['ky', 'vitest']) {
      await write(`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`)
      await write(`node_modules/${name}/index.js`, '')
    }
    for (const [file, specifiers] of imports)
      await write(
        file,
        [
          ...specifiers.map((specifier, index) => `import * as used${index} from '${specifier}'`),
          `export const uses = [${specifiers.map((_, index) => `used${index}`).join(', ')}]`,
          '',
        ].join('\n'),
      )
    // The other half of the circle: a type is enough to close it.
    await write('packages/sdk/src/egg.ts', "import type { uses } from './chicken.ts'\nexport type Egg = typeof uses\n")
    broken = await rulesBroken(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }

  it.each(violations)('%s is reported of %s', (rule, from, to) => {
    expect([...broken]).toContain(`${rule} ${from} ${packages[to] ?? to}`)
  })

  it('name the server of the platform’s tests as it is called', async () => {
    await expect(access(join(root, platformServer))).resolves.toBeUndefined()
  })

  it('have an offense here for each rule', () => {
    const planted = new Set(violations.map(([rule]) => rule))
    expect(rules.filter((rule) => !planted.has(rule))).toEqual([])
  })
})

/** `rule from to` of everything that the rules forbid in this folder. */
const rulesBroken = async (folder: string): Promise<ReadonlySet<string>> => {
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruise, '--config', config, '--output-type', 'json', 'packages', 'examples', 'bench', 'scripts', 'tests'],
    { cwd: folder, maxBuffer: 1 << 26 },
  )
  const { summary } = JSON.parse(stdout) as {
    readonly summary: {
      readonly violations: readonly {
        readonly rule: { readonly name: string }
        readonly from: string
        readonly to: string
      }[]
    }
  }
  return new Set(summary.violations.map(({ rule, from, to }) => `${rule.name} ${from} ${to}`))
}
