import type { Claim, ClaimLine } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
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
    : [
        disagrees(
          'practitioner-differs',
          '/renderingProvider/npi',
          'The claim names another practitioner than the visit.',
        ),
      ]

const placeFindings = (claim: Claim, visit: VisitFacts): readonly Finding[] => {
  const place = placeOfService(visit.modality, visit.location)
  // A missing location has a finding of its own.
  if (place === null) return []
  const wrong = (pointer: string): Finding =>
    disagrees(
      'place-of-service-differs',
      pointer,
      `The patient was ${places[place]}: the place of service is ${place}.`,
    )
  return [
    ...(claim.placeOfService === place ? [] : [wrong('/placeOfService')]),
    ...claim.lines.flatMap((line, index) =>
      line.placeOfService === null || line.placeOfService === place ? [] : [wrong(`/lines/${index}/placeOfService`)],
    ),
  ]
}

const places = { '02': 'not at home', '10': 'at home', '11': 'in the office' } as const

const dayFindings = ({ lines }: Claim, { serviceDay }: VisitFacts): readonly Finding[] =>
  lines.flatMap((line, index) =>
    line.serviceDay === serviceDay
      ? []
      : [
          disagrees(
            'service-day-differs',
            `/lines/${index}/serviceDay`,
            'The claim names another day than the visit was on.',
          ),
        ],
  )

const noteFindings = (claim: Claim, { diagnoses, services }: NonNullable<VisitFacts['note']>): readonly Finding[] => {
  const noted = new Set(diagnoses.map(plain))
  return [
    ...claim.diagnoses.flatMap((code, index) =>
      noted.has(plain(code))
        ? []
        : [disagrees('diagnosis-differs', `/diagnoses/${index}`, 'The signed note does not have this diagnosis.')],
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
    if (done.length === 0)
      return [
        disagrees('service-differs', `/lines/${index}/serviceCode`, 'The signed note does not have this service.'),
      ]
    if (billed > units)
      return [disagrees('units-differ', `/lines/${index}/units`, 'The claim has more units than the signed note.')]
    return done.some(({ codeSystem }) => codeSystem === 'local') ? [localCode(index)] : []
  })
}

const unitsOf = (lines: readonly ClaimLine[], code: string): number =>
  lines.reduce((sum, line) => sum + (line.serviceCode === code ? line.units : 0), 0)

const plain = (code: string): string => code.replace('.', '').toUpperCase()

const disagrees = (code: Finding['code'], pointer: string, message: string): Finding => ({
  code,
  pointer,
  severity: 'error',
  message,
  remedy: 'Take the visit and its signed note into the claim again. If they are wrong, correct them there.',
})

const visitNotHeld: Finding = {
  code: 'visit-not-held',
  pointer: '/lines',
  severity: 'error',
  message: 'The visit did not take place: the patient left, or the technology failed.',
  remedy: 'Do not bill it. If it did take place, the practitioner corrects how it ended.',
}

const noteMissing: Finding = {
  code: 'note-not-signed',
  pointer: '/lines',
  severity: 'error',
  message: 'The note of the visit is not signed.',
  remedy: 'Ask the practitioner to sign it. Charges come from the signed note.',
}

const notBilled: Finding = {
  code: 'service-not-billed',
  pointer: '/lines',
  severity: 'warning',
  message: 'The signed note has a service that the claim does not bill.',
  remedy: 'Take the note into the claim again, or leave it if it is billed elsewhere.',
}

const localCode = (index: number): Finding => ({
  code: 'local-code',
  pointer: `/lines/${index}/serviceCode`,
  severity: 'error',
  message: 'This code means something in this house only; no payer knows it.',
  remedy: 'Ask the practitioner to add an addendum with a HCPCS code, or bill the patient.',
})
