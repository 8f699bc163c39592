import ts from 'typescript'
import type { RefusedWord } from './read-refused-words.ts'

export interface Finding {
  readonly line: number
  readonly found: string
  readonly word: RefusedWord
}

/** A part of a file, and its position. */
interface Part {
  readonly text: string
  readonly from: number
}

interface PartsOfFile {
  readonly names: readonly Part[]
  /** Text in which the words of all tables are searched. */
  readonly comments: readonly Part[]
  /** Text in which only the words for `everywhere` are searched. */
  readonly prose: readonly Part[]
  /** Text in which only the words for `comments` are searched. */
  readonly titles: readonly Part[]
}

const isCode = /\.[cm]?[jt]sx?$/
const isContract = /\.tsp$/

/** Refused words in one file. `path` decides how it is parsed: code has names, comments and titles of tests; the rest is prose. */
export const findRefusedWords = (path: string, text: string, words: readonly RefusedWord[]): readonly Finding[] => {
  const used = words.filter(({ pattern }) => text.search(pattern) >= 0)
  // Most files use none of them, and need not be parsed.
  if (used.length === 0) return []
  const { names, comments, prose, titles } = isCode.test(path)
    ? partsOfCode(path, text)
    : partsOfProse(text, isContract.test(path))
  const partsFor = ({ kind, scope }: RefusedWord): readonly Part[] => {
    if (kind === 'identifier') return names
    return scope === 'everywhere' ? [...comments, ...prose] : [...comments, ...titles]
  }
  const lineAt = (position: number): number => text.slice(0, position).split('\n').length
  const matches = used.flatMap((word) =>
    partsFor(word).flatMap((part) =>
      [...part.text.matchAll(word.pattern)].map(({ 0: found, index }) => ({ found, word, from: part.from + index })),
    ),
  )
  /** Of two words at the same place, only the longer one. */
  const isInside = (inner: (typeof matches)[number]): boolean =>
    matches.some(
      ({ found, from }) =>
        found.length > inner.found.length &&
        from <= inner.from &&
        inner.from + inner.found.length <= from + found.length,
    )
  return matches
    .filter((match) => !isInside(match))
    .map(({ found, word, from }) => ({ line: lineAt(from), found: found.replace(/\s*\n[\s*/]*/g, ' '), word }))
    .toSorted((a, b) => a.line - b.line)
}

const blank = (match: string): string => match.replace(/[^\n]/g, ' ')
const withoutCodeSpans = (text: string): string => text.replace(/`[^`\n]*`/g, blank)

const partsOfCode = (path: string, text: string): PartsOfFile => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false)
  const names: Part[] = []
  const titles: Part[] = []
  /** By position: the parser finds a comment before one token and after another. */
  const comments = new Map<number, Part>()
  const take = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? [])
      comments.set(pos, { from: pos, text: withoutCodeSpans(text.slice(pos, end)) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      names.push({ from: node.end - node.text.length, text: node.text.replace('#', '') })
    const title = titleOf(node)
    if (title) {
      const from = title.getStart(source)
      titles.push({ from, text: text.slice(from, title.end).replace(/\$\{[^}]*\}/g, blank) })
    }
    take(ts.getLeadingCommentRanges(text, node.pos))
    take(ts.getTrailingCommentRanges(text, node.end))
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return { names, comments: [...comments.values()], prose: [], titles }
}

const testFunctions = new Set(['describe', 'it', 'test'])

/** The title in `it('...')`, `describe.skip('...')` or `test.each(rows)('...')`. */
const titleOf = (node: ts.Node): ts.Expression | null => {
  if (!ts.isCallExpression(node)) return null
  const [title] = node.arguments
  if (!title || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return null
  let callee: ts.Expression = node.expression
  while (!ts.isIdentifier(callee)) {
    if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) callee = callee.expression
    else if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag
    else return null
  }
  return testFunctions.has(callee.text) ? title : null
}

/** In documents and contracts all text is prose, and may contain names. Code blocks contain names only. A contract has comments too. */
const partsOfProse = (text: string, hasComments: boolean): PartsOfFile => {
  const prose = withoutCodeSpans(text.replace(/^```[\s\S]*?^```/gm, blank))
  const titles = hasComments
    ? [...prose.matchAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g)].map((match) => ({ from: match.index, text: match[0] }))
    : []
  return { names: [{ text, from: 0 }], comments: [], prose: [{ text: prose, from: 0 }], titles }
}
