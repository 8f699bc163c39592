import { vocabularies } from '@visitkit/contract/vocabularies'
import {
  isQuestion,
  itemsOf,
  type EmergencyRule,
  type EnableWhen,
  type QuestionItem,
  type Questionnaire,
} from './questionnaire.ts'

/** A text of a pack, by language. */
type PackText = Readonly<Record<string, string>>
interface PackOption {
  readonly code: string
  readonly score?: number
  readonly text: PackText
}
interface PackItem {
  readonly linkId: string
  readonly loinc?: string
  readonly type: QuestionItem['type']
  readonly text: PackText
  readonly help?: PackText
  readonly required: boolean
  readonly optionSet?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly enableWhen?: EnableWhen[]
  readonly enableBehavior?: 'all' | 'any'
  readonly items?: readonly PackItem[]
}

/** One file of `packs/questionnaires`: a questionnaire with dates, and option lists that its questions share. */
export interface QuestionnairePack {
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, the first day on which it is no longer in effect; null while it is. */
  readonly effectiveTo: string | null
  readonly source: string
  readonly optionSets: Readonly<Record<string, readonly PackOption[]>>
  readonly questionnaire: {
    readonly code: string
    readonly version: number
    readonly loinc?: string
    readonly title: PackText
    readonly introduction?: PackText
    readonly copyright?: string
    readonly items: readonly PackItem[]
    readonly scores: readonly {
      readonly code: string
      readonly loinc?: string
      readonly name: PackText
      readonly linkIds: readonly string[]
      readonly bands: readonly {
        readonly from: number
        readonly to: number
        readonly code: string
        readonly text: PackText
      }[]
    }[]
    readonly emergencyRules: readonly EmergencyRule[]
  }
}

export interface DatedQuestionnaire {
  readonly questionnaire: Questionnaire
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
}

/** Unvalidated pack content. */
const alerts: ReadonlySet<string> = new Set(vocabularies.IntakeAlert)

/** Languages that every questionnaire must have. */
const requiredLanguages = ['en', 'es']

/**
 * Converts a pack to the shape of the contract. Throws on faults that a patient would otherwise meet: a duplicate question, a condition or
 * rule on a question that does not exist, a cycle of conditions, a missing language, or score bands with a gap.
 */
export const readQuestionnairePack = (pack: QuestionnairePack): DatedQuestionnaire => {
  const { code, version, loinc, title, introduction, copyright, items, scores, emergencyRules } = pack.questionnaire
  const fail = (what: string): never => {
    throw new Error(`Questionnaire pack ${code}: ${what}.`)
  }
  const localized = (text: PackText, where: string): Questionnaire['title'] => {
    for (const language of requiredLanguages) if (!text[language]) fail(`${where} lacks a text in ${language}`)
    return Object.entries(text).map(([language, value]) => ({ language, text: value }))
  }
  const readItem = (item: PackItem): QuestionItem => {
    const { linkId, text, help, optionSet, items: children, ...plain } = item
    const options =
      optionSet === undefined ? undefined : (pack.optionSets[optionSet] ?? fail(`${linkId} names no option set`))
    return {
      linkId,
      ...plain,
      text: localized(text, linkId),
      ...(help && { help: localized(help, `${linkId} help`) }),
      ...(options && {
        options: options.map((option) => ({
          ...option,
          text: localized(option.text, `${linkId} option ${option.code}`),
        })),
      }),
      ...(children && { items: children.map(readItem) }),
    }
  }
  const questionnaire: Questionnaire = {
    id: `${code}-${version}`,
    code,
    version,
    ...(loinc && { loinc }),
    title: localized(title, 'title'),
    ...(introduction && { introduction: localized(introduction, 'introduction') }),
    items: items.map(readItem),
    scores: scores.map((score) => ({
      ...score,
      linkIds: [...score.linkIds],
      name: localized(score.name, score.code),
      bands: score.bands.map((band) => ({ ...band, text: localized(band.text, `${score.code} band ${band.code}`) })),
    })),
    emergencyRules: emergencyRules.map((rule) =>
      alerts.has(rule.code) ? rule : fail(`${rule.code} is no alert of the contract`),
    ),
    ...(copyright && { copyright }),
  }
  const fault = faultIn(questionnaire)
  if (fault) fail(fault)
  return { questionnaire, effectiveFrom: pack.effectiveFrom, effectiveTo: pack.effectiveTo }
}

const faultIn = (questionnaire: Questionnaire): string | null => {
  const all = itemsOf(questionnaire)
  const items = new Map(all.map((item) => [item.linkId, item]))
  if (items.size < all.length) return 'a linkId occurs twice'
  for (const item of all) {
    const isChoice = item.type === 'choice' || item.type === 'multiple-choice'
    if (isChoice !== Boolean(item.options?.length)) return `${item.linkId} has a type that does not go with its options`
  }
  const named = [
    ...all.flatMap(({ enableWhen }) => enableWhen ?? []).map(({ question, answer }) => ({ linkId: question, answer })),
    ...questionnaire.emergencyRules,
    ...questionnaire.scores.flatMap(({ linkIds }) => linkIds.map((linkId) => ({ linkId, answer: {} }))),
  ]
  for (const { linkId, answer } of named) {
    const item = items.get(linkId)
    if (!item || !isQuestion(item)) return `${linkId} is named by a rule and is no question`
    const code = 'code' in answer ? answer.code : undefined
    if (code !== undefined && !item.options?.some((option) => option.code === code))
      return `a rule names no option of ${linkId}`
  }
  return circleIn(all) ?? holeIn(questionnaire)
}

/** Follows conditions and groups: a question that depends on itself is never enabled. */
const circleIn = (all: readonly QuestionItem[]): string | null => {
  const waitsFor = new Map<string, string[]>(
    all.map((item) => [item.linkId, (item.enableWhen ?? []).map(({ question }) => question)]),
  )
  for (const group of all) for (const child of group.items ?? []) waitsFor.get(child.linkId)?.push(group.linkId)
  const done = new Set<string>()
  const isCircular = (linkId: string, path: ReadonlySet<string>): boolean => {
    if (path.has(linkId)) return true
    if (done.has(linkId)) return false
    const found = (waitsFor.get(linkId) ?? []).some((next) => isCircular(next, new Set([...path, linkId])))
    done.add(linkId)
    return found
  }
  const first = all.find(({ linkId }) => isCircular(linkId, new Set()))
  return first ? `the conditions of ${first.linkId} go in a circle` : null
}

const holeIn = ({ scores }: Questionnaire): string | null => {
  for (const { code, bands } of scores) {
    const sorted = bands.toSorted((a, b) => a.from - b.from)
    if (sorted.length === 0) return `${code} has no bands`
    if (sorted.some((band, at) => at > 0 && band.from !== (sorted[at - 1]?.to ?? 0) + 1))
      return `the bands of ${code} have a hole`
  }
  return null
}
