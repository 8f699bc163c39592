import type { Party, PriorCas, PriorDecision, PriorLine, ServiceLine, SubmittedClaim } from './submitted-claim.ts'
import { cents } from './x12.ts'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type DraftLine = Mutable<Omit<PriorLine, 'cas'>> & { cas: PriorCas[] }
export type DraftPrior = Mutable<Omit<PriorDecision, 'cas' | 'lines'>> & { cas: PriorCas[]; lines: DraftLine[] }
export type Draft = Mutable<Omit<SubmittedClaim, 'lines' | 'diagnoses' | 'priors'>> & {
  priors: DraftPrior[]
  diagnoses: string[]
  lines: Mutable<ServiceLine>[]
}

export const readParty = (segment: readonly string[]): Mutable<Party> => ({
  last: segment[3] ?? '',
  first: segment[4] ?? '',
  middle: segment[5] ?? '',
  suffix: segment[7] ?? '',
  idQualifier: segment[8] ?? '',
  id: segment[9] ?? '',
  address: null,
  birth: '',
  gender: '',
})

export const readCas = (segment: readonly string[]): readonly PriorCas[] => {
  const [, group = '', ...rest] = segment
  return Array.from(
    { length: Math.ceil(rest.length / 3) },
    (_, at) => [group, rest[at * 3] ?? '', cents(rest[at * 3 + 1])] as const,
  )
}

const sumOf = (cas: readonly PriorCas[]): number => cas.reduce((sum, [, , amount]) => sum + amount, 0)

/** SBR01 of each payer: P, S and T in turn, the claim's own last. */
export const isInTurn = ({ order, priors }: Draft): boolean =>
  [...priors.map((prior) => prior.order), order].join('') === 'PST'.slice(0, priors.length + 1)

/** The charge is what was paid and what was taken off, by each payer, for the claim and for each line. */
export const isBalanced = ({ total, lines, priors }: Draft): boolean =>
  priors.every((prior) => isPriorBalanced(prior, total, lines))

const isPriorBalanced = (prior: DraftPrior, total: number, lines: Draft['lines']): boolean => {
  const paid = prior.lines.length === 0 ? total : prior.lines.reduce((sum, line) => sum + line.paid, 0)
  return (
    paid - sumOf(prior.cas) === prior.paid &&
    (prior.lines.length === 0 ||
      (prior.lines.length === lines.length &&
        prior.lines.every((line, at) => line.paid + sumOf(line.cas) === lines[at]?.charge)))
  )
}
