import type { BirthSex, EthnicityCategory, GenderIdentity, RaceCategory } from '@visitkit/sdk'
import type { CodeWords, Messages } from './message-types.ts'

/** What patients say about themselves, for them and for clinicians. The answers name no person, so that both can read them. */
export const backgroundWordsEn = {
  races: 'Race',
  'race_1002-5': 'American Indian, Alaska Native',
  'race_2028-9': 'Asian',
  'race_2054-5': 'Black or African American',
  'race_2076-8': 'Native Hawaiian, Pacific Islander',
  'race_2106-3': 'White',
  race_UNK: 'Not known',
  race_ASKU: 'Prefer not to say',
  ethnicity: 'Hispanic or Latino origin',
  'ethnicity_2135-2': 'Hispanic or Latino',
  'ethnicity_2186-5': 'Not Hispanic or Latino',
  ethnicity_UNK: 'Not known',
  ethnicity_ASKU: 'Prefer not to say',
  birthSex: 'Sex on the birth certificate',
  birthSex_F: 'Female',
  birthSex_M: 'Male',
  birthSex_OTH: 'Neither of the two',
  birthSex_UNK: 'Not known',
  birthSex_ASKU: 'Prefer not to say',
  genderIdentity: 'Gender',
  genderIdentity_446141000124107: 'Woman or girl',
  genderIdentity_446151000124109: 'Man or boy',
  genderIdentity_33791000087105: 'Nonbinary',
  genderIdentity_OTH: 'Another gender',
  genderIdentity_unknown: 'Not known',
  'genderIdentity_asked-declined': 'Prefer not to say',
  noAnswer: 'No answer',
} as const satisfies Messages &
  CodeWords<'race', RaceCategory> &
  CodeWords<'ethnicity', EthnicityCategory> &
  CodeWords<'birthSex', BirthSex> &
  CodeWords<'genderIdentity', GenderIdentity>
