import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { estimateWords } from '../../packages/reference-server/src/domains/billing/estimates/model/estimate-words.ts'
import { accountingWords } from '../../packages/reference-server/src/domains/compliance/model/accounting-words.ts'
import { summaryWords } from '../../packages/reference-server/src/domains/follow-up/model/summary-words.ts'

const root = join(import.meta.dirname, '..', '..')
const packs = 'packages/reference-server/packs'

/** One text that people read, and where it is written. */
export interface ShownText {
  /** `packages/elements/src/booking/booking.en.ts#heading`. */
  readonly at: string
  readonly text: string
}

/** Texts of elements that only staff use. A new element is for patients until it is listed here. */
const ofStaff =
  /src\/(alerts|chart|claim-desk|clinic-settings|compliance-dashboard|inbox|lab-orders|note-editor|patient-coverages|partner-messages|patient-records|pharmacy-messages|prescription-pad|privacy-desk|queue|schedule|spoken-decision)\/|src\/core\/(cover-step|clinical-search|patient-search)\./

/** Every text in a value, with the path of its keys. */
const textsIn = (value: unknown, at: string): ShownText[] => {
  if (typeof value === 'string') return [{ at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`))
}

const load = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(pathToFileURL(join(root, path)).href)) as Readonly<Record<string, unknown>>
const readPack = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), 'utf8'))
const paths = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted()

const ofElements = async (language: string, isRead: (path: string) => boolean): Promise<ShownText[]> => {
  const files = paths(`packages/elements/src/**/*.${language}.ts`).filter(isRead)
  const all = await Promise.all(
    files.map(async (path) => Object.values(await load(path)).flatMap((texts) => textsIn(texts, path))),
  )
  return all.flat()
}

/** The portal's own pages and scripts for patients. */
const ofPortal = async (language: string): Promise<ShownText[]> => {
  const { portalWords } = await load('examples/portal/src/portal-words.ts')
  const { words } = await load('examples/portal/public/words.js')
  return [
    ...textsIn((portalWords as Record<string, unknown>)[language], `examples/portal/src/portal-words.ts#${language}`),
    ...textsIn((words as Record<string, unknown>)[language], `examples/portal/public/words.js#${language}`),
  ]
}

/** Mails, SMS, and what a patient agrees to. */
const ofPacks = async (language: string): Promise<ShownText[]> => {
  const consents = paths(`${packs}/consent/documents/*.${language}.json`)
  const all = await Promise.all([
    readPack(`${packs}/notifications/${language}.json`).then((pack) =>
      textsIn((pack as { templates: unknown }).templates, `${packs}/notifications/${language}.json`),
    ),
    ...consents.map(async (path) => {
      const { title, sections } = (await readPack(path)) as {
        title: string
        sections: { heading: string; text: string }[]
      }
      return textsIn({ title, sections: sections.map(({ heading, text }) => ({ heading, text })) }, path)
    }),
  ])
  return all.flat()
}

/** The text of a language in a value like `{ "en": "…", "es": "…" }`, at any depth. */
const translated = (value: unknown, language: string, at: string): ShownText[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === language && typeof inner === 'string' ? [{ at, text: inner }] : translated(inner, language, `${at}.${key}`),
  )
}

/** Questions before a visit. PHQ-9 and GAD-7 are validated instruments: their wording is not ours. */
const ofQuestions = async (language: string): Promise<ShownText[]> => {
  const files = paths(`${packs}/questionnaires/*-check.json`)
  const all = await Promise.all(files.map(async (path) => translated(await readPack(path), language, path)))
  return all.flat()
}

/** Printed for patients: the summary of a visit, and the estimate of its price. */
const ofDocuments = (language: string): ShownText[] => {
  const { notices, ...estimate } = estimateWords(language).words
  const terms = { amount: '$400.00', days: 120, phone: '555 0100' }
  return [
    ...textsIn(summaryWords(language).words, `summary-words.ts#${language}`),
    ...textsIn(accountingWords(language).words, `accounting-words.ts#${language}`),
    ...textsIn({ ...estimate, notices: notices(terms) }, `estimate-words.ts#${language}`),
  ]
}

/** Every text of elements, for patients and staff. */
export const textsOfElements = (language: string): Promise<ShownText[]> => ofElements(language, () => true)

/** Every text that a patient reads in this language: elements, portal, mails, SMS, consents, questions and documents. */
export const textsForPatients = async (language: string): Promise<ShownText[]> => {
  const parts = [
    ofElements(language, (path) => !ofStaff.test(path)),
    ofPortal(language),
    ofPacks(language),
    ofQuestions(language),
  ]
  return [...(await Promise.all(parts)).flat(), ...ofDocuments(language)]
}
