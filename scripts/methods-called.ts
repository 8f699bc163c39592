import { join, relative, sep } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')
const elements = join(root, 'packages/elements')
const resources = join('packages', 'sdk', 'src', 'generated', 'resources.ts')

/** The program of the elements' sources, without stories and tests. */
export const elementsProgram = (): ts.Program => {
  const file = join(elements, 'tsconfig.json')
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    elements,
  )
  return ts.createProgram(
    fileNames.filter((name) => name.includes(`${sep}src${sep}`) && !/\.(stories|test)\.ts$/.test(name)),
    { ...options, noEmit: true },
  )
}

/** `appointments.book` for a property of one of the client's resources, e.g. of `AppointmentsApi`. */
const methodOf = (symbol: ts.Symbol | undefined): string | null => {
  const declaration = symbol?.declarations?.[0]
  if (!declaration || !ts.isMethodSignature(declaration)) return null
  const { parent } = declaration
  if (!ts.isInterfaceDeclaration(parent) || !parent.getSourceFile().fileName.endsWith(resources)) return null
  const name = parent.name.text.replace(/Api$/, '')
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${declaration.name.getText()}`
}

/** The client's methods that each folder of the elements calls, by folder: `booking`, `core`. */
export const methodsCalled = (program: ts.Program): ReadonlyMap<string, ReadonlySet<string>> => {
  const checker = program.getTypeChecker()
  const called = new Map<string, Set<string>>()
  for (const file of program.getSourceFiles()) {
    const path = relative(join(elements, 'src'), file.fileName)
    if (path.startsWith('..') || !path.includes(sep)) continue
    const [folder = ''] = path.split(sep)
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const method = methodOf(checker.getSymbolAtLocation(node.name))
        if (method !== null) called.set(folder, (called.get(folder) ?? new Set()).add(method))
      }
      node.forEachChild(visit)
    }
    visit(file)
  }
  return called
}
