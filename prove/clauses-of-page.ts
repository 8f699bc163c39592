export interface PageRow {
  readonly control: string
  readonly title: string
  readonly status: string
  /** The current state, as the page describes it. */
  readonly text: string
  readonly proof: string
}

export const pagePath = 'docs/compliance/what-is-enforced.md'

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim())

/** The rows of the page of controls. */
export const rowsOfPage = (page: string): readonly PageRow[] =>
  page
    .split('\n')
    .filter((line) => /^\| C\d\d /.test(line))
    .map((line) => {
      const [control = '', title = '', status = '', text = '', proof = ''] = cellsOf(line)
      return { control, title, status, text, proof }
    })

/**
 * The clauses of a row: its text divided at full stops and semicolons. Text in italics is a remark, and a link in brackets is a source:
 * neither promises anything.
 */
export const clausesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/ ?\(\[[^\]]+\]\([^)]+\)\)/g, '')
    .replaceAll(/(?<![\w*])_[^_]+_(?![\w*])/g, '')
    .split(/[.;](?:\s+|$)/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

/** A row's text without its links and marks. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/ ?\(\[[^\]]+\]\([^)]+\)\)/g, '')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/\*\*|`|(?<![\w*])_|_(?![\w*])/g, '')
