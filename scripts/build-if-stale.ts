import { execFile } from 'node:child_process'
import { glob, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file that the build of each published package writes, and all its sources. */
const builds = {
  sdk: { written: 'packages/sdk/dist/package.json', sources: ['packages/sdk/*.ts', 'packages/sdk/src/**/*.ts'] },
  elements: {
    written: 'packages/elements/dist/visitkit.js',
    sources: ['packages/elements/*.ts', 'packages/elements/src/**/*.ts', 'packages/sdk/src/**/*.ts'],
  },
  'reference-server': {
    written: 'packages/reference-server/dist/index.d.ts',
    sources: [
      'packages/reference-server/*.ts',
      'packages/reference-server/src/**/*.ts',
      'packages/contract/generated/*',
    ],
  },
} as const

export type BuiltPackage = keyof typeof builds

/** When any of these files last changed. */
const newest = async (patterns: readonly string[]): Promise<number> => {
  let latest = 0
  for (const pattern of patterns)
    for await (const file of glob(pattern)) latest = Math.max(latest, (await stat(file)).mtimeMs)
  return latest
}

/** Builds a package when there is no build, or when it is older than its sources. */
export const buildIfStale = async (name: BuiltPackage, log: (line: string) => void): Promise<void> => {
  const { written: builtAt, sources } = builds[name]
  const built = await stat(builtAt).catch(() => null)
  if (built && built.mtimeMs > (await newest([...sources, `packages/${name}/package.json`]))) return
  log(`Building ${name}`)
  await run('npm', ['run', 'build', '-w', `packages/${name}`], { shell: process.platform === 'win32' }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${name} could not be built:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`)
    },
  )
}
