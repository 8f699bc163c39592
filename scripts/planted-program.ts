import { resolve } from 'node:path'
import ts from 'typescript'

/** A TypeScript program with some files changed by a test; the rest of the repository is unchanged. */
export interface PlantedProgram {
  /** The compiler's errors in these files, one full sentence each. */
  errorsIn(files: readonly string[]): readonly string[]
}

/**
 * @param project a `tsconfig.json`.
 * @param changed texts by path; a path that does not exist is a new file.
 * @param roots what is compiled, with what it imports.
 */
export const plantedProgram = (
  project: string,
  changed: ReadonlyMap<string, string>,
  roots: readonly string[],
): PlantedProgram => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(project, ts.sys.readFile).config,
    ts.sys,
    resolve(project, '..'),
  )
  const wanted = { ...options, noEmit: true, noErrorTruncation: true }
  const planted = new Map([...changed].map(([path, text]) => [resolve(path), text]))
  const host = ts.createCompilerHost(wanted)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => planted.has(resolve(path)) || fileExists(path)
  host.readFile = (path) => planted.get(resolve(path)) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const text = planted.get(resolve(path))
    if (text !== undefined) return ts.createSourceFile(path, text, language, true)
    return getSourceFile(path, language, ...rest)
  }
  const program = ts.createProgram(
    roots.map((path) => resolve(path)),
    wanted,
    host,
  )
  return {
    errorsIn: (files) =>
      files.flatMap((path) => {
        const file = program.getSourceFile(resolve(path))
        if (!file) throw new Error(`${path} is not in the program.`)
        return program
          .getSemanticDiagnostics(file)
          .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      }),
  }
}
