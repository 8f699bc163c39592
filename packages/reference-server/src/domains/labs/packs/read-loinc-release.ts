import { basename, join } from 'node:path'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { readCsv } from '../../../platform/code-sets/read-csv.ts'
import { readFileLines } from '../../../platform/code-sets/read-lines.ts'
import type { LabQuestion, PanelMember } from '../model/lab-test.ts'
import type { LoincRelease, LoincTerm } from '../model/read-lab-tests.ts'
import { isComparedProperty } from '../model/unit-of-property.ts'

type Row = (column: string) => string

/**
 * What a release of LOINC, unpacked as published, says of these codes: `LoincTable/Loinc.csv` and
 * `AccessoryFiles/PanelsAndForms/PanelsAndForms.csv`. Throws ImportRefused for files of another form.
 */
export const readLoincRelease = async (folder: string, codes: ReadonlySet<string>): Promise<LoincRelease> => {
  const terms = new Map<string, LoincTerm>()
  const properties = new Map<string, string>()
  const members = await readMembers(folder, codes)
  const measured = new Set([...codes, ...[...members.values()].flat().map(({ loinc }) => loinc)])
  const table = join(folder, 'LoincTable', 'Loinc.csv')
  const columns = ['LOINC_NUM', 'PROPERTY', 'SYSTEM', 'STATUS', 'LONG_COMMON_NAME', 'ORDER_OBS']
  for await (const row of readRows(table, columns)) {
    const loinc = row('LOINC_NUM')
    if (measured.has(loinc) && isComparedProperty(row('PROPERTY'))) properties.set(loinc, row('PROPERTY'))
    if (!codes.has(loinc)) continue
    terms.set(loinc, {
      name: row('LONG_COMMON_NAME'),
      system: row('SYSTEM'),
      status: row('STATUS'),
      isOrderable: row('ORDER_OBS') !== 'Observation',
      asks: row('AskAtOrderEntry')
        .split(';')
        .map((code) => code.trim())
        .filter((code) => code !== ''),
    })
  }
  const asked = new Set(terms.values().flatMap(({ asks }) => asks))
  return { terms, properties, questions: await readQuestions(table, asked), members }
}

/** LOINC does not say that an answer is needed. Answers from a list are written as text: the laboratory's own list is not in the release. */
const readQuestions = async (table: string, codes: ReadonlySet<string>): Promise<LoincRelease['questions']> => {
  const questions = new Map<string, { text: string; type: LabQuestion['type'] }>()
  if (codes.size === 0) return questions
  for await (const row of readRows(table, ['LOINC_NUM', 'PROPERTY', 'SCALE_TYP', 'STATUS', 'LONG_COMMON_NAME'])) {
    if (!codes.has(row('LOINC_NUM')) || row('STATUS') === 'DEPRECATED') continue
    const isDate = row('PROPERTY') === 'Date' || row('PROPERTY') === 'TmStp'
    const type = isDate ? 'date' : row('SCALE_TYP') === 'Qn' ? 'number' : 'text'
    questions.set(row('LOINC_NUM'), { text: row('SURVEY_QUEST_TEXT') || row('LONG_COMMON_NAME'), type })
  }
  return questions
}

/** `ObservationRequiredInPanel`: optional, conditional, one of several alternatives, reflex. */
const notNeeded: ReadonlySet<string> = new Set(['O', 'C', 'R-a', 'Rflx'])

/**
 * Members of these panels. A panel that is also a member of other panels is repeated in each of them, under the id of that panel
 * (`ParentId`): only its first listing counts. Each listing begins with the panel itself. The members of a member that is itself a panel
 * follow it, with its code.
 */
const readMembers = async (folder: string, codes: ReadonlySet<string>): Promise<LoincRelease['members']> => {
  const listings = new Map<string, string>()
  const members = new Map<string, (PanelMember & { order: number })[]>()
  const panels = join(folder, 'AccessoryFiles', 'PanelsAndForms', 'PanelsAndForms.csv')
  const columns = [
    ...['ParentId', 'ParentLoinc', 'SEQUENCE', 'Loinc', 'LoincName', 'DisplayNameForForm'],
    'ObservationRequiredInPanel',
  ]
  for await (const row of readRows(panels, columns)) {
    const parent = row('ParentLoinc')
    if (parent === row('Loinc')) continue
    const listing = row('ParentId')
    if ((listings.get(parent) ?? listing) !== listing) continue
    listings.set(parent, listing)
    const name = row('DisplayNameForForm') || row('LoincName')
    const known = members.get(parent) ?? []
    const optional = notNeeded.has(row('ObservationRequiredInPanel'))
    known.push({ order: Number(row('SEQUENCE')), loinc: row('Loinc'), name, ...(optional && { optional }) })
    members.set(parent, known)
  }
  const membersOf = (panel: string): readonly PanelMember[] =>
    (members.get(panel) ?? [])
      .toSorted((one, other) => one.order - other.order)
      .map(({ order: _order, ...member }) => member)
  return new Map([...codes].filter((code) => members.has(code)).map((code) => [code, withNested(code, membersOf)]))
}

/** A panel within itself, at any depth, is left out: it would never be complete. */
const withNested = (
  panel: string,
  membersOf: (panel: string) => readonly PanelMember[],
  outer: readonly string[] = [],
): readonly PanelMember[] => {
  const path = [...outer, panel]
  return membersOf(panel)
    .filter(({ loinc }) => !path.includes(loinc))
    .flatMap((member) => [
      { ...member, ...(outer.length > 0 && { partOf: panel }) },
      ...withNested(member.loinc, membersOf, path),
    ])
}

/** The rows of a CSV file with these columns, in any order. A cell may have line breaks. */
async function* readRows(path: string, columns: readonly string[]): AsyncGenerator<Row> {
  let heading: readonly string[] | null = null
  let text = ''
  const refuse = (line: number | null, remedy: string): never => {
    throw new ImportRefused('LOINC', [{ file: basename(path), line, field: null, remedy }])
  }
  for await (const { line, text: part } of readFileLines(path, 'LOINC')) {
    text = text === '' ? part : `${text}\n${part}`
    if ((text.match(/"/g) ?? []).length % 2 === 1) continue
    const cells = readCsv(text)[0]?.cells
    text = ''
    if (cells === undefined) continue
    if (heading === null) {
      heading = cells
      const missing = columns.filter((column) => !cells.includes(column))
      if (missing.length > 0) refuse(line, `Take the file as it was published: ${missing.join(', ')} is missing.`)
      continue
    }
    const names = heading
    yield (column) => (cells[names.indexOf(column)] ?? '').trim()
  }
  if (heading === null) refuse(null, 'The file is empty.')
  if (text !== '') refuse(null, 'A quotation mark opens and never closes: the file may be cut short.')
}
