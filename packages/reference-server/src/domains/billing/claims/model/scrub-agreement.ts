import type { Claim, ClaimLine } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { placeOfService } from './place-of-service.ts'
import type { NotedService, VisitFacts } from './visit-facts.ts'

/**
 * A claim must agree with its visit: same date, practitioner, place and diagnoses, and every service is in the signed note with the same
 * units. A biller may decide only prices, modifiers other than the payer's, and pointers.
 */
export const agreementFindings = (claim: Claim, visit: VisitFacts): readonly Finding[] => [
  ...(visit.outcome === 'completed' || visit.outcome === 'emergency' ? [] : [visitNotHeld]),
  ...practitionerFindings(claim, visit),
  ...placeFindings(claim, visit),
  ...dayFindings(claim, visit),
  ...(visit.note === null ? [noteMissing] : noteFindings(claim, visit.note)),
]

const practitionerFindings = (claim: Claim, { practitioner }: VisitFacts): readonly Finding[] =>
  claim.renderingProvider.npi === practitioner.npi
    ? []
    : [makeFinding('error', 'practitioner-differs', '/renderingProvider/npi')]

const placeFindings = (claim: Claim, visit: VisitFacts): readonly Finding[] => {
  const place = placeOfService(visit.modality, visit.location)
  // A missing location has a finding of its own.
  if (place === null) return []
  const wrong = (pointer: string): Finding =>
    makeFinding('error', 'place-of-service-differs', pointer, { placeOfService: place })
  return [
    ...(claim.placeOfService === place ? [] : [wrong('/placeOfService')]),
    ...claim.lines.flatMap((line, index) =>
      line.placeOfService === null || line.placeOfService === place ? [] : [wrong(`/lines/${index}/placeOfService`)],
    ),
  ]
}

const dayFindings = ({ lines }: Claim, { serviceDay }: VisitFacts): readonly Finding[] =>
  lines.flatMap((line, index) =>
    line.serviceDay === serviceDay ? [] : [makeFinding('error', 'service-day-differs', `/lines/${index}/serviceDay`)],
  )

const noteFindings = (claim: Claim, { diagnoses, services }: NonNullable<VisitFacts['note']>): readonly Finding[] => {
  const noted = new Set(diagnoses.map(plain))
  return [
    ...claim.diagnoses.flatMap((code, index) =>
      noted.has(plain(code)) ? [] : [makeFinding('error', 'diagnosis-differs', `/diagnoses/${index}`)],
    ),
    ...serviceFindings(claim, services),
  ]
}

const serviceFindings = (claim: Claim, services: readonly NotedService[]): readonly Finding[] => {
  const codes = [
    ...new Set([...claim.lines.map(({ serviceCode }) => serviceCode), ...services.map(({ code }) => code)]),
  ]
  return codes.flatMap((code): readonly Finding[] => {
    const billed = unitsOf(claim.lines, code)
    const done = services.filter((service) => service.code === code)
    const units = done.reduce((sum, each) => sum + each.units, 0)
    const index = claim.lines.findIndex(({ serviceCode }) => serviceCode === code)
    if (index === -1) return [notBilled]
    if (done.length === 0) return [makeFinding('error', 'service-differs', `/lines/${index}/serviceCode`)]
    if (billed > units) return [makeFinding('error', 'units-differ', `/lines/${index}/units`)]
    return done.some(({ codeSystem }) => codeSystem === 'local')
      ? [makeFinding('error', 'local-code', `/lines/${index}/serviceCode`)]
      : []
  })
}

const unitsOf = (lines: readonly ClaimLine[], code: string): number =>
  lines.reduce((sum, line) => sum + (line.serviceCode === code ? line.units : 0), 0)

const plain = (code: string): string => code.replace('.', '').toUpperCase()

const visitNotHeld = makeFinding('error', 'visit-not-held', '/lines')
const noteMissing = makeFinding('error', 'note-not-signed', '/lines')
const notBilled = makeFinding('warning', 'service-not-billed', '/lines')
