import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** One code with which the server refuses, as found in its source. */
export interface ListedProblem {
  readonly code: string
  /** HTTP statuses with which the code is returned; nearly always one. */
  readonly statuses: readonly number[]
  /** The public messages, with `…` for the parts that vary. */
  readonly details: readonly string[]
  /** Where it is thrown, relative to the root of the repository. */
  readonly files: readonly string[]
}

interface ProblemUse {
  readonly code: string
  readonly status: number
  readonly detail: string
}

const root = join(import.meta.dirname, '..')
const source = 'packages/reference-server/src'

/** The text of a string or a template; null when it is only known at run time. */
const textOf = (node: ts.Expression | undefined): string | null => {
  if (node === undefined) return null
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('')
  return null
}

/** Every text that an expression may evaluate to: two for a conditional, one for each row of a table in the same file. */
const textsOf = (node: ts.Expression | undefined): readonly string[] | null => {
  if (node !== undefined && ts.isConditionalExpression(node)) {
    const [either, or] = [textsOf(node.whenTrue), textsOf(node.whenFalse)]
    return either && or && [...either, ...or]
  }
  if (node !== undefined && ts.isElementAccessExpression(node)) {
    const table = tableNamed(node.expression.getText(), node.getSourceFile())
    const rows = table?.properties.map((row) => (ts.isPropertyAssignment(row) ? textOf(row.initializer) : null))
    return rows?.every((row) => row !== null) === true ? rows : null
  }
  const words = textOf(node)
  return words === null ? null : [words]
}

const tableNamed = (name: string, file: ts.SourceFile): ts.ObjectLiteralExpression | null => {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: its, initializer } of statement.declarationList.declarations)
      if (its.getText() === name && initializer && ts.isObjectLiteralExpression(initializer)) return initializer
  }
  return null
}

/** The named function that creates a problem from its own parameters. */
const namedFunctionAround = (node: ts.Node): { name: string; parameters: readonly string[] } | null => {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (!ts.isArrowFunction(at) || !ts.isVariableDeclaration(at.parent) || !ts.isIdentifier(at.parent.name)) continue
    return { name: at.parent.name.text, parameters: at.parameters.map(({ name }) => name.getText()) }
  }
  return null
}

/** The text that a call passes for the parameter in `argument`, or the text of the argument itself. */
const resolve = (
  argument: ts.Expression | undefined,
  parameters: readonly string[],
  call: ts.CallExpression,
): string | null => {
  const at = argument && ts.isIdentifier(argument) ? parameters.indexOf(argument.text) : -1
  return textOf(at < 0 ? argument : call.arguments[at])
}

const findProblemUses = (file: ts.SourceFile): readonly ProblemUse[] => {
  const found: ProblemUse[] = []
  const makers: { name: string; parameters: readonly string[]; made: readonly ts.Expression[] }[] = []
  const each = (node: ts.Node, visit: (node: ts.Node) => void): void => {
    visit(node)
    node.forEachChild((child) => each(child, visit))
  }
  each(file, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'Problem') return
    const [status, code, detail] = node.arguments ?? []
    const [codeText, texts] = [textOf(code), textsOf(detail)]
    if (status && codeText !== null && texts !== null) {
      for (const words of texts) found.push({ code: codeText, status: Number(status.getText()), detail: words })
      return
    }
    const maker = namedFunctionAround(node)
    if (maker === null)
      throw new Error(`${file.fileName}: a Problem whose code or detail cannot be read from the source.`)
    makers.push({ ...maker, made: node.arguments ?? [] })
  })
  for (const { name, parameters, made } of makers) {
    const [status, code, detail] = made
    let isCalledHere = false
    each(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== name) return
      isCalledHere = true
      const codeText = resolve(code, parameters, node)
      const detailTexts = resolve(detail, parameters, node)
      if (codeText === null || detailTexts === null)
        throw new Error(`${file.fileName}: a call of ${name} whose code or detail cannot be read from the source.`)
      found.push({ code: codeText, status: Number(status?.getText()), detail: detailTexts })
    })
    const codeText = textOf(code)
    // Called from other files with their own messages: only the code is known.
    if (!isCalledHere && codeText !== null)
      found.push({ code: codeText, status: Number(status?.getText()), detail: '…' })
  }
  return found
}

/** Every `new Problem(` of the server, by code. Throws when one is written in a form that this cannot parse. */
export const listProblems = async (): Promise<readonly ListedProblem[]> => {
  const byCode = new Map<string, { statuses: Set<number>; details: Set<string>; files: Set<string> }>()
  const files = globSync(`${source}/**/*.ts`, { cwd: root })
    .filter((file) => !/\.test\.ts$|[./]testing\.ts$|\/tests\//.test(file))
    .toSorted()
  for (const path of files) {
    const text = await readFile(join(root, path), 'utf8')
    if (!text.includes('new Problem(')) continue
    for (const { code, status, detail } of findProblemUses(
      ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true),
    )) {
      const known = byCode.get(code) ?? { statuses: new Set(), details: new Set(), files: new Set() }
      known.statuses.add(status)
      known.details.add(detail)
      known.files.add(relative(source, path))
      byCode.set(code, known)
    }
  }
  return [...byCode]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([code, { statuses, details, files: places }]) => ({
      code,
      statuses: [...statuses].toSorted((a, b) => a - b),
      details: [...details],
      files: [...places],
    }))
}
