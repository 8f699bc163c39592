import type { ScriptPatient } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { Patient } from '../../ports.ts'

/** How names are compared: case, accents, spaces and signs aside, because each system keeps them its own way. */
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

/** A middle name may be missing on either side; another one is another person. */
const isSameFirstName = (one: string, other: string): boolean => {
  if (plain(one) === plain(other)) return true
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  return fewer.length > 0 && fewer.every((word, place) => word === more[place])
}

/**
 * Whether a pharmacy speaks of the patient for whom the prescription was written: the same birth date, last name and, where it gives one,
 * first name, because twins share the others. A name that was changed since, or mistaken, is one for a person to look at.
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
