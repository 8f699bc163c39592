import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { buildIfStale } from '../../scripts/build-if-stale.ts'

const run = promisify(execFile)

/** The published packages by the last part of their names, and the folder that is passed to npm. */
export const published = {
  sdk: 'packages/sdk/dist',
  elements: 'packages/elements',
  'reference-server': 'packages/reference-server',
} as const

export type PublishedPackage = keyof typeof published

export const publishedNames = Object.keys(published) as PublishedPackage[]

/** Builds packages without a build or with an old one, and packs them as npm would publish them. Returns the path of each tarball. */
export const packPackages = async (folder: string): Promise<Readonly<Record<PublishedPackage, string>>> => {
  // The elements are built from the SDK's sources, so the order does not matter. They are built one after the other: the machine has few
  // cores.
  for (const name of publishedNames) await buildIfStale(name, console.log)
  const packed = await Promise.all(
    publishedNames.map(async (name) => {
      const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
        cwd: resolve(import.meta.dirname, '../..', published[name]),
        maxBuffer: 2 ** 26,
      })
      const answer = JSON.parse(stdout) as Readonly<Record<string, { filename: string }>> | { filename: string }[]
      const [{ filename } = { filename: '' }] = Array.isArray(answer) ? answer : Object.values(answer)
      return [name, join(folder, filename)] as const
    }),
  )
  return Object.fromEntries(packed) as Record<PublishedPackage, string>
}
