import { expect, it } from 'vitest'
import { readClaims } from '../../../../sandbox/src/clearinghouse/read-claims.ts'
import { parse } from '../../../../sandbox/src/clearinghouse/x12.ts'
import { accompanyClaimFile } from './accompany-claim-file.ts'
import { exampleAccount, exampleClaim } from './example-claim.testing.ts'
import { writeClaimFile } from './write-claim-file.ts'

const statement = {
  shortNotice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  shortScope: 'Consent of 2026-11-25: bills and claims, payment.',
  consentId: '01a22f1e-3317-7721-a379-b87183ee6367',
}

const written = (): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'FILE-1',
    createdAt: new Date('2026-11-24T10:15:00Z'),
    claims: [exampleClaim],
  })

it('a clearinghouse reads a claim with the notice like one without it', () => {
  const file = written()
  const accompanied = accompanyClaimFile(file, statement) ?? ''
  const [plain, noted] = [readClaims(parse(file)), readClaims(parse(accompanied))]
  expect(noted.errors).toEqual(plain.errors)
  expect(noted.claims).toEqual(plain.claims)
  expect(accompanied.match(/NTE\*ADD\*/g)).toHaveLength(2)
  const segments = accompanied.split('~')
  const count =
    segments.findIndex((each) => each.startsWith('SE*')) - segments.findIndex((each) => each.startsWith('ST*')) + 1
  expect(segments.find((each) => each.startsWith('SE*'))).toBe(`SE*${count}*0001`)
})

it('a text that does not fit is not cut', () => {
  const file = written()
  expect(accompanyClaimFile(file, { ...statement, shortScope: 'x'.repeat(81) })).toBeNull()
})
