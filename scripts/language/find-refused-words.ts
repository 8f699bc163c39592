import ts from 'typescript'
import type { RefusedWord } from './read-refused-words.ts'

export interface Finding {
  readonly line: number
  readonly found: string
  readonly instead: string
}

/** A part of a file, and where it begins. */
interface Part {
  readonly text: string
  readonly from: number
}

/** Refused words in one file. `path` decides how it is read: code has names and comments, all else is prose. */
export const findRefusedWords = (path: string, text: string, words: readonly RefusedWord[]): readonly Finding[] => {
  // Most files use none of them, and need not be parsed.
  if (!words.some(({ pattern }) => text.search(pattern) >= 0)) return []
  const { names, prose } = path.endsWith('.ts') ? partsOfCode(path, text) : partsOfProse(text)
  const lineAt = (position: number): number => text.slice(0, position).split('\n').length
  return words
    .flatMap(({ pattern, kind, instead }) =>
      (kind === 'identifier' ? names : prose).flatMap((part) =>
        [...part.text.matchAll(pattern)].map((match) => ({
          line: lineAt(part.from + match.index),
          found: match[0].replace(/\s*\n[\s*/]*/g, ' '),
          instead,
        })),
      ),
    )
    .toSorted((a, b) => a.line - b.line)
}

const partsOfCode = (path: string, text: string): { names: Part[]; prose: Part[] } => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false)
  const names: Part[] = []
  /** By where they begin: a comment stands before one token and behind another. */
  const comments = new Map<number, Part>()
  const take = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) comments.set(pos, { from: pos, text: text.slice(pos, end) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      names.push({ from: node.end - node.text.length, text: node.text.replace('#', '') })
    take(ts.getLeadingCommentRanges(text, node.pos))
    take(ts.getTrailingCommentRanges(text, node.end))
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return { names, prose: [...comments.values()] }
}

/** Documents and contracts: names stand in them as anywhere, and all of it is read by people. Blocks of code hold names only. */
const partsOfProse = (text: string): { names: Part[]; prose: Part[] } => {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ')
  const prose = text.replace(/^```[\s\S]*?^```/gm, blank).replace(/`[^`\n]*`/g, blank)
  return { names: [{ text, from: 0 }], prose: [{ text: prose, from: 0 }] }
}
