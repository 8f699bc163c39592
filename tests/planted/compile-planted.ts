import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/**
 * The compiler's errors for a file that does not exist: `source` as if it were at `path` (from the repository's root), with the options of
 * all other files. One message for each error.
 */
export const compilePlanted = (path: string, source: string, project = 'tsconfig.json'): string[] => {
  const file = join(root, path)
  const { config } = ts.readConfigFile(join(root, project), (name) => ts.sys.readFile(name))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, project, '..'))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.readFile = (name) => (name === file ? source : readFile(name))
  host.getSourceFile = (name, languageVersion, ...rest) =>
    name === file ? ts.createSourceFile(name, source, languageVersion) : getSourceFile(name, languageVersion, ...rest)
  const program = ts.createProgram([file], { ...options, noEmit: true, incremental: false, composite: false }, host)
  const planted = program.getSourceFile(file)
  return [...program.getSyntacticDiagnostics(planted), ...program.getSemanticDiagnostics(planted)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  )
}
