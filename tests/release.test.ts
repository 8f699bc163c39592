import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { licenseText, runtimePackages } from '../scripts/third-party-notices.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { installInto, installNodes, npx, runScript, startWithNpx } from './release/outside.ts'
import { packPackages, publishedNames, type PublishedPackage } from './release/pack-packages.ts'
import { bundledPackages, readTarball, type Tarball } from './release/read-tarball.ts'
import { registerClinic } from './release/register-clinic.ts'
import { variants } from './variants.testing.ts'

/**
 * What npm would publish, installed elsewhere: without access to files of this repository, and with no packages but those that npm
 * installs.
 */
const run = promisify(execFile)
const repository = resolve(import.meta.dirname, '..')
let root = ''
let tarballs: Readonly<Record<PublishedPackage, string>>
let unpacked: Readonly<Record<PublishedPackage, Tarball>>
let nodes: ReadonlyMap<number, string>
const portalFolder = (): string => join(root, 'portal')
const serverFolder = (): string => join(root, 'server')

/** The Node that runs the tests is the newest that the server supports; 24 is the oldest, 22 the oldest of the SDK. */
const own = Number(process.versions.node.split('.')[0])

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'visitkit-release-'))
  tarballs = await packPackages(root)
  const read = publishedNames.map(
    async (name) => [name, await readTarball(tarballs[name], join(root, 'unpacked', name))] as const,
  )
  unpacked = Object.fromEntries(await Promise.all(read)) as typeof unpacked
  const [programs] = await Promise.all([
    installNodes(join(root, 'node'), [22, 24]),
    installInto(portalFolder(), [tarballs.sdk, tarballs.elements]),
    installInto(serverFolder(), [tarballs['reference-server']]),
  ])
  nodes = new Map([...programs, [own, process.execPath]])
  for (const folder of [portalFolder(), serverFolder()])
    await cp(join(import.meta.dirname, 'release/consumer'), folder, { recursive: true })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('each tarball', () => {
  test.each(publishedNames)('%s has its license, its notices and what npm shows of it, and no test', async (name) => {
    const { manifest, files, text } = unpacked[name]
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json', 'README.md']))
    expect(await text('LICENSE')).toBe(readFileSync(join(repository, 'LICENSE'), 'utf8'))
    expect(files.filter((file) => /\.test\.|\.testing\.|\.stories\.|(^|\/)fixtures?\//.test(file))).toEqual([])
    expect(files.filter((file) => /(?<!\.d)\.[cm]?ts$/.test(file))).toEqual([])
    expect(manifest).toMatchObject({
      license: 'Apache-2.0',
      description: expect.any(String),
      keywords: expect.any(Array),
      homepage: expect.stringContaining('https://'),
      bugs: expect.stringContaining('https://'),
      repository: { type: 'git', directory: `packages/${name}` },
      engines: { node: expect.stringContaining('>=') },
      publishConfig: { access: 'public' },
    })
    expect(Object.keys((manifest['dependencies'] ?? {}) as object)).not.toContain('@visitkit/contract')
  })

  test.each(publishedNames)(
    '%s contains the license of everything that is inside it, and a bill of materials',
    async (name) => {
      const notices = await unpacked[name].text('THIRD-PARTY-NOTICES.txt')
      const { components } = JSON.parse(await unpacked[name].text('sbom.cdx.json')) as {
        components: { purl: string }[]
      }
      const listed = components.map(({ purl }) =>
        purl
          .replace('pkg:npm/', '')
          .replace('%40', '@')
          .replace(/@[^@]+$/, ''),
      )
      const inside = await bundledPackages(unpacked[name])
      const expected = {
        sdk: ['ky'],
        elements: ['@daily-co/daily-js', 'ky', 'lit-html'],
        'reference-server': [],
      }
      expect([...inside]).toEqual(expect.arrayContaining(expected[name]))
      expect(listed).toEqual(expect.arrayContaining([...inside, ...(name === 'reference-server' ? ['koa'] : [])]))
      for (const folder of runtimePackages([...inside].map((one) => join(repository, 'node_modules', one))))
        expect(notices).toContain(licenseText(folder))
    },
  )

  test('each file of a bundle lists at its head whose code it contains', async () => {
    const { files, text } = unpacked.elements
    const single = files.filter((file) => /^dist\/visitkit(\/[^/]+)?\.js$/.test(file))
    const heads = await Promise.all(
      single.map(async (file) => {
        const { sources } = JSON.parse(await text(`${file}.map`)) as { sources: string[] }
        const isForeign = sources.some((source) => source.includes('node_modules/'))
        return { file, isForeign, head: /^\/\*! Contains:[\s\S]*?\*\//.exec(await text(file))?.[0] ?? '' }
      }),
    )
    for (const { file, isForeign, head } of heads) expect(head !== '', file).toBe(isForeign)
    expect(heads.find(({ file }) => file === 'dist/visitkit.js')?.head).toMatch(/lit-html \S+, BSD-3-Clause, Copyright/)
    expect(heads.find(({ head }) => head.includes('daily-js'))?.head).toMatch(/@sentry\/browser \S+, MIT, Copyright/)
  })

  test('every package has one version, which the elements carry in their code', async () => {
    const versions = publishedNames.map((name) => unpacked[name].manifest['version'])
    expect(new Set(versions).size).toBe(1)
    const { files, text } = unpacked.elements
    const code = await Promise.all(files.filter((file) => /^dist\/(parts\/.*|visitkit)\.js$/.test(file)).map(text))
    const carried = code.filter((one) => one.includes(`"${String(versions[0])}"`))
    expect(carried).toHaveLength(2) // once for bundlers, once in the single file
    expect(unpacked.elements.manifest['dependencies']).toMatchObject({ '@visitkit/sdk': `^${String(versions[0])}` })
  })

  test.each(publishedNames)('%s is valid for npm and for every kind of TypeScript (publint, attw)', async (name) => {
    const tools = [
      ['publint', '--strict', tarballs[name]],
      // Elements and server are ES modules by intention; `esm-only` would hide only what `require` finds.
      ['attw', tarballs[name], ...(name === 'sdk' ? [] : ['--profile', 'esm-only'])],
    ]
    for (const [tool = '', ...args] of tools)
      await run(join(repository, 'node_modules/.bin', tool), args, { shell: process.platform === 'win32' }).catch(
        (error: { stdout: string }) => expect.fail(error.stdout),
      )
  })
})

describe('a portal that installed the SDK and the elements', () => {
  test('compiles without daily-js and with a Buffer for a webhook, libraries checked as well', async () => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2024']
    const types = ['--types', 'node', '--typeRoots', join(repository, 'node_modules/@types')]
    const libraries = ['--lib', 'es2024,dom,dom.iterable', '--allowImportingTsExtensions']
    const files = ['from-esm.ts', 'from-commonjs.cts', 'elements-without-daily.ts']
    const tsc = join(repository, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, ...options, ...types, ...libraries, ...files], { cwd: portalFolder() }).catch(
      (error: { stdout: string }) => expect.fail(error.stdout),
    )
  })

  test('bundles the elements without daily-js', async () => {
    const { errors, outputFiles } = await build({
      stdin: { contents: "import '@visitkit/elements/define/video-room.js'", resolveDir: portalFolder() },
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: join(root, 'bundled'),
      write: false,
      logLevel: 'silent',
    })
    expect(errors).toEqual([])
    expect(outputFiles.some(({ text }) => text.includes('npm install @daily-co/daily-js'))).toBe(true)
  })

  test('imports the elements without a page, and gets an error that says what a call with Daily needs', async () => {
    const printed = JSON.parse(
      await runScript(process.execPath, portalFolder(), ['elements-without-daily.ts']),
    ) as unknown
    expect(printed).toEqual({
      hasBooking: true,
      refused: { code: 'load_failed', message: expect.stringContaining('npm install @daily-co/daily-js') },
    })
  })
})

test('starts and stops the server in a program', { timeout: 300_000 }, async () => {
  const printed = JSON.parse(
    await runScript(nodes.get(24) as string, serverFolder(), ['server-in-program.ts']),
  ) as unknown
  expect(printed).toEqual({ ready: 200, isConfigError: true })
})

test.each(variants([24, own]))(
  'reports the evidence of the release, signed and reproducible, on Node %i',
  async (node) => {
    const installation = { node: nodes.get(node) as string, folder: serverFolder(), settings: {} }
    const report = (...args: readonly string[]): Promise<string> =>
      npx(installation, ['visitkit-server', 'report', ...args])
    const { stdout: commit } = await run('git', ['rev-parse', 'HEAD'], { cwd: repository })
    const { version } = unpacked['reference-server'].manifest
    const text = await report()
    expect(text).toContain(`@visitkit/reference-server ${String(version)}, commit ${commit.trim()}`)
    expect(text).toMatch(/60 controls: \d+ green, \d+ partly, \d+ red\./)
    const [first = '', second = ''] = ['first', 'second'].map((name) => join(root, `${name}-on-${node}.json`))
    for (const file of [first, second]) await report('--format', 'json', '--keys', join(root, 'keys'), '--out', file)
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
    const verify = ['verify', first, '--key', join(root, 'keys', 'audit-signing-key.pub.pem')]
    expect(await report(...verify)).toContain('Genuine')
    writeFileSync(first, readFileSync(first, 'utf8').replace('"control":"C01"', '"control":"C02"'))
    expect(await report(...verify)).toContain('NOT GENUINE')
    expect(await report('--sabotage', 'C27')).toContain('has no tests and no mutants. Clone the repository')
  },
)

describe.each(
  variants([
    { server: 24, client: 22 },
    { server: own, client: own },
  ]),
)('a server installed from npm on Node $server, called from Node $client', ({ server, client }) => {
  const folder = join(tmpdir(), `visitkit-serve-${process.pid}-${server}`)
  let running: Awaited<ReturnType<typeof startWithNpx>>
  let credentials: Awaited<ReturnType<typeof registerClinic>>
  let baseUrl = ''

  beforeAll(async () => {
    const [port = 0] = await freePorts(1)
    baseUrl = `http://127.0.0.1:${port}`
    await installInto(folder, [])
    await symlink(join(serverFolder(), 'node_modules'), join(folder, 'node_modules'), 'junction')
    const installation = {
      node: nodes.get(server) as string,
      folder,
      settings: { VISITKIT_PORT: String(port), VISITKIT_PUBLIC_URL: baseUrl },
    }
    credentials = await registerClinic(installation)
    expect(await npx(installation, ['visitkit-server', 'doctor'])).toMatch(
      new RegExp(`^ok +runtime +Node ${server}\\.`, 'm'),
    )
    running = await startWithNpx(installation, ['visitkit-server', 'serve'], '"listening"')
  })
  afterAll(async () => {
    await running?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test.each(['from-esm.ts', 'from-commonjs.cts'])('is called through every entry of the SDK (%s)', async (script) => {
    const settings = JSON.stringify({ baseUrl, ...credentials })
    expect(JSON.parse(await runScript(nodes.get(client) as string, portalFolder(), [script, settings]))).toEqual({
      booked: 'booked',
      seen: true,
      listed: true,
      believed: 'unauthorized_client',
      taken: 'slot_taken',
      waiting: 'waiting',
      delivered: 'appointment.changed',
      parsed: 'body_not_raw',
      unreachable: 'connection_failed',
      isProblem: true,
    })
  })
})
