import { ImportRefused } from '../../../../platform/code-sets/import-refused.ts'
import type { MedicationPack, TermType } from '../../kernel/model/medication-pack.ts'
import { readSchedules, scheduleByRelatives, type DrugComposition } from './rxnorm-schedules.ts'

/** Three files of an RxNorm release in Rich Release Format (https://www.nlm.nih.gov/research/umls/rxnorm/docs), line by line. */
export interface RxNormRelease {
  readonly conso: Iterable<string>
  readonly rel: Iterable<string>
  readonly sat: Iterable<string>
}

export interface ParsedRelease {
  readonly pack: MedicationPack
  /** Drugs that were omitted, by reason. */
  readonly leftOut: Readonly<Record<'form' | 'ingredients' | 'strength' | 'schedule', number>>
}

interface Concepts {
  /** By RXCUI: names of ingredients, dose forms, components, and the drugs themselves. */
  readonly ingredients: ReadonlyMap<string, string>
  readonly forms: ReadonlyMap<string, string>
  readonly components: ReadonlyMap<string, string>
  readonly drugs: ReadonlyMap<string, { readonly name: string; readonly termType: TermType }>
  /** Drugs with two names. */
  readonly twice: ReadonlySet<string>
}

/** Names of the release that are in use: RxNorm's own, not suppressed. */
const readConcepts = (lines: Iterable<string>): Concepts => {
  const ingredients = new Map<string, string>()
  const forms = new Map<string, string>()
  const components = new Map<string, string>()
  const drugs = new Map<string, { name: string; termType: TermType }>()
  const twice = new Set<string>()
  for (const line of lines) {
    // RXCUI LAT TS LUI STT SUI ISPREF RXAUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF
    const columns = line.split('|')
    const [rxcui = '', , , , , , , , , , , source, termType, , name = '', , suppressed] = columns
    if (source !== 'RXNORM' || suppressed !== 'N') continue
    if (termType === 'IN') ingredients.set(rxcui, name)
    else if (termType === 'DF') forms.set(rxcui, name)
    else if (termType === 'SCDC') components.set(rxcui, name)
    else if (termType === 'SCD' || termType === 'SBD') {
      const known = drugs.get(rxcui)
      if (known !== undefined && known.name !== name) twice.add(rxcui)
      drugs.set(rxcui, { name, termType })
    }
  }
  return { ingredients, forms, components, drugs, twice }
}

/** The ingredients and the form of a drug, with its components. */
interface DrugContent extends DrugComposition {
  readonly parts: readonly string[]
}

type Related = ReadonlyMap<string, readonly string[]>
const relations = ['has_ingredient', 'consists_of', 'has_dose_form', 'tradename_of'] as const

/** For each type of relation, from a concept to its targets. A row is read from its second concept to its first. */
const readRelations = (lines: Iterable<string>): Readonly<Record<(typeof relations)[number], Related>> => {
  const found = { has_ingredient: new Map(), consists_of: new Map(), has_dose_form: new Map(), tradename_of: new Map() }
  for (const line of lines) {
    // RXCUI1 RXAUI1 STYPE1 REL RXCUI2 RXAUI2 STYPE2 RELA RUI SRUI SAB ...
    const [to, , , , from, , , relation, , , source] = line.split('|')
    const kind = relations.find((each) => each === relation)
    if (!to || !from || !kind || source !== 'RXNORM') continue
    const map: Map<string, string[]> = found[kind]
    map.set(from, [...(map.get(from) ?? []), to])
  }
  return found
}

/**
 * Creates a pack from an RxNorm release. It contains the drugs whose dose form `forms` knows and whose related drugs agree on their
 * schedule. Throws ImportRefused if a drug has two names, or if the release has no schedules.
 */
export const readRxNormRelease = (
  release: RxNormRelease,
  about: Pick<MedicationPack, 'effectiveFrom' | 'effectiveTo' | 'source' | 'forms'>,
): ParsedRelease => {
  const { ingredients, forms, components, drugs, twice } = readConcepts(release.conso)
  const related = readRelations(release.rel)
  const schedules = readSchedules(release.sat)
  if (twice.size > 0)
    throw refused('RXNCONSO.RRF', 'STR', `Drug ${[...twice][0]} has two names: take the file as it was published.`)
  // A branded drug has the components and the form of the clinical drug whose trade name it is.
  const contentOf = (rxcui: string): DrugContent => {
    const [clinical = rxcui] = related.tradename_of.get(rxcui) ?? []
    const parts = (related.consists_of.get(clinical) ?? []).filter((part) => components.has(part))
    const own = parts.flatMap((part) => related.has_ingredient.get(part) ?? []).filter((code) => ingredients.has(code))
    return { parts, own: [...new Set(own)], form: related.has_dose_form.get(clinical)?.[0] ?? '' }
  }
  const scheduleOf = scheduleByRelatives(schedules, contentOf)
  const leftOut = { form: 0, ingredients: 0, strength: 0, schedule: 0 }
  const medications: MedicationPack['medications'][number][] = []
  const used = new Set<string>()
  for (const [rxcui, { name, termType }] of drugs) {
    const content = contentOf(rxcui)
    const { parts, own } = content
    const form = forms.get(content.form)
    const schedule = scheduleOf(content)
    const strength = parts
      .map((part) => strengthOf(components.get(part) ?? ''))
      .filter((each) => each !== '')
      .join(' / ')
    if (form === undefined || !(form in about.forms)) leftOut.form += 1
    else if (own.length === 0 || own.length > parts.length) leftOut.ingredients += 1
    else if (strength === '') leftOut.strength += 1
    else if (schedule === 'unclear') leftOut.schedule += 1
    else {
      own.forEach((code) => used.add(code))
      medications.push({ rxcui, termType, name, ingredients: own, form, strength, ...(schedule && { schedule }) })
    }
  }
  const names = Object.fromEntries([...used].toSorted().map((code) => [code, ingredients.get(code) ?? '']))
  return { pack: { ...about, ingredients: names, medications }, leftOut }
}

const refused = (file: string, field: string, remedy: string): ImportRefused =>
  new ImportRefused('The RxNorm release', [{ file, line: null, field, remedy }])

/** A component is named `lisinopril 10 MG`: its strength begins with the last number before a unit. */
const strengthOf = (component: string): string => /([0-9][0-9.,]* \S+)$/.exec(component)?.[1] ?? ''
