import { describe, expect, it } from 'vitest'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { agreesWithPatient } from './agrees-with-patient.ts'
import type { PersonName } from '../../kernel/model/claim.ts'

const claimOf = (last: string, first: string | null, memberId = 'MEM1') => {
  const name: PersonName = { last, first, middle: null, suffix: null }
  return { subscriber: { ...exampleClaim.subscriber, name, memberId }, dependent: null }
}
const named = (last: string | null, first: string | null, ...memberIds: string[]) => ({ last, first, memberIds })

describe('a name that a payer gives', () => {
  it.each([
    ['in capitals', named('SAMPLE', 'PAT'), claimOf('Sample', 'Pat')],
    ['without accents', named('NUNEZ', 'ZOE'), claimOf('Núñez', 'Zoë')],
    ['with a suffix', named('SAMPLE JR', 'PAT'), claimOf('Sample', 'Pat')],
    ['without an apostrophe', named('OBRIEN', 'PAT'), claimOf('O’Brien', 'Pat')],
    ['with a middle name', named('SAMPLE', 'PAT LEE'), claimOf('Sample', 'Pat')],
    ['cut off', named('SAMPLE', 'CHRISTOPH'), claimOf('Sample', 'Christopher')],
    ['as one part of a double name', named('SAMPLE', 'PAT'), claimOf('Example-Sample', 'Pat')],
    ['without the first', named('SAMPLE', null), claimOf('Sample', 'Pat')],
  ])('%s is the same', (_, said, claim) => expect(agreesWithPatient(said, claim).name).toBe(true))

  it.each([
    ['another last name', named('OTHER', 'PAT'), claimOf('Sample', 'Pat')],
    ['another first name', named('SAMPLE', 'ALEX'), claimOf('Sample', 'Pat')],
  ])('%s is another person', (_, said, claim) => expect(agreesWithPatient(said, claim).name).toBe(false))
})

describe('a member number that a payer gives', () => {
  it.each([
    ['the same', ['mem1'], true],
    ['the patient’s own beside that of the insured', ['MEM1-02', 'MEM1'], true],
    ['another', ['MEM2'], false],
    ['none', [], null],
  ])('%s', (_, memberIds, expected) =>
    expect(agreesWithPatient(named('SAMPLE', 'PAT', ...memberIds), claimOf('Sample', 'Pat')).memberId).toBe(expected),
  )
})
