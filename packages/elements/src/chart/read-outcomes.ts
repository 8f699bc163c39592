import type { LocalizedText, VisitClient } from '@visitkit/sdk'
import type { PartLoadContext } from './chart-part.ts'

/** Questionnaires that have names of our own, short enough for a line; others are called by their own title. */
const named = ['phq-9', 'gad-7'] as const
type Named = (typeof named)[number]

export const isNamed = (code: string): code is Named => named.some((one) => one === code)

/** Scores of one questionnaire, oldest first. */
export interface Outcome {
  readonly code: string
  /** Of a questionnaire without a name of ours. */
  readonly title?: readonly LocalizedText[]
  readonly scores: readonly { readonly at: string; readonly score: number }[]
}

/** Points that one line holds; a questionnaire that is answered every week gives that many in two years. */
const shown = 100

/** @param questionnaires their codes, parted by spaces. */
export const readOutcomes = (
  client: VisitClient,
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
          // Scores of a questionnaire that is not there any more are still scores.
          isNamed(code) ? undefined : client.questionnaires.get(code, undefined, reading).catch(() => undefined),
        ])
        return { code, scores: scores.slice(-shown), ...(questionnaire && { title: questionnaire.title }) }
      }),
  )
