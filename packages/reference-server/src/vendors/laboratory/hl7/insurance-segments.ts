import type { InsuredPerson, LaboratoryOrder, OrderedCoverage } from '../provider.ts'
import { addressField, nameParts, phoneField, sexField } from './person-fields.ts'
import { segment, type FieldText, type Segment } from './segment.ts'
import { writeDate } from './timestamps.ts'

/**
 * IN1 for each coverage, in order of billing, and GT1 for the person who pays the rest (HL7 v2.5.1, 6.5.6 and 6.5.5). An order for which
 * the patient pays has GT1 alone. Empty for an order from before coverages were sent.
 */
export const insuranceSegments = ({ coverages = [], guarantor, patient }: LaboratoryOrder): Segment[] => [
  ...coverages.map(coverageSegment),
  ...(guarantor === undefined
    ? []
    : [
        segment('GT1', {
          1: '1',
          3: [...nameParts(guarantor.name), '', '', 'L'],
          5: addressField(guarantor.address),
          6: phoneField(guarantor.relationship === 'self' ? patient.phone : undefined),
          8: writeDate(guarantor.birthDate),
          9: sexField(guarantor.sex),
          11: relationshipField(guarantor),
        }),
      ]),
]

/** IN1-2 is required. Payers have no codes of plans, so it repeats the payer. */
const coverageSegment = (coverage: OrderedCoverage, index: number): Segment => {
  const { payerId, payerName, insured, to } = coverage
  return segment('IN1', {
    1: String(index + 1),
    2: [payerId, payerName],
    3: [payerId],
    4: [payerName],
    8: coverage.groupNumber ?? '',
    12: writeDate(coverage.from),
    13: to === undefined ? '' : writeDate(to),
    16: [...nameParts(insured.name), '', '', 'L'],
    17: relationshipField(insured),
    18: writeDate(insured.birthDate),
    19: addressField(insured.address),
    22: String(coverage.priority),
    36: coverage.memberNumber,
    43: sexField(insured.sex),
    49: [coverage.memberNumber, '', '', payerId, 'MB'],
  })
}

/** HL7 table 0063: what this person is to the patient. */
const relationshipField = ({ relationship }: InsuredPerson): FieldText => relationships[relationship]
const relationships = {
  self: ['SEL', 'Self', 'HL70063'],
  spouse: ['SPO', 'Spouse', 'HL70063'],
  parent: ['PAR', 'Parent', 'HL70063'],
  other: ['OTH', 'Other', 'HL70063'],
} as const
