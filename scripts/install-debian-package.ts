import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Tries to install a package of Debian, which root can. Look afterwards whether it is there. */
export const installDebianPackage = async (name: string): Promise<void> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  console.log(`Trying to install ${name}; this happens once.`)
  await run('apt-get', ['update'], { timeout: 120_000 }).catch(() => undefined)
  // Another process of the tests may be installing at the same time.
  const install = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', name]
  await run('apt-get', install, { timeout: 300_000 }).catch(() => undefined)
}
