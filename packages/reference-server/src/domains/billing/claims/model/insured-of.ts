import { nameInLatin } from '../../../../platform/names/name-in-latin.ts'
import { claimName, claimNameOfPatient } from '../../kernel/model/claim-name.ts'
import type { Claim, Dependent, InsuredPerson, PostalAddress } from '../../kernel/model/claim.ts'
import type { ClaimSources } from './claim-sources.ts'

/** The person insured and, if that is another one, the patient. Missing parts are empty. */
export const insuredOf = (
  patient: ClaimSources['patient'],
  coverage: NonNullable<ClaimSources['coverage']>,
): Pick<Claim, 'subscriber' | 'dependent'> => {
  const address = addressOf(patient)
  const self = {
    name: claimNameOfPatient(patient, coverage.nameOnCard),
    address,
    birthDay: patient.birthDate,
    gender: genderOf(patient.sex),
  }
  const { subscriber, relationship } = coverage
  const insured =
    subscriber === null
      ? self
      : // The subscriber's address is not recorded; a family's coverage is assumed to be of one household.
        {
          name: claimName(nameInLatin(subscriber)),
          address,
          birthDay: subscriber.birthDate,
          gender: genderOf(subscriber.sex),
        }
  const dependent: Dependent | null = relationship === 'self' ? null : { ...self, relationship }
  return {
    subscriber: { ...insured, memberId: coverage.memberNumber, groupNumber: coverage.groupNumber },
    dependent,
  }
}

const addressOf = ({ ofRecord: { address } }: ClaimSources['patient']): PostalAddress => ({
  line1: address?.line1 ?? '',
  line2: address?.line2 ?? null,
  city: address?.city ?? '',
  state: address?.state ?? '',
  postalCode: address?.postalCode ?? '',
})

const genderOf = (sex: string | undefined): InsuredPerson['gender'] =>
  sex === 'female' || sex === 'male' ? sex : 'unknown'
