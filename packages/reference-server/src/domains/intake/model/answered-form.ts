import { enabledAnswers } from './enabled-questions.ts'
import type { IntakeForm } from './intake-form.ts'
import {
  answersOf,
  isQuestion,
  itemsOf,
  type AnswerValue,
  type IntakeAlert,
  type QuestionItem,
  type QuestionOption,
  type Questionnaire,
  type Score,
  type ScoreRule,
} from './questionnaire.ts'

export interface AnsweredQuestion {
  readonly linkId: string
  /** LOINC of the question, if it has one. */
  readonly loinc: string | null
  readonly type: QuestionItem['type']
  readonly text: QuestionItem['text']
  readonly values: readonly AnswerValue[]
  /** Texts of the chosen options. Empty for questions without options. */
  readonly chosen: readonly QuestionOption[]
}

export interface AnsweredScore extends Score {
  /** LOINC of the total, if it has one. */
  readonly loinc: string | null
  readonly name: ScoreRule['name']
  /** Text of the band. */
  readonly bandText: ScoreRule['bands'][number]['text']
}

/** One answered questionnaire, readable without the questionnaire. FHIR: QuestionnaireResponse. */
export interface AnsweredForm {
  readonly formId: string
  readonly questionnaireCode: string
  readonly questionnaireVersion: number
  readonly title: Questionnaire['title']
  readonly status: IntakeForm['status']
  readonly submittedAt: Date | null
  /** In the order of the questionnaire. Enabled questions only. */
  readonly questions: readonly AnsweredQuestion[]
  readonly scores: readonly AnsweredScore[]
  /** Codes of the emergency rules that were triggered. */
  readonly alerts: readonly IntakeAlert[]
  /** The questions whose rules raise these alerts. */
  readonly alertQuestions: readonly { readonly code: IntakeAlert; readonly linkId: string }[]
}

export const answeredForm = (form: IntakeForm, questionnaire: Questionnaire): AnsweredForm => {
  const counted = enabledAnswers(questionnaire, answersOf(form.answers))
  return {
    formId: form.id,
    questionnaireCode: form.questionnaireCode,
    questionnaireVersion: form.questionnaireVersion,
    title: questionnaire.title,
    status: form.status,
    submittedAt: form.submittedAt,
    questions: itemsOf(questionnaire)
      .filter(isQuestion)
      .flatMap((item) => {
        const values = counted.get(item.linkId) ?? []
        return values.length === 0 ? [] : [answeredQuestion(item, values)]
      }),
    scores: form.scores.flatMap((score) => answeredScore(score, questionnaire) ?? []),
    alerts: form.emergencies,
    alertQuestions: questionnaire.emergencyRules
      .filter(({ code }) => form.emergencies.includes(code))
      .map(({ code, linkId }) => ({ code, linkId })),
  }
}

const answeredQuestion = (item: QuestionItem, values: readonly AnswerValue[]): AnsweredQuestion => ({
  linkId: item.linkId,
  loinc: item.loinc ?? null,
  type: item.type,
  text: item.text,
  values,
  chosen: values.flatMap(({ code }) => item.options?.find((option) => option.code === code) ?? []),
})

const answeredScore = (score: Score, questionnaire: Questionnaire): AnsweredScore | null => {
  const rule = questionnaire.scores.find(({ code }) => code === score.code)
  if (rule === undefined) return null
  const band = rule.bands.find(({ code }) => code === score.band)
  return { ...score, loinc: rule.loinc ?? null, name: rule.name, bandText: band?.text ?? [] }
}
