import type { LocalizedText, Resources } from '@visitkit/sdk'
import type { PartLoadContext } from './chart-part.ts'

/** Questionnaires with a short name of our own; others are shown with their own title. */
const named = ['phq-9', 'gad-7'] as const
type Named = (typeof named)[number]

export const isNamed = (code: string): code is Named => named.some((one) => one === code)

/** Scores of one questionnaire, the oldest first. */
export interface Outcome {
  readonly code: string
  /** Set for a questionnaire without a short name. */
  readonly title?: readonly LocalizedText[]
  readonly scores: readonly { readonly at: string; readonly score: number }[]
}

/** Points in one line. A weekly questionnaire has that many in two years. */
const shown = 100

/** @param questionnaires - Codes, separated by spaces. */
export const readOutcomes = (
  client: Pick<Resources, 'outcomes' | 'questionnaires'>,
  patientId: string,
  questionnaires: string,
  reading: PartLoadContext,
): Promise<readonly Outcome[]> =>
  Promise.all(
    questionnaires
      .split(/\s+/)
      .filter(Boolean)
      .map(async (code) => {
        const [scores, questionnaire] = await Promise.all([
          client.outcomes.ofPatient(patientId, { questionnaire: code, limit: 100 }, reading).toArray(),
          // Scores are shown even if their questionnaire no longer exists.
          isNamed(code) ? undefined : client.questionnaires.get(code, undefined, reading).catch(() => undefined),
        ])
        return { code, scores: scores.slice(-shown), ...(questionnaire && { title: questionnaire.title }) }
      }),
  )
