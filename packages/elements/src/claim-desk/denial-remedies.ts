import type { Translate } from '../core/localize.ts'
import type { denialReasonsEn } from './denial-reasons.en.ts'

export type DenialWords = Translate<typeof denialReasonsEn>
type Key = keyof typeof denialReasonsEn
type Code = Key extends infer K ? (K extends `reason_${infer C}` ? C : never) : never
type Remedy = Key extends infer K ? (K extends `remedy_${infer R}` ? R : never) : never

/** Which reasons have the same answer. */
const codesOf = {
  collect: ['1', '2', '3'],
  codes: ['4', '5', '6', '9', '11', '54', '58', '59', '97', '110', '125', '146', '181', '182'],
  authorization: ['15', '39', '197', '198'],
  records: ['16', '226', '252'],
  duplicate: ['18'],
  'other-payer': ['19', '20', '22', '109', '129'],
  contract: ['23', '24', '45'],
  coverage: ['26', '27', '31', '140'],
  late: ['29'],
  'not-covered': ['35', '49', '96', '119', '167', '204', '256'],
  necessity: ['40', '50', '55', '150', '151'],
  ask: ['51', '147'],
  provider: ['170', '185', '242'],
  patient: ['227'],
} as const satisfies Partial<Record<Remedy, readonly Code[]>>

const remedies = new Map<string, Remedy>(
  Object.entries(codesOf).flatMap(([remedy, codes]) => codes.map((code) => [code, remedy as Remedy] as const)),
)

/** The meaning of a reason and what to do about it; null for a code without words. */
export const explainReason = (
  words: DenialWords,
  reason: string,
): { readonly meaning: string; readonly remedy: string } | null => {
  const remedy = remedies.get(reason)
  return remedy === undefined ? null : { meaning: words(`reason_${reason as Code}`), remedy: words(`remedy_${remedy}`) }
}

/** For a reason without words, and when the payer gave none. */
export const remedyToAsk = (words: DenialWords): string => words('remedy_ask')
