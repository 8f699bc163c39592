import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The content of a tarball. */
export interface Tarball {
  readonly manifest: Readonly<Record<string, unknown>>
  /** With `/`, relative to the root of the package. */
  readonly files: readonly string[]
  text(file: string): Promise<string>
}

/** Unpacks a tarball into a folder and lists it. */
export const readTarball = async (path: string, folder: string): Promise<Tarball> => {
  await mkdir(folder, { recursive: true })
  await run('tar', ['-xzf', path, '-C', folder])
  const root = join(folder, 'package')
  const text = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return {
    manifest: JSON.parse(await text('package.json')) as Record<string, unknown>,
    files: entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
    text,
  }
}

/**
 * The third-party packages whose code is inside a tarball, according to its own files: the sources in source maps, and the comments with
 * which the bundler of the CommonJS files marks where a part comes from.
 */
export const bundledPackages = async ({ files, text }: Tarball): Promise<ReadonlySet<string>> => {
  const names = new Set<string>()
  const note = (path: string): void => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? []
    if (name !== undefined) names.add(name)
  }
  for (const file of files) {
    if (file.endsWith('.js.map'))
      for (const source of (JSON.parse(await text(file)) as { sources: string[] }).sources) note(source)
    if (file.endsWith('.cjs'))
      for (const [path] of (await text(file)).matchAll(/^\/\/ .*node_modules\/.*$/gm)) note(path)
  }
  return names
}
