import { access, constants, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { installDebianPackage } from './install-debian-package.ts'

const file = 'libfaketime.so.1'
/** Debian has a folder for each architecture (`/usr/lib/x86_64-linux-gnu/faketime`), Fedora and Arch have not. */
const libraryFolders = ['/usr/lib', '/usr/lib64', '/usr/local/lib']

const isReadable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )

/** Null when it is not installed. */
export const installedLibfaketime = async (): Promise<string | null> => {
  for (const folder of libraryFolders) {
    const architectures = (await readdir(folder).catch(() => [])).filter((name) => name.includes('-linux-'))
    for (const path of ['', ...architectures].map((name) => join(folder, name, 'faketime', file)))
      if (await isReadable(path)) return path
  }
  return null
}

/**
 * The path of libfaketime, which moves the clock of every process that loads it: `LIBFAKETIME_PATH`, then the system's, then Debian's
 * package, which root can install. Throws with what to install when there is none.
 */
export const findLibfaketime = async (): Promise<string> => {
  if (process.platform !== 'linux')
    throw new Error(
      '--at moves the clock with libfaketime, and that is done on Linux only. Run it in a Linux container.',
    )
  const named = process.env['LIBFAKETIME_PATH']
  if (named) {
    if (await isReadable(named)) return named
    throw new Error(`LIBFAKETIME_PATH names ${named}, which cannot be read. Correct it or unset it.`)
  }
  const found = await installedLibfaketime()
  if (found) return found
  await installDebianPackage('faketime')
  const got = await installedLibfaketime()
  if (got) return got
  throw new Error(
    'Tests at another moment need libfaketime. Install it (Debian: apt-get install faketime; Fedora: dnf install libfaketime) or set LIBFAKETIME_PATH.',
  )
}
