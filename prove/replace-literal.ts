import ts from 'typescript'

interface Piece {
  readonly value: string
  readonly from: number
  readonly to: number
  /** The text after a `${…}`, of which only the end is known. */
  readonly isTail: boolean
}

const piecesOf = (source: string): readonly Piece[] => {
  const file = ts.createSourceFile('mutants.ts', source, ts.ScriptTarget.Latest)
  const pieces: Piece[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      pieces.push({ value: node.text, from: node.getStart(file), to: node.end, isTail: false })
    // `}text` and a backtick.
    else if (node.kind === ts.SyntaxKind.TemplateTail)
      pieces.push({
        value: (node as ts.TemplateTail).text,
        from: node.getStart(file) + 1,
        to: node.end - 1,
        isTail: true,
      })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return pieces
}

const quote = (value: string): string => {
  const escaped = JSON.stringify(value)
  return value.includes("'") ? escaped : `'${escaped.slice(1, -1).replaceAll(String.raw`\"`, '"')}'`
}

/** Whether the mutant is in `source`: with its id, or with the part after `subject-` when a helper adds that. */
export const idIn = (
  source: string,
  { id, subject }: { readonly id: string; readonly subject: string },
): string | null => [id, id.slice(subject.length + 1)].find((each) => source.includes(`'${each}'`)) ?? null

/** `source` with one string that equals `from` replaced: the first after the id, or else one above the list, which mutants may share. */
export const replaceLiteral = (source: string, id: string, from: string, to: string): string => {
  const pieces = piecesOf(source)
  const begin = pieces.find(({ value }) => value === id)?.to ?? source.length
  const same = pieces.filter(({ isTail, value }) => !isTail && value === from)
  const list = source.indexOf('export const')
  const piece = same.find((each) => each.from >= begin) ?? same.find((each) => each.from < list)
  return piece ? source.slice(0, piece.from) + quote(to) + source.slice(piece.to) : source
}

const shortestEnd = 6

/** `source` with each string that ends the path `from` replaced by the corresponding end of the path `to`. */
export const replacePath = (source: string, from: string, to: string): string => {
  let text = source
  for (const { value, from: begin, to: end, isTail } of piecesOf(source).toReversed()) {
    const folder = from.slice(0, from.length - value.length)
    if (value.length < shortestEnd || !from.endsWith(value) || !to.startsWith(folder)) continue
    if (folder !== '' && !folder.endsWith('/')) continue
    const rest = to.slice(folder.length)
    text = text.slice(0, begin) + (isTail ? rest : quote(rest)) + text.slice(end)
  }
  return text
}
