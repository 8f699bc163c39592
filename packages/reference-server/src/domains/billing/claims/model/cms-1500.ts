import type { Claim } from '../../kernel/model/claim.ts'

export interface FormBox {
  /** As numbered on the form: `1a`, `21.A`, `24.1.D`. */
  readonly box: string
  readonly value: string
}

const day = (iso: string): string => `${iso.slice(5, 7)} ${iso.slice(8, 10)} ${iso.slice(0, 4)}`
const money = (cents: number): string => `${Math.floor(cents / 100)} ${String(cents % 100).padStart(2, '0')}`
const person = ({ last, first, middle }: Claim['subscriber']['name']): string =>
  [last, first, middle]
    .filter((part) => part !== null && part !== '')
    .join(', ')
    .toUpperCase()
const letters = 'ABCDEFGHIJKL'
const relationships = { spouse: 'SPOUSE', child: 'CHILD', other: 'OTHER' } as const
const programs = { MB: 'MEDICARE', MC: 'MEDICAID', CH: 'TRICARE' } as const

/**
 * The content of each box of the CMS-1500 (02/12), for payers that accept paper. Data only: the red form of the National Uniform Claim
 * Committee must be bought, not printed. Its numbering is public (NUCC instruction manual). Lines after the sixth go on another form.
 */
export const cms1500 = (
  claim: Claim,
  {
    planName,
    notice = null,
  }: {
    readonly planName: string
    /** Of 42 CFR 2.32, for a visit about substance use. */
    readonly notice?: string | null
  },
): readonly FormBox[] => {
  const { subscriber, dependent, billingProvider, renderingProvider } = claim
  const patient = dependent ?? subscriber
  const program = claim.payer.filingIndicator
  const boxes: readonly (readonly [box: string, value: string | null])[] = [
    ['1', program === 'MB' || program === 'MC' || program === 'CH' ? programs[program] : 'OTHER'],
    ['1a', subscriber.memberId],
    ['2', person(patient.name)],
    [
      '3',
      `${day(patient.birthDay)} ${patient.gender === 'unknown' ? '' : patient.gender.charAt(0).toUpperCase()}`.trim(),
    ],
    ['4', person(subscriber.name)],
    ['5', [patient.address.line1, patient.address.line2].filter(Boolean).join(' ')],
    ['5.city', patient.address.city],
    ['5.state', patient.address.state],
    ['5.zip', patient.address.postalCode],
    ['6', dependent === null ? 'SELF' : relationships[dependent.relationship]],
    ['7', [subscriber.address.line1, subscriber.address.line2].filter(Boolean).join(' ')],
    ['11', subscriber.groupNumber ?? (program === 'MB' ? 'NONE' : null)],
    ['11a', day(subscriber.birthDay)],
    ['11c', planName],
    ['12', 'SIGNATURE ON FILE'],
    ['13', 'SIGNATURE ON FILE'],
    ['19', notice],
    ['21.ind', '0'],
    ...claim.diagnoses.map((code, index): [string, string] => [`21.${letters.charAt(index)}`, code.replace('.', '')]),
    [
      '22',
      claim.frequency === 'original' ? null : `${claim.frequency === 'void' ? '8' : '7'} ${claim.payerClaimNumber}`,
    ],
    ['23', claim.priorAuthorization],
    ...claim.lines.flatMap((line, index): [string, string | null][] => {
      const row = `24.${index + 1}`
      return [
        [`${row}.A`, day(line.serviceDay)],
        [`${row}.B`, line.placeOfService ?? claim.placeOfService],
        [`${row}.D`, [line.serviceCode, ...line.modifiers].join(' ')],
        [`${row}.E`, line.diagnosisPointers.map((pointer) => letters.charAt(pointer - 1)).join('')],
        [`${row}.F`, money(line.chargeCents)],
        [`${row}.G`, String(line.units)],
        [`${row}.J`, renderingProvider.npi],
      ]
    }),
    ['25', `${billingProvider.taxId.number} ${billingProvider.taxId.kind.toUpperCase()}`],
    ['26', claim.controlNumber],
    ['27', 'YES'],
    ['28', money(claim.lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0))],
    ['29', money(claim.patientPaidCents)],
    ['31', person(renderingProvider.name)],
    ['33', billingProvider.organizationName],
    [
      '33.address',
      `${billingProvider.address.line1}, ${billingProvider.address.city} ${billingProvider.address.state} ${billingProvider.address.postalCode}`,
    ],
    ['33a', billingProvider.npi],
  ]
  return boxes.flatMap(([box, value]) => (value === null || value === '' ? [] : [{ box, value }]))
}
