import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')
const server = '/packages/reference-server/src/'

/** The server's sources, without tests and their support files. */
const serverProgram = (): ts.Program => {
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const isSource = (name: string): boolean =>
    name.includes(server) && !/\.test\.ts$|testing\.ts$|\/fixture\//.test(name)
  return ts.createProgram(fileNames.filter(isSource), { ...options, noEmit: true })
}

/** @param visit - Returns false to leave out what is below a node. */
const each = (node: ts.Node, visit: (node: ts.Node) => unknown): void => {
  if (visit(node) === false) return
  node.forEachChild((child) => each(child, visit))
}

/** `await Promise.allSettled(...)`, whose outcomes are not read: nothing in it refuses. */
const isSettled = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  node.expression.getText() === 'Promise.allSettled' &&
  ts.isAwaitExpression(node.parent) &&
  ts.isExpressionStatement(node.parent.parent)

/** What is provided for a domain's ports: every function of that name in a domain or a vendor. */
const providersByName = (program: ts.Program): ReadonlyMap<string, readonly ts.Node[]> => {
  const found = new Map<string, ts.Node[]>()
  for (const file of program.getSourceFiles()) {
    if (!/\/domains\/[\w-]+\/provides\.ts$|\/vendors\//.test(file.fileName)) continue
    each(file, (node) => {
      if (!ts.isPropertyAssignment(node) && !ts.isMethodDeclaration(node) && !ts.isShorthandPropertyAssignment(node))
        return
      const name = node.name.getText()
      found.set(name, [...(found.get(name) ?? []), node])
    })
  }
  return found
}

/** The codes with which each operation may refuse, with the call path to one place that throws it. */
export type ReachableProblems = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Follows every operation's handler through the functions that it calls, and through ports to their implementations, to each `new
 * Problem(`. It takes every branch, so a listed code is possible according to the source. It does not find a code that is only known at run
 * time.
 */
export const reachableProblems = (operationIds: readonly string[], codes: ReadonlySet<string>): ReachableProblems => {
  const program = serverProgram()
  const checker = program.getTypeChecker()
  const providers = providersByName(program)

  const declarationOf = (name: ts.Identifier): ts.Declaration | undefined => {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name)
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return target?.declarations?.[0]
  }

  /** The bodies that run when this name is called. */
  const bodiesOf = (name: ts.Identifier): readonly ts.Node[] => {
    const declaration = declarationOf(name)
    const file = declaration?.getSourceFile().fileName ?? ''
    if (!declaration || !file.includes(server)) return []
    if (ts.isVariableDeclaration(declaration)) {
      const { initializer } = declaration
      const runs = initializer && (ts.isFunctionLike(initializer) || ts.isCallExpression(initializer))
      return runs ? [initializer] : []
    }
    if (ts.isFunctionDeclaration(declaration)) return [declaration]
    const isPort = ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration)
    const isCalled = ts.isPropertyAccessExpression(name.parent) && ts.isCallExpression(name.parent.parent)
    if (!isPort || !isCalled || !/(ports|provides|provider)\.ts$/.test(file)) return []
    const kindOfVendor = /\/vendors\/[\w-]+\//.exec(file)?.[0] ?? ''
    return (providers.get(name.text) ?? []).filter((node) => node.getSourceFile().fileName.includes(kindOfVendor))
  }

  const codeAt = (node: ts.Node): string | null => {
    if (!ts.isStringLiteral(node) || !codes.has(node.text)) return null
    return ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent) ? node.text : null
  }

  const from = (start: ts.Node): ReadonlyMap<string, string> => {
    const found = new Map<string, string>()
    const seen = new Set<ts.Node>()
    const waiting: [node: ts.Node, way: string][] = [[start, '']]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [body, way] = next
      if (seen.has(body)) continue
      seen.add(body)
      each(body, (node) => {
        if (isSettled(node)) return false
        const code = codeAt(node)
        if (code !== null) found.set(code, way)
        if (!ts.isIdentifier(node)) return true
        if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return true
        for (const called of bodiesOf(node)) waiting.push([called, `${way} > ${node.text}`])
        return true
      })
    }
    return found
  }

  const reachable = new Map<string, ReadonlyMap<string, string>>()
  const wanted = new Set(operationIds)
  for (const file of program.getSourceFiles()) {
    if (!/\/(operations|identity|live)\//.test(file.fileName)) continue
    each(file, (node) => {
      if (!ts.isCallExpression(node)) return
      const [id] = node.arguments
      if (id && ts.isStringLiteral(id) && wanted.has(id.text)) reachable.set(id.text, from(node))
    })
  }
  return reachable
}
