import type { LabTest, PanelMember } from './lab-test.ts'
import { isSpecimenCode } from './specimen-types.ts'

/** What can be ordered, by laboratory. */
export interface LabCatalog {
  find(laboratoryId: string, code: string): LabTest | null
  /**
   * Finds tests by part of a name in any language, by the laboratory's code or by LOINC; all tests if `words` is empty. In the order of the
   * laboratories and of their packs.
   */
  search(laboratoryIds: readonly string[], words: string, limit: number): CatalogEntry[]
  /** What a measurement with this code, of LOINC or of the laboratory, measures: LOINC's PROPERTY. Null if the catalog does not say it. */
  propertyOf(laboratoryId: string, code: string): string | null
}

export interface CatalogEntry {
  readonly laboratoryId: string
  readonly test: LabTest
}

/** The tests of one laboratory. */
export interface LabTestSet {
  readonly laboratoryId: string
  readonly pack: LabCatalogPack
  /** Languages without which a text is not complete. */
  readonly languages: readonly string[]
}

/** `packs/labs/catalog.json`, or an imported set. Texts by language. */
export interface LabCatalogPack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  readonly license: string
  readonly tests: readonly PackTest[]
  /** PROPERTY of LOINC, by code: of the tests and of the members of panels. Only those whose units are compared. */
  readonly properties?: Readonly<Record<string, string>>
}
type PackText = Readonly<Record<string, string>>
export interface PackTest {
  readonly code: string
  readonly loinc: string
  readonly name: PackText
  readonly specimen: PackText
  /** Of `specimen-types.ts`. */
  readonly specimenCode: string
  /** Members of a panel. */
  readonly includes?: readonly PanelMember[]
  readonly fasting: boolean
  readonly questions: readonly {
    readonly code: string
    readonly text: PackText
    readonly type: LabTest['questions'][0]['type']
    readonly options?: readonly { readonly code: string; readonly text: PackText }[]
    readonly required: boolean
  }[]
}

/**
 * Reads packs. Throws on anything that would fail at the first order: a code that occurs twice or is too long for the wire, a LOINC code
 * with a wrong check digit, a specimen that the wire does not know, a missing language, a choice without options.
 */
export const labCatalog = (sets: readonly LabTestSet[]): LabCatalog => {
  const tests = new Map(sets.map(({ laboratoryId, pack, languages }) => [laboratoryId, readPack(pack, languages)]))
  return {
    find: (laboratoryId, code) => tests.get(laboratoryId)?.byCode.get(code) ?? null,
    search: (laboratoryIds, words, limit) => {
      const wanted = folded(words)
        .split(/\s+/)
        .filter((word) => word !== '')
      return laboratoryIds
        .flatMap((laboratoryId) =>
          (tests.get(laboratoryId)?.searchable ?? [])
            .filter(({ text }) => wanted.every((word) => text.includes(word)))
            .slice(0, limit)
            .map(({ test }) => ({ laboratoryId, test })),
        )
        .slice(0, limit)
    },
    propertyOf: (laboratoryId, code) => {
      const { byCode, properties } = tests.get(laboratoryId) ?? {}
      return properties?.get(byCode?.get(code)?.loinc ?? code) ?? null
    },
  }
}

const readPack = (pack: LabCatalogPack, languages: readonly string[]) => {
  const tests = pack.tests.map((test) => readTest(test, languages))
  const byCode = new Map(tests.map((test) => [test.code, test]))
  if (byCode.size < tests.length) throw new Error('Laboratory pack: a test occurs twice.')
  if (pack.license === '') throw new Error('Laboratory pack: the notice of the LOINC license is missing.')
  const searchable = tests.map((test) => ({
    test,
    text: folded([test.code, test.loinc, ...test.name.map(({ text }) => text)].join(' ')),
  }))
  return { byCode, searchable, properties: new Map(Object.entries(pack.properties ?? {})) }
}

const readTest = (
  { code, loinc, name, specimen, specimenCode, includes, fasting, questions }: PackTest,
  languages: readonly string[],
): LabTest => {
  const fail = (what: string): never => {
    throw new Error(`Laboratory pack, ${code}: ${what}.`)
  }
  const localized = (text: PackText, where: string): LabTest['name'] => {
    for (const language of languages) if (!text[language]) fail(`${where} lacks a text in ${language}`)
    return Object.entries(text).map(([language, value]) => ({ language, text: value }))
  }
  if (code === '' || code.length > 20) fail('the code has 1 to 20 characters')
  if (!isLoinc(loinc)) fail('not a LOINC code')
  if (!isSpecimenCode(specimenCode)) fail('not a specimen of the list')
  return {
    code,
    loinc,
    name: localized(name, 'name'),
    specimen: localized(specimen, 'specimen'),
    specimenCode,
    ...(includes && includes.length > 0 && { includes: [...includes] }),
    fasting,
    questions: questions.map(({ text, options, ...question }) => {
      if ((question.type === 'choice') !== (options !== undefined))
        fail(`${question.code}: a choice, and only a choice, has options`)
      return {
        ...question,
        text: localized(text, question.code),
        ...(options && {
          options: options.map((option) => ({ code: option.code, text: localized(option.text, option.code) })),
        }),
      }
    }),
  }
}

/** LOINC ends in a check digit of modulus 10 (LOINC Users' Guide, appendix C). */
export const isLoinc = (code: string): boolean => {
  const [, digits, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? []
  if (digits === undefined) return false
  const sum = digits
    .split('')
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
