import type { Claim, PersonName } from '../../kernel/model/claim.ts'
import type { RemittedPatient } from '../../kernel/model/remittance.ts'

/** Whether what the payer says of a person is so of a claim's patient; null where it says nothing. */
export interface PatientAgreement {
  readonly name: boolean | null
  readonly memberId: boolean | null
}

/**
 * Names are compared as people write them: case, accents, hyphens, suffixes and what was cut off make no difference, and of a double name
 * one part will do. The member number is compared as it is.
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
