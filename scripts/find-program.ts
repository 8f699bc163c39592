import { installDebianPackage } from './install-debian-package.ts'
import { isExecutable } from './is-executable.ts'

interface Program {
  /** The variable that names another path. */
  readonly variable: string
  readonly paths: readonly string[]
  /** Of Debian. */
  readonly package: string
  /** Why it is needed, and how others get it. */
  readonly missing: string
}

/** The path of a program that tests need: by its variable, the system's, or Debian's package. Throws with what to install when there is none. */
export const findProgram = async ({ variable, paths, package: packaged, missing }: Program): Promise<string> => {
  const named = process.env[variable]
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`${variable} names ${named}, which cannot be run. Correct it or unset it.`)
  }
  for (const path of paths) if (await isExecutable(path)) return path
  await installDebianPackage(packaged)
  for (const path of paths) if (await isExecutable(path)) return path
  throw new Error(`${missing} Or set ${variable}.`)
}
