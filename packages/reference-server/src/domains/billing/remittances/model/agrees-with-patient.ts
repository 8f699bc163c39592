import type { Claim, PersonName } from '../../kernel/model/claim.ts'
import type { RemittedPatient } from '../../kernel/model/remittance.ts'

/** Whether the payer's data of a person matches a claim's patient; null if the payer gives none. */
export interface PatientAgreement {
  readonly name: boolean | null
  readonly memberId: boolean | null
}

/**
 * Names are compared without case, accents, hyphens and suffixes; truncated names match, and one part of a double name is enough. The
 * member number must match exactly.
 */
export const agreesWithPatient = (
  named: RemittedPatient | null,
  { subscriber, dependent }: Pick<Claim, 'subscriber' | 'dependent'>,
): PatientAgreement => ({
  name: named?.last ? isSameName(named, (dependent ?? subscriber).name) : null,
  memberId:
    named === null || named.memberIds.length === 0
      ? null
      : named.memberIds.some((id) => sameId(id) === sameId(subscriber.memberId)),
})

const sameId = (id: string): string => id.replaceAll(/\s/g, '').toUpperCase()

const suffixes: ReadonlySet<string> = new Set(['JR', 'SR', 'II', 'III', 'IV'])

const wordsOf = (name: string | null): readonly string[] => {
  const words = (name ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const bare = words.filter((word) => !suffixes.has(word))
  return bare.length > 0 ? bare : words
}

const isSameName = (named: Pick<RemittedPatient, 'last' | 'first'>, ours: PersonName): boolean => {
  const isFirstKnown = named.first !== null && ours.first !== null
  return (
    isSame(wordsOf(named.last), wordsOf(ours.last)) &&
    (!isFirstKnown || isSame(wordsOf(named.first), wordsOf(ours.first)))
  )
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => {
  const [written, rest] = [one.join(''), other.join('')].toSorted((a, b) => a.length - b.length) as [string, string]
  return rest.startsWith(written) || one.some((word) => other.includes(word))
}
