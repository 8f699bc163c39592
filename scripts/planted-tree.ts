import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { copyRepository } from '../prove/copy-repository.ts'

const run = promisify(execFile)

/** The compiler's errors in these files, one full sentence each. */
export type ErrorsIn = (files: readonly string[]) => readonly string[]

/** A copy of the repository that is compiled with some files changed. Paths are those of the original. */
export interface PlantedTree {
  /**
   * @param changed texts by path. They are changed back when the compiler has ended.
   * @param only compiles these files with what they import, and not the whole project.
   */
  errorsWith(changed: ReadonlyMap<string, string>, only?: readonly string[]): Promise<ErrorsIn>
  remove(): Promise<void>
}

/** @param project the folder of a `tsconfig.json`, relative to `root`. */
export const plantedTree = async (root: string, project: string): Promise<PlantedTree> => {
  const { folder, remove } = await copyRepository(root)
  const copyOf = (path: string): string => join(folder, relative(root, resolve(path)))
  return {
    remove,
    errorsWith: async (changed, only) => {
      const config = only ? 'tsconfig.planted.json' : 'tsconfig.json'
      const files = only?.map(copyOf)
      if (files)
        await writeFile(
          join(folder, project, config),
          JSON.stringify({ extends: './tsconfig.json', include: [], files }),
        )
      const before = await Promise.all(
        [...changed.keys()].map(async (path) => [path, await readFile(copyOf(path), 'utf8')] as const),
      )
      await Promise.all([...changed].map(([path, text]) => writeFile(copyOf(path), text)))
      const errors = await compile(folder, join(project, config))
      await Promise.all(before.map(([path, text]) => writeFile(copyOf(path), text)))
      return (paths) => paths.flatMap((path) => errors.get(relative(root, resolve(path))) ?? [])
    },
  }
}

/** Errors by path, relative to `folder`. TypeScript 7 is a program: it compiles the whole project in the time of a few files. */
const compile = async (folder: string, project: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const tsc = join(folder, 'node_modules/typescript-7/bin/tsc')
  const printed = await run(process.execPath, [tsc, '-p', project, '--pretty', 'false', '--noErrorTruncation'], {
    cwd: folder,
    maxBuffer: 256 * 1_024 * 1_024,
    // It is a Go program: collecting garbage less often takes a seventh less CPU.
    env: { ...process.env, GOGC: '400' },
  }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
  const errors = [...printed.matchAll(/^(?<path>\S.*?)\(\d+,\d+\): error TS\d+: (?<text>.*(?:\n .*)*)/gm)]
  if (errors.length === 0 && printed !== '') throw new Error(printed)
  const byPath = Map.groupBy(errors, ({ groups }) => (groups?.['path'] ?? '').split('/').join(sep))
  return new Map([...byPath].map(([path, found]) => [path, found.map(({ groups }) => groups?.['text'] ?? '')]))
}
