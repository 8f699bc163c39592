import type { components } from '@visitkit/contract'

/** Contract shapes under the names of this domain. FHIR: Questionnaire, QuestionnaireResponse. */
export type Questionnaire = components['schemas']['Questionnaire']
export type QuestionItem = components['schemas']['QuestionItem']
export type QuestionOption = components['schemas']['QuestionOption']
export type EnableWhen = components['schemas']['EnableWhen']
export type ScoreRule = components['schemas']['ScoreRule']
export type EmergencyRule = components['schemas']['EmergencyRule']
export type AnswerValue = components['schemas']['AnswerValue']
export type IntakeAnswer = components['schemas']['IntakeAnswer']
export type IntakeAlert = components['schemas']['IntakeAlert']
export type Score = components['schemas']['Score']

/** Values by linkId. A question without values is absent. */
export type Answers = ReadonlyMap<string, readonly AnswerValue[]>

export const answersOf = (given: readonly IntakeAnswer[]): Answers =>
  new Map(given.filter(({ values }) => values.length > 0).map(({ linkId, values }) => [linkId, values]))

/** Every item, parents before their children. */
export const itemsOf = (questionnaire: Pick<Questionnaire, 'items'>): readonly QuestionItem[] =>
  questionnaire.items.flatMap(withChildren)

const withChildren = (item: QuestionItem): QuestionItem[] => [item, ...(item.items ?? []).flatMap(withChildren)]

/** Groups and displays are only shown; every other item is a question. */
export const isQuestion = (item: QuestionItem): boolean => item.type !== 'group' && item.type !== 'display'
