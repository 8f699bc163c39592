import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readlink, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface RepositoryCopy {
  readonly folder: string
  remove(): Promise<void>
}

/**
 * A temporary copy of the working tree: every file that Git tracks or would add, as it is now. Packages of the registry are links to those
 * of the original; links of workspaces (`@visitkit/sdk`) stay relative, and so point into the copy.
 */
export const copyRepository = async (root: string): Promise<RepositoryCopy> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'visitkit-prove-')))
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 1_024 * 1_024,
  })
  const files = listed.stdout.split('\0').filter((file) => file !== '')
  const folders = new Set(files.map((file) => dirname(file)))
  for (const each of folders) await mkdir(join(folder, each), { recursive: true })
  await Promise.all(files.map((file) => copyIfThere(join(root, file), join(folder, file))))
  const packages = files.filter((file) => /(^|\/)package\.json$/.test(file)).map((file) => dirname(file))
  for (const each of packages) await linkModules(join(root, each, 'node_modules'), join(folder, each, 'node_modules'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A tracked file may be missing in the working tree. */
const copyIfThere = (from: string, to: string): Promise<void> =>
  cp(from, to, { verbatimSymlinks: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })

const entriesOf = (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

const linkModules = async (from: string, to: string): Promise<void> => {
  const entries = await entriesOf(from)
  if (entries.length === 0) return
  await mkdir(to, { recursive: true })
  for (const entry of entries) {
    const [original, copy] = [join(from, entry.name), join(to, entry.name)]
    // Caches of tools contain paths of the original.
    if (entry.name.startsWith('.') && entry.name !== '.bin' && entry.name !== '.package-lock.json') continue
    if (entry.isSymbolicLink()) await symlink(await readlink(original), copy)
    else if (entry.name.startsWith('@')) await linkModules(original, copy)
    else await symlink(original, copy)
  }
}
