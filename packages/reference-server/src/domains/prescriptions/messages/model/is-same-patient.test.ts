import { describe, expect, it } from 'vitest'
import { isSamePatient } from './is-same-patient.ts'

const birthDate = '1984-06-15'
const said = (firstName: string | undefined, lastName = 'Sample') =>
  ({ name: { lastName, ...(firstName !== undefined && { firstName }) }, gender: 'F', birthDate }) as const
const known = (given: string, family = 'Sample') => ({ name: { given, family }, birthDate })

describe('the patient of a pharmacy message', () => {
  it.each([
    ['Pat', 'Pat'],
    ['PAT', 'Pat'],
    ['Zoe', 'Zoë'],
    ['Pat', 'Pat Ann'],
    ['Pat Ann', 'Pat'],
    ['Jean Pierre', 'Jean-Pierre'],
    ["D'Angelo", 'DAngelo'],
    [undefined, 'Pat'],
  ])('with the first name %j is %s', (firstName, given) => {
    expect(isSamePatient(said(firstName), known(given))).toBe(true)
  })

  it.each([
    ['Sam', 'Pat'],
    ['Ann', 'Anna'],
    ['Pat Beth', 'Pat Ann'],
  ])('with the first name %s is not %s, who may be a twin', (firstName, given) => {
    expect(isSamePatient(said(firstName), known(given))).toBe(false)
  })

  it('with a single name is matched by it', () => {
    expect(isSamePatient(said(undefined, 'MONONYM'), known('Mononym', ''))).toBe(true)
    expect(isSamePatient(said(undefined, 'Other'), known('Mononym', ''))).toBe(false)
  })
})
