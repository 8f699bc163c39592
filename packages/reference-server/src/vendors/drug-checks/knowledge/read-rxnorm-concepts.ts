import { join } from 'node:path'
import type { FaultList } from '../../../platform/code-sets/fault-list.ts'
import { readFileLines } from '../../../platform/code-sets/read-lines.ts'
import { validateRrfLine, type RrfLines } from '../../../platform/code-sets/validate-rrf-line.ts'

/** Term types with ingredients (RxNorm Technical Documentation, appendix 5). */
const termTypes = ['IN', 'PIN', 'MIN', 'BN', 'SCDC', 'SCD', 'SBD', 'GPCK', 'BPCK'] as const
export type ConceptType = (typeof termTypes)[number]

/** The relation that leads from each type toward its ingredients (RxNorm Technical Documentation, appendix 1). */
export const relationOf: Readonly<Record<Exclude<ConceptType, 'IN'>, string>> = {
  PIN: 'form_of',
  MIN: 'has_part',
  BN: 'tradename_of',
  SCDC: 'has_ingredient',
  SCD: 'consists_of',
  SBD: 'tradename_of',
  GPCK: 'contains',
  BPCK: 'contains',
}
const relations = [...new Set(Object.values(relationOf))]
const relationPattern = new RegExp(`\\|(?:${relations.join('|')})\\|`)

export interface RxNormConcept {
  readonly name: string
  readonly type: ConceptType
}

export interface RxNormConcepts {
  readonly concepts: ReadonlyMap<string, RxNormConcept>
  /** The concepts to which the relation of a concept's type leads, by RXCUI. */
  readonly related: ReadonlyMap<string, readonly string[]>
  /** ATC: names by code, and codes of the fifth level by RXCUI. */
  readonly atcNames: ReadonlyMap<string, string>
  readonly atcCodes: ReadonlyMap<string, ReadonlySet<string>>
}

const conso: RrfLines = {
  columns: 18,
  isWanted: (line) => line.includes('|RXNORM|') || line.includes('|ATC|'),
  named: [14, 'STR'],
  codeFirst: true,
}
const rel: RrfLines = {
  columns: 16,
  isWanted: (line) => line.includes('|RXNORM|') && relationPattern.test(line),
  named: [7, 'RELA'],
  codeFirst: false,
}
const atcCode = /^[A-Z](?:[0-9]{2}(?:[A-Z](?:[A-Z](?:[0-9]{2})?)?)?)?$/

/**
 * Reads RXNCONSO.RRF and RXNREL.RRF line by line, and keeps only concepts with ingredients and the relations between them. Faults are added
 * to the list.
 */
export const readRxNormConcepts = async (folder: string, what: string, faults: FaultList): Promise<RxNormConcepts> => {
  const read = async (name: string, file: RrfLines, take: (cells: readonly string[], line: number) => void) => {
    for await (const { line, text } of readFileLines(join(folder, name), what)) {
      const isWanted = file.isWanted(text)
      const fault = validateRrfLine(file, text, isWanted)
      if (fault !== null) faults.add({ file: name, line, ...fault })
      else if (isWanted) take(text.split('|'), line)
    }
  }
  const concepts = new Map<string, RxNormConcept>()
  const atcNames = new Map<string, string>()
  const atcCodes = new Map<string, Set<string>>()
  await read('RXNCONSO.RRF', conso, (cells, line) => {
    // RXCUI LAT TS LUI STT SUI ISPREF RXAUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF
    const [rxcui = '', , , , , , , , , , , source, termType, code = '', name = '', , suppressed] = cells
    if (suppressed !== 'N') return
    const refuse = (field: string, remedy: string): void => faults.add({ file: 'RXNCONSO.RRF', line, field, remedy })
    if (source === 'ATC') {
      if (!atcCode.test(code)) refuse('CODE', 'A code of ATC has one to seven characters, such as J01CA04.')
      else if (code.length === 7) atcCodes.set(rxcui, (atcCodes.get(rxcui) ?? new Set()).add(code))
      else atcNames.set(code, name)
      return
    }
    const type = termTypes.find((each) => each === termType)
    if (source !== 'RXNORM' || type === undefined) return
    const known = concepts.get(rxcui)
    if (known !== undefined && (known.name !== name || known.type !== type))
      refuse('STR', `Concept ${rxcui} has two names: take the file as it was published.`)
    concepts.set(rxcui, { name, type })
  })
  const related = new Map<string, string[]>()
  await read('RXNREL.RRF', rel, (cells) => {
    // RXCUI1 RXAUI1 STYPE1 REL RXCUI2 RXAUI2 STYPE2 RELA RUI SRUI SAB ... A row is read from its second concept to its first.
    const [to = '', , , , from = '', , , relation, , , source] = cells
    const type = concepts.get(from)?.type
    if (source !== 'RXNORM' || to === '' || type === undefined || type === 'IN' || relationOf[type] !== relation) return
    related.set(from, [...(related.get(from) ?? []), to])
  })
  return { concepts, related, atcNames, atcCodes }
}
