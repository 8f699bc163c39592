import { isNpi } from '../../../../platform/identifiers/is-npi.ts'
import type { Claim } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import type { VisitFacts } from './visit-facts.ts'

/** Who treated the patient, whether they were licensed where the patient was, and whether the patient consented. */
export const identityFindings = (claim: Claim, visit: VisitFacts): readonly Finding[] => [
  ...npiFindings(claim),
  ...taxonomyFindings(claim),
  ...licenseFindings(visit),
  ...(visit.modality !== 'in-person' && visit.consent === 'missing' ? [consentMissing] : []),
]

const npiFindings = (claim: Claim): readonly Finding[] => {
  const numbers = [
    ['/billingProvider/npi', claim.billingProvider.npi],
    ['/renderingProvider/npi', claim.renderingProvider.npi],
    ['/supervisingProvider/npi', claim.supervisingProvider?.npi],
    ['/referringProvider/npi', claim.referringProvider?.npi],
  ] as const
  return numbers
    .filter(([, npi]) => npi !== undefined && !isNpi(npi))
    .map(([pointer]) => ({
      code: 'npi-invalid',
      pointer,
      severity: 'error',
      message: 'This cannot be an NPI: its check digit is wrong.',
      remedy: 'Look the number up in NPPES and correct it in the directory.',
    }))
}

/** A rendering provider is a person: taxonomy groups for places, suppliers or other organizations are not allowed. */
const taxonomyFindings = ({ renderingProvider }: Claim): readonly Finding[] =>
  /^(10|11|12|13|14|15|16|17|18|20|21|22|23|36|37|39)/.test(renderingProvider.taxonomy)
    ? []
    : [
        {
          code: 'taxonomy-invalid',
          pointer: '/renderingProvider/taxonomy',
          severity: 'error',
          message: 'This taxonomy is none of a person who treats.',
          remedy: "Correct the practitioner's taxonomy in the directory.",
        },
      ]

const licenseFindings = ({ modality, location, serviceDay, practitioner }: VisitFacts): readonly Finding[] => {
  if (modality === 'in-person') return []
  if (location === null) return [locationMissing]
  const held = practitioner.licenses.some(
    ({ state, from, to }) => state === location.state && from <= serviceDay && (to === null || serviceDay <= to),
  )
  return held ? [] : [licenseMissing]
}

const locationMissing: Finding = {
  code: 'location-missing',
  pointer: '/placeOfService',
  severity: 'error',
  message: 'The visit does not say where the patient was, so the place of service is unknown.',
  remedy: 'Ask the practitioner to record in an addendum where the patient was, and correct the visit.',
}

const licenseMissing: Finding = {
  code: 'license-missing',
  pointer: '/renderingProvider',
  severity: 'error',
  message: 'The practitioner held no license on that day in the state where the patient was.',
  remedy: 'If there was one, add it to the directory. Otherwise this visit cannot be billed.',
}

const consentMissing: Finding = {
  code: 'consent-missing',
  pointer: '/lines',
  severity: 'error',
  message: 'No consent to telehealth treatment was in force when the visit began.',
  remedy: 'Check the consents of the patient. Without one the visit cannot be billed.',
}
