import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A release on a copy: what `npm run release:version` does, without changing this clone. */
const run = promisify(execFile)
const repository = resolve(import.meta.dirname, '..')
const released = ['sdk', 'elements', 'reference-server']
const shell = process.platform === 'win32'
let copy = ''

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}
const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest

const git = (...args: readonly string[]): Promise<unknown> =>
  run('git', ['-c', 'user.name=Release', '-c', 'user.email=release@example.org', ...args], { cwd: copy })

const unreleased = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, '.changeset'))).filter((file) => file.endsWith('.md') && file !== 'README.md')

/** The text of a changeset, without its front matter. */
const wordsOf = async (file: string): Promise<string> =>
  (await readFile(join(repository, '.changeset', file), 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, '').trim()

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'visitkit-version-'))
  const { stdout } = await run(
    'git',
    [
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
      '--',
      '.changeset',
      '.prettierrc.json',
      ':(glob)**/package.json',
      'package.json',
      'package-lock.json',
      ':(glob)packages/*/CHANGELOG.md',
    ],
    { cwd: repository },
  )
  for (const file of stdout.split('\0').filter(Boolean))
    await cp(join(repository, file), join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error // removed, and not committed yet
    })
  await writeFile(
    join(copy, '.changeset/one-more.md'),
    "---\n'@visitkit/sdk': patch\n---\n\nOne more change, of the SDK alone.\n",
  )
  await symlink(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction')
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '--all', '--', '.changeset', 'packages', 'package.json', 'package-lock.json')
  await git('commit', '--quiet', '--message=Copy')
})
afterAll(() => rm(copy, { recursive: true, force: true }))

test('changeset status reads every changeset and lists the packages to release', async () => {
  const { stdout } = await run('npx', ['changeset', 'status'], { cwd: copy, shell })
  for (const name of released) expect(stdout).toContain(`@visitkit/${name}`)
  expect(stdout).not.toMatch(/@visitkit\/(contract|sandbox|example-portal|bench|tests)/)
})

test('a release gives all packages one version, in every place that npm reads, and writes the changelogs', async () => {
  const before = await unreleased(repository)
  const { version: last } = await readManifest(join(copy, 'packages/sdk'))
  await run('npm', ['run', 'release:version', '--', '--offline'], { cwd: copy, shell })

  const manifests = await Promise.all(released.map((name) => readManifest(join(copy, 'packages', name))))
  const [{ version } = { version: '' }] = manifests
  expect(manifests.map((manifest) => manifest.version)).toEqual([version, version, version])
  expect(version.localeCompare(last, 'en', { numeric: true })).toBe(1)
  expect(manifests[1]?.dependencies).toMatchObject({ '@visitkit/sdk': `^${version}` })
  const lock = JSON.parse(await readFile(join(copy, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Manifest>
  }
  for (const name of released) expect(lock.packages[`packages/${name}`]).toMatchObject({ version })
  expect(lock.packages['packages/elements']?.dependencies).toMatchObject({ '@visitkit/sdk': `^${version}` })

  expect(await unreleased(copy)).toEqual([])
  const changelogs = await Promise.all(
    released.map((name) => readFile(join(copy, 'packages', name, 'CHANGELOG.md'), 'utf8')),
  )
  for (const text of changelogs) expect(text).toContain(`## ${version}`)
  expect(changelogs[0]).toContain('One more change, of the SDK alone.')
  const plain = (text: string): string => text.replace(/\s+/g, ' ')
  const all = plain(changelogs.join('\n'))
  for (const file of before) expect(all, file).toContain(plain((await wordsOf(file)).split('\n')[0] ?? ''))
})
