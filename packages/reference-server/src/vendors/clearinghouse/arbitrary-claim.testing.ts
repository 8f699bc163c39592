import fc from 'fast-check'
import type {
  BillingProvider,
  Claim,
  ClaimLine,
  InsuredPerson,
  NamedProvider,
  PersonName,
  PriorAdjustment,
  PriorDecision,
} from './claim.ts'
import { exampleClaim } from './example-claim.testing.ts'

/** Every claim that can be written: names with accented letters of many languages, and with X12's own delimiters. */

const letters = fc
  .stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿŁłŠšÑñ'’*:~^|>{}&. -]{1,20}$/)
  .filter((text) => /[A-Za-z]/.test(text))
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const digits = (count: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))

const name: fc.Arbitrary<PersonName> = fc.record({
  last: letters,
  first: maybe(letters),
  middle: maybe(letters),
  suffix: maybe(fc.constantFrom('Jr', 'III')),
})

const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const address = fc.record({
  line1: letters,
  line2: maybe(letters),
  city: fc.constantFrom('Dayton', 'San José', 'Coeur d’Alene'),
  state: fc.constantFrom('OH', 'CA', 'ID'),
  postalCode: fc.oneof(digits(5), digits(9)),
})

const insured: fc.Arbitrary<InsuredPerson> = fc.record({
  name,
  address,
  birthDay: day,
  gender: fc.constantFrom('female', 'male', 'unknown'),
})

const provider: fc.Arbitrary<NamedProvider> = fc.record({ name, npi: digits(10) })

const billing: fc.Arbitrary<BillingProvider> = fc.record({
  organizationName: letters,
  npi: digits(10),
  taxonomy: fc.constantFrom('261QP2300X', '207Q00000X'),
  taxId: fc.record({ kind: fc.constantFrom('ein', 'ssn'), number: digits(9) }),
  address: fc.record({
    line1: fc.constant('1 Example Way'),
    line2: maybe(fc.constant('Suite 9')),
    city: fc.constant('Columbus'),
    state: fc.constant('OH'),
    postalCode: digits(9),
  }),
})

const line: fc.Arbitrary<Omit<ClaimLine, 'controlNumber'>> = fc.record({
  serviceDay: day,
  serviceCode: fc.constantFrom('G2010', 'T1015', 'H0004', 'Q3014'),
  modifiers: fc.uniqueArray(fc.constantFrom('95', '93', 'GT', '25', 'FQ'), { maxLength: 4 }),
  chargeCents: fc.integer({ min: 0, max: 9_999_999 }),
  units: fc.integer({ min: 1, max: 99 }),
  placeOfService: maybe(fc.constantFrom('02', '10', '11')),
  diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
})

const diagnosis = fc.stringMatching(/^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/)

export const arbitraryClaim: fc.Arbitrary<Claim> = fc
  .record({
    controlNumber: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
    frequency: fc.constantFrom('original', 'replacement', 'void'),
    payerClaimNumber: fc.stringMatching(/^[A-Z0-9]{3,20}$/),
    payer: fc.record({
      id: fc.constantFrom('LAKESIDE1', 'STATECARE'),
      name: letters,
      filingIndicator: fc.constantFrom('CI', 'MC', 'MB'),
    }),
    billingProvider: billing,
    renderingProvider: fc.record({ name, npi: digits(10), taxonomy: fc.constant('207Q00000X') }),
    supervisingProvider: maybe(provider),
    referringProvider: maybe(provider),
    subscriber: fc
      .tuple(insured, fc.stringMatching(/^[A-Z0-9]{2,20}$/), maybe(fc.stringMatching(/^[A-Z0-9]{1,20}$/)))
      .map(([person, memberId, groupNumber]) => ({ ...person, memberId, groupNumber })),
    dependent: maybe(
      fc
        .tuple(insured, fc.constantFrom('spouse', 'child', 'other'))
        .map(([person, relationship]) => ({ ...person, relationship })),
    ),
    placeOfService: fc.constantFrom('02', '10', '11'),
    priorAuthorization: maybe(fc.stringMatching(/^[A-Z0-9]{1,20}$/)),
    diagnoses: fc.uniqueArray(diagnosis, { minLength: 1, maxLength: 12 }),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    patientPaidCents: fc.integer({ min: 0, max: 99_999 }),
  })
  .map((claim): Claim => ({
    ...claim,
    payerClaimNumber: claim.frequency === 'original' ? null : claim.payerClaimNumber,
    lines: claim.lines.map((each, index) => ({
      ...each,
      controlNumber: `L${index + 1}`,
      // Diagnosis pointers refer only to diagnoses of the claim.
      diagnosisPointers: [...new Set(each.diagnosisPointers.map((at) => ((at - 1) % claim.diagnoses.length) + 1))],
    })),
  }))

/** What is not paid of a charge, in one to nine adjustments. */
const adjustmentsOf = (amountCents: number, parts: readonly PriorAdjustment[]): readonly PriorAdjustment[] => {
  let rest = amountCents
  const adjustments = parts.map((part, at) => {
    const own = at === parts.length - 1 ? rest : Math.min(rest, part.amountCents)
    rest -= own
    return { ...part, amountCents: own }
  })
  return adjustments.filter((each) => each.amountCents !== 0)
}

const decisionOf = (payerId: string) =>
  fc.record({
    payer: fc.record({ id: fc.constant(payerId), name: letters, filingIndicator: fc.constantFrom('CI', 'MB') }),
    payerClaimNumber: maybe(fc.stringMatching(/^[A-Z0-9]{3,20}$/)),
    subscriber: fc
      .tuple(insured, fc.stringMatching(/^[A-Z0-9]{2,20}$/), maybe(fc.stringMatching(/^[A-Z0-9]{1,20}$/)))
      .map(([{ name: own, address: at }, memberId, groupNumber]) => ({
        name: own,
        address: at,
        memberId,
        groupNumber,
      })),
    relationship: fc.constantFrom('self', 'spouse', 'child', 'other'),
    decidedOn: day,
    isByLine: fc.boolean(),
    percent: fc.integer({ min: 0, max: 100 }),
    claimLevelCents: fc.integer({ min: 0, max: 500 }),
    parts: fc.array(
      fc.record({
        group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
        reason: fc.constantFrom('45', '1', '2', '3', '253', 'A1'),
        amountCents: fc.integer({ min: 1, max: 999 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })

/** A payer has paid a part of each line, or of the claim as a whole. */
const priorOf = (
  claim: Claim,
  {
    isByLine,
    percent,
    claimLevelCents,
    parts,
    ...prior
  }: ReturnType<typeof decisionOf> extends fc.Arbitrary<infer Decision> ? Decision : never,
): PriorDecision => {
  const lines = claim.lines.map(({ chargeCents }) => {
    const paidCents = Math.floor((chargeCents * percent) / 100)
    return { paidCents, adjustments: adjustmentsOf(chargeCents - paidCents, parts) }
  })
  const charge = claim.lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0)
  const paidOnLines = lines.reduce((sum, { paidCents }) => sum + paidCents, 0)
  const ofClaim = isByLine ? Math.min(claimLevelCents, paidOnLines) : charge - paidOnLines
  return {
    ...prior,
    paidCents: paidOnLines - (isByLine ? ofClaim : 0),
    adjustments: adjustmentsOf(ofClaim, parts),
    lines: isByLine ? lines : null,
  }
}

/** A claim to the second payer. */
export const arbitrarySecondClaim: fc.Arbitrary<Claim> = fc
  .record({
    claim: arbitraryClaim,
    insuranceType: fc.constantFrom('12', '13', '14', '15', '16', '41', '42', '43', '47'),
    first: decisionOf('FEDCARE01'),
  })
  .map(({ claim, insuranceType, first }): Claim => ({
    ...claim,
    priors: [priorOf(claim, first)],
    ...(claim.payer.filingIndicator === 'MB' && { insuranceType }),
  }))

/** A claim to the third payer, which is never Medicare. */
export const arbitraryThirdClaim: fc.Arbitrary<Claim> = fc
  .record({
    claim: arbitraryClaim.filter(({ payer }) => payer.filingIndicator !== 'MB'),
    first: decisionOf('FEDCARE01'),
    second: decisionOf('LAKESIDE1'),
  })
  .map(({ claim, first, second }): Claim => ({ ...claim, priors: [priorOf(claim, first), priorOf(claim, second)] }))

/** Several claims of one file: one billing provider, unique control numbers. */
export const arbitraryClaims: fc.Arbitrary<readonly Claim[]> = fc
  .array(fc.oneof(arbitraryClaim, arbitrarySecondClaim, arbitraryThirdClaim), { minLength: 1, maxLength: 4 })
  .map((claims) =>
    claims.map((claim, index) => ({
      ...claim,
      controlNumber: `C${index}`,
      billingProvider: claims[0]?.billingProvider ?? exampleClaim.billingProvider,
    })),
  )
