import { expect, test } from 'vitest'
import { isSamePerson } from './same-person.ts'

const patient = (given: string, family: string) => ({ name: { given, family }, birthDate: '1984-06-15' })
const reported = (given: string, family: string, birthDate: string | null = '1984-06-15') => ({
  given,
  family,
  birthDate,
  sex: '',
})

test.each([
  ['as it is', patient('Pat', 'Sample'), reported('Pat', 'Sample'), true],
  ['in capitals', patient('Pat', 'Sample'), reported('PAT', 'SAMPLE'), true],
  ['without accents, hyphen and apostrophe', patient('Zoë', "O'Brien-Gómez"), reported('ZOE', 'OBRIEN GOMEZ'), true],
  ['with a middle name', patient('Pat', 'Sample'), reported('Pat Q.', 'Sample'), true],
  ['someone with one name', patient('Suharto', ''), reported('', 'Suharto'), true],
  ['in another script', patient('علي', 'مُحَمَّد'), reported('علي', 'محمد'), true],
  ['a name of signs alone', patient('<>', '!?'), reported('<>', '!?'), true],
  ['other signs', patient('<>', '!?'), reported('<>', '!!'), false],
  ['another given name', patient('Pat', 'Sample'), reported('Pamela', 'Sample'), false],
  ['names exchanged', patient('Pat', 'Sample'), reported('Sample', 'Pat'), false],
  ['another family name', patient('Pat', 'Sample'), reported('Pat', 'Samples'), false],
  ['no name', patient('Pat', 'Sample'), reported('', ''), false],
  ['another birth date', patient('Pat', 'Sample'), reported('Pat', 'Sample', '1984-06-16'), false],
  ['no birth date', patient('Pat', 'Sample'), reported('Pat', 'Sample', null), false],
])('%s', (_, known, updates, expected) => {
  expect(isSamePerson(updates, known)).toBe(expected)
})
