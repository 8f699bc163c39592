import type { DatedQuestionnaire } from './read-questionnaire-pack.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Every version of every questionnaire, so that a form that was begun under one version is completed and read with it. */
export interface QuestionnaireCatalog {
  /** The version in effect on this day; null if there is none. */
  current(code: string, now: Date): Questionnaire | null
  version(code: string, version: number): Questionnaire | null
  /** The questionnaires in effect on this day, by code. */
  all(now: Date): readonly Questionnaire[]
}

/** Days begin and end in UTC: a questionnaire changes for everyone at the same time. */
export const questionnaireCatalog = (dated: readonly DatedQuestionnaire[]): QuestionnaireCatalog => {
  const newestFirst = dated.toSorted((a, b) => b.questionnaire.version - a.questionnaire.version)
  const isGiven = ({ effectiveFrom, effectiveTo }: DatedQuestionnaire, now: Date): boolean => {
    const today = now.toISOString().slice(0, 10)
    return effectiveFrom <= today && (effectiveTo === null || today < effectiveTo)
  }
  const current = (code: string, now: Date): Questionnaire | null =>
    newestFirst.find((each) => each.questionnaire.code === code && isGiven(each, now))?.questionnaire ?? null
  return {
    current,
    version: (code, version) =>
      newestFirst.find(({ questionnaire }) => questionnaire.code === code && questionnaire.version === version)
        ?.questionnaire ?? null,
    all: (now) =>
      [...new Set(dated.map(({ questionnaire }) => questionnaire.code))]
        .toSorted()
        .flatMap((code) => current(code, now) ?? []),
  }
}
