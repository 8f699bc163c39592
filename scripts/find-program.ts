import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isExecutable } from './is-executable.ts'

const run = promisify(execFile)

interface Program {
  readonly name: string
  /** The variable that names another path. */
  readonly variable: string
  readonly paths: readonly string[]
  /** Of Debian. */
  readonly package: string
  /** Why it is needed, and how others get it. */
  readonly missing: string
}

/** The path of a program that tests need: by its variable, the system's, or Debian's package. Throws with what to install when there is none. */
export const findProgram = async ({ name, variable, paths, package: packaged, missing }: Program): Promise<string> => {
  const named = process.env[variable]
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`${variable} names ${named}, which cannot be run. Correct it or unset it.`)
  }
  for (const path of paths) if (await isExecutable(path)) return path
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log(`No ${name} found. Trying to get one; this happens once.`)
    await run('apt-get', ['update'], { timeout: 120_000 }).catch(() => undefined)
    const install = ['install', '-y', '--no-install-recommends', packaged]
    await run('apt-get', install, { timeout: 300_000 }).catch(() => undefined)
    for (const path of paths) if (await isExecutable(path)) return path
  }
  throw new Error(`${missing} Or set ${variable}.`)
}
