import { nameInLatin } from '../../../platform/names/name-in-latin.ts'
import type { InsuredPerson, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import type { CoverageInForce, Patient } from '../ports.ts'

interface BilledOrder {
  readonly patient: Patient
  /** In force, in order of billing; none if the patient pays. */
  readonly coverages: readonly CoverageInForce[]
  /** The clinic's local date. */
  readonly day: string
}

const adult = { years: 18 }

/**
 * From whom the laboratory is paid: the coverages, numbered without a gap, and the guarantor. That is the patient; for a child who is covered
 * by another person's insurance, that person. A child who pays has no other guarantor, because the order may be one of which the parents
 * do not learn.
 */
export const billingOfOrder = ({
  patient,
  coverages,
  day,
}: BilledOrder): Required<Pick<LaboratoryOrder, 'coverages' | 'guarantor'>> => {
  const self: InsuredPerson = {
    name: nameInLatin(patient),
    birthDate: patient.birthDate,
    ...(patient.sex !== undefined && { sex: patient.sex }),
    ...(patient.ofRecord.address !== undefined && { address: patient.ofRecord.address }),
    relationship: 'self',
  }
  const ordered = coverages.map((coverage, index) => ({
    priority: index + 1,
    payerName: coverage.payerName,
    payerId: coverage.payerId,
    memberNumber: coverage.memberNumber,
    ...(coverage.groupNumber !== null && { groupNumber: coverage.groupNumber }),
    from: coverage.from,
    ...(coverage.to !== null && { to: coverage.to }),
    insured: insuredOf(coverage, self),
  }))
  const first = ordered[0]?.insured
  const isChild =
    Temporal.PlainDate.compare(Temporal.PlainDate.from(patient.birthDate).add(adult), Temporal.PlainDate.from(day)) > 0
  return { coverages: ordered, guarantor: isChild && first !== undefined ? first : self }
}

/** A card shows the patient's name. That of another insured person is in the coverage itself. */
const insuredOf = ({ subscriber, nameOnCard, relationship }: CoverageInForce, self: InsuredPerson): InsuredPerson =>
  subscriber === null || relationship === 'self'
    ? { ...self, ...(nameOnCard !== null && { name: nameInLatin({ name: nameOnCard }) }) }
    : {
        name: nameInLatin({ name: subscriber.name }),
        birthDate: subscriber.birthDate,
        ...(subscriber.sex !== undefined && { sex: subscriber.sex }),
        relationship: insuredAs[relationship],
      }

/** What the insured person is to the patient, if the patient is this to them. */
const insuredAs = { spouse: 'spouse', child: 'parent', other: 'other' } as const
