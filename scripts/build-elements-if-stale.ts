import { execFile } from 'node:child_process'
import { glob, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** When any of these files last changed. */
const newest = async (pattern: string): Promise<number> => {
  let latest = 0
  for await (const file of glob(pattern)) latest = Math.max(latest, (await stat(file)).mtimeMs)
  return latest
}

/** Builds the elements when there is no build, or an older one than their source or the SDK's. */
export const buildElementsIfStale = async (say: (line: string) => void): Promise<void> => {
  const built = await stat('packages/elements/dist/visitkit.js').catch(() => null)
  const source = Math.max(await newest('packages/elements/src/**/*.ts'), await newest('packages/sdk/src/**/*.ts'))
  if (built && built.mtimeMs > source) return
  say('Building the elements')
  await run('npm', ['run', 'build', '-w', 'packages/elements'], { shell: process.platform === 'win32' }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`The elements could not be built:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`)
    },
  )
}
