import type { ScriptPatient } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { Patient } from '../../ports.ts'

/** Names are compared without case, accents, spaces and punctuation, because systems store them differently. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const wordsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plain)
    .filter((word) => word !== '')

/** A middle name may be missing on either side; a different one means another person. */
const isSameFirstName = (one: string, other: string): boolean => {
  if (plain(one) === plain(other)) return true
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  return fewer.length > 0 && fewer.every((word, place) => word === more[place])
}

/**
 * Whether a pharmacy's message is about the patient of the prescription: the same birth date, last name and, if given, first name, because
 * twins share the others. A changed or mistyped name is for a person to check.
 */
export const isSamePatient = (
  reported: ScriptPatient,
  { name, birthDate }: Pick<Patient, 'name' | 'birthDate'>,
): boolean => {
  const { given, family } = name
  const { firstName, lastName } = reported.name
  if (reported.birthDate !== birthDate) return false
  if (family === '') return plain(lastName) === plain(given)
  return plain(lastName) === plain(family) && (firstName === undefined || isSameFirstName(firstName, given))
}
