export interface CsvRecord {
  /** Its first line, starting at 1: a quoted cell may contain line breaks. */
  readonly line: number
  readonly cells: readonly string[]
  /** False if a quotation mark is not closed by the end of the file. */
  readonly isClosed: boolean
}

/** RFC 4180: cells may be in quotation marks, doubled inside; lines end in LF or CRLF; empty lines are skipped. */
export const readCsv = (text: string): readonly CsvRecord[] => {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begun = 1
  const endRecord = (): void => {
    cells.push(cell)
    if (cells.length > 1 || cell !== '') records.push({ line: begun, cells, isClosed: !quoted })
    cells = []
    cell = ''
    begun = line
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') endRecord()
    else if (character !== '\r') cell += character
  }
  if (cell !== '' || cells.length > 0) endRecord()
  return records
}
