import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import ts from 'typescript'
import type { Mutant } from './mutant.ts'

/** A name that is not declared, or a property, export or module that does not exist. Other type errors are allowed: they change no result. */
const unknownNames = new Set([
  2304, 2305, 2307, 2339, 2503, 2551, 2552, 2561, 2580, 2582, 2583, 2584, 2613, 2614, 2662, 2663, 2693, 2724, 18004,
])

/**
 * Mutants whose changed file does not parse, or uses a name that the file does not have. Such a mutant makes tests fail because code does
 * not load, and not because a safeguard is missing.
 *
 * Each changed file is a file of one program, next to its original, so that its imports resolve.
 */
export const codeFaults = (root: string, mutants: readonly Mutant[]): readonly string[] => {
  const changed = new Map(mutants.flatMap((mutant, index) => changedFile(root, mutant, index)))
  return [
    ...mutants.filter(({ file }) => file.endsWith('.json')).flatMap((mutant) => jsonFaults(root, mutant)),
    ...namesFaults(root, changed),
  ]
}

interface Changed {
  readonly id: string
  readonly original: string
  readonly text: string
}

const changeOf = (root: string, { file, find, replace }: Mutant): string | null => {
  const path = join(root, file)
  const parts = existsSync(path) ? readFileSync(path, 'utf8').split(find) : []
  return parts.length === 2 ? parts.join(replace) : null
}

const changedFile = (root: string, mutant: Mutant, index: number): readonly [path: string, changed: Changed][] => {
  if (!/\.c?ts$|\.cjs$/.test(mutant.file)) return []
  const [original, text] = [join(root, mutant.file), changeOf(root, mutant)]
  if (text === null) return []
  const name = `mutant-${index}${extname(mutant.file)}`
  return [[join(dirname(original), name), { id: mutant.id, original, text }]]
}

const jsonFaults = (root: string, mutant: Mutant): readonly string[] => {
  try {
    JSON.parse(changeOf(root, mutant) ?? '{}')
    return []
  } catch (error) {
    return [`${mutant.id}: ${mutant.file} does not parse after the change: ${(error as Error).message}.`]
  }
}

const namesFaults = (root: string, changed: ReadonlyMap<string, Changed>): readonly string[] => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config?: { readonly compilerOptions: object }
  }
  if (config === undefined) return []
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const host = ts.createCompilerHost({ ...options, allowJs: true }, true)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => changed.has(path) || fileExists.call(host, path)
  host.readFile = (path) => changed.get(path)?.text ?? readFile.call(host, path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = changed.get(path)?.text
    return text === undefined
      ? getSourceFile.call(host, path, target, ...rest)
      : ts.createSourceFile(path, text, target, true)
  }
  const originals = [...new Set([...changed.values()].map(({ original }) => original))]
  const program = ts.createProgram({
    rootNames: [...originals, ...changed.keys()],
    options: { ...options, allowJs: true, checkJs: true, noEmit: true },
    host,
  })
  const faultsIn = (path: string): readonly string[] => {
    const file = program.getSourceFile(path)
    const found = file && [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return (found ?? [])
      .filter(({ code }) => code < 2_000 || unknownNames.has(code))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
  }
  const known = new Map(originals.map((path) => [path, new Set(faultsIn(path))]))
  return [...changed].flatMap(([path, { id, original }]) =>
    faultsIn(path)
      .filter((fault) => known.get(original)?.has(fault) !== true)
      .map((fault) => `${id}: the changed file does not load or uses what it does not have: ${fault}`),
  )
}
