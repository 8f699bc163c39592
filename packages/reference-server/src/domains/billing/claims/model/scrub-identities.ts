import { isNpi } from '../../../../platform/identifiers/is-npi.ts'
import type { Claim } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
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
    .map(([pointer]) => makeFinding('error', 'npi-invalid', pointer))
}

/** A rendering provider is a person: taxonomy groups for places, suppliers or other organizations are not allowed. */
const taxonomyFindings = ({ renderingProvider }: Claim): readonly Finding[] =>
  /^(10|11|12|13|14|15|16|17|18|20|21|22|23|36|37|39)/.test(renderingProvider.taxonomy)
    ? []
    : [makeFinding('error', 'taxonomy-invalid', '/renderingProvider/taxonomy')]

const licenseFindings = ({ modality, location, serviceDay, practitioner }: VisitFacts): readonly Finding[] => {
  if (modality === 'in-person') return []
  if (location === null) return [locationMissing]
  const held = practitioner.licenses.some(
    ({ state, from, to }) => state === location.state && from <= serviceDay && (to === null || serviceDay <= to),
  )
  return held ? [] : [licenseMissing]
}

const locationMissing = makeFinding('error', 'location-missing', '/placeOfService')
const licenseMissing = makeFinding('error', 'license-missing', '/renderingProvider')
const consentMissing = makeFinding('error', 'consent-missing', '/lines')
