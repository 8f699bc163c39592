import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import { payerRules } from '../../kernel/model/billing-pack.ts'
import { priceOn } from '../../kernel/model/billing-settings.ts'
import type { Claim as ClearinghouseClaim, ClaimFrequency } from '../../kernel/model/claim.ts'
import {
  statesHeldByPayer,
  type ClaimDetails,
  type ClaimFacts,
  type ClaimRecord,
  type DraftLine,
} from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from './claim-sources.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { addDays, localDay } from '../../kernel/model/local-day.ts'
import { insuredOf } from './insured-of.ts'
import { nameFindings } from './name-findings.ts'
import { placeOfService } from './place-of-service.ts'
import { scrubClaim } from './scrub-claim.ts'
import { diagnosisFindings, usualChargeFindings } from './scrub-entries.ts'
import { isBehavioral, telehealthModifiers } from './telehealth-rules.ts'
import type { NotedService, VisitFacts } from './visit-facts.ts'
import { claimNameOfPractitioner } from '../../kernel/model/claim-name.ts'

/** What a biller may decide. The rest comes from the visit and the note. */
export interface ClaimDraft {
  readonly number: string
  readonly diagnoses: readonly string[]
  readonly lines: readonly DraftLine[]
  readonly priorAuthorization: string | null
  readonly deskNote: string | null
}

/** The result of assembling a draft. */
export type AssembledClaim = Pick<
  ClaimFacts,
  | 'state'
  | 'blocking'
  | 'frequency'
  | 'practitionerId'
  | 'payerId'
  | 'coverageId'
  | 'serviceDay'
  | 'fileBy'
  | 'chargeCents'
  | 'noteVersion'
  | 'visitVersion'
> & { readonly details: ClaimDetails }

/**
 * A payer can replace only a claim that it has: a correction that goes to another payer is an original claim there, and so is a claim after
 * a void.
 */
const frequencyOf = ({ follows, payer }: Pick<ClaimSources, 'follows' | 'payer'>): ClaimFrequency =>
  follows !== null && follows.frequency !== 'void' && follows.payerId === payer.id ? 'replacement' : 'original'

const serviceDayOf = ({ visit, zone }: ClaimSources) => localDay(visit.startedAt ?? visit.checkedInAt, zone)

/** The draft of a signed note, with the organization's prices and the payer's modifiers. */
export const draftFromNote = (sources: ClaimSources, pack: BillingPack): Pick<ClaimDraft, 'diagnoses' | 'lines'> => {
  const { note, payer, visit, fees, taxonomy } = sources
  const day = serviceDayOf(sources)
  const rules = payerRules(pack, payer.payerId, day)
  const modifiers = telehealthModifiers(rules?.telehealth ?? null, {
    modality: visit.modality,
    behavioral: isBehavioral(taxonomy ?? ''),
  })
  return {
    diagnoses: note.diagnoses.map(({ code }) => code),
    lines: note.services.map((service, index) => ({
      number: index + 1,
      codeSystem: service.codeSystem,
      code: service.code,
      modifiers: [...modifiers],
      units: service.units,
      chargeCents: (priceOn(fees, service, day) ?? 0) * service.units,
      diagnosisPointers: [...service.diagnosisPointers],
      audioOnlyReason: service.audioOnlyReason ?? null,
      outcome: null,
    })),
  }
}

/**
 * Assembles a claim from a draft and validates it against the visit, the note and the payer's rules. Pure: the same sources give the same
 * claim. A claim with missing parts lists them as findings and is not sent.
 */
export const assembleClaim = (
  sources: ClaimSources,
  draft: ClaimDraft,
  pack: BillingPack,
  now: Date,
): AssembledClaim => {
  const { payer, coverage, restricted, note, visit } = sources
  const serviceDay = serviceDayOf(sources)
  const patientPays = coverage === null || restricted
  const place = placeOfService(visit.modality, visit.location)
  const clearinghouseClaim = patientPays ? null : clearinghouseClaimOf(sources, draft)
  const usualCharges = draft.lines.map((line) => {
    const price = priceOn(sources.fees, line, serviceDay)
    return price === null ? null : price * line.units
  })
  const findings = patientPays
    ? selfPayFindings(draft, usualCharges)
    : clearinghouseClaim === null
      ? [providerMissing]
      : [
          ...nameFindings(sources),
          ...scrubClaim({
            claim: clearinghouseClaim,
            visit: visitFactsOf(sources),
            pack,
            earlier: earlierOf(sources),
            coverage,
            today: localDay(now, sources.zone),
            usualCharges,
          }),
        ]
  const blocking = findings.filter(({ severity }) => severity === 'error').length
  return {
    state: patientPays ? 'self-pay' : blocking > 0 ? 'blocked' : 'ready',
    blocking,
    frequency: frequencyOf(sources),
    practitionerId: note.practitionerId,
    payerId: payer.id,
    coverageId: patientPays ? null : coverage.id,
    serviceDay,
    fileBy: addDays(serviceDay, payer.timelyFilingDays),
    chargeCents: draft.lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
    noteVersion: note.version,
    visitVersion: visit.version,
    details: {
      diagnoses: draft.diagnoses,
      lines: draft.lines,
      placeOfService: place,
      priorAuthorization: draft.priorAuthorization,
      deskNote: draft.deskNote,
      findings,
      clearinghouseClaim,
    },
  }
}

/** What may be a slip on the bill of a self-pay patient. No payer refuses it, so each of them warns. */
const selfPayFindings = (draft: ClaimDraft, usualCharges: readonly (number | null)[]): readonly Finding[] =>
  [...priceFindings(draft), ...usualChargeFindings(draft, usualCharges), ...diagnosisFindings(draft)].map(
    (finding): Finding => ({ ...finding, severity: 'warning' }),
  )

/** A self-pay patient must get a price too. For a claim to a payer, the scrubber reports a missing price. */
const priceFindings = ({ lines }: ClaimDraft): readonly Finding[] =>
  lines.flatMap((line, index) =>
    line.chargeCents > 0 ? [] : [makeFinding('warning', 'charge-zero', `/lines/${index}/chargeCents`)],
  )

const providerMissing = makeFinding('error', 'billing-provider-missing', '/billingProvider')

/** Null while the organization has no billing identity. Missing parts are empty; an empty part never passes the scrubber. */
const clearinghouseClaimOf = (sources: ClaimSources, draft: ClaimDraft): ClearinghouseClaim | null => {
  const { settings, practitioner, payer, patient, coverage, visit, taxonomy, follows } = sources
  const frequency = frequencyOf(sources)
  if (settings.provider === null || coverage === null) return null
  const day = serviceDayOf(sources)
  return {
    controlNumber: draft.number,
    frequency,
    payerClaimNumber: frequency === 'replacement' ? (follows?.payerClaimNumber ?? null) : null,
    payer: { id: payer.payerId, name: payer.name, filingIndicator: payer.filingIndicator },
    billingProvider: settings.provider,
    renderingProvider: {
      name: claimNameOfPractitioner(practitioner),
      npi: practitioner.npi ?? '',
      taxonomy: taxonomy ?? settings.provider.taxonomy,
    },
    supervisingProvider: null,
    referringProvider: null,
    ...insuredOf(patient, coverage),
    // Without a rule for the place, 11 is the only possible value. The scrubber compares it with the visit and reports that the place is
    // unknown.
    placeOfService: placeOfService(visit.modality, visit.location) ?? '11',
    priorAuthorization: draft.priorAuthorization,
    diagnoses: draft.diagnoses,
    lines: draft.lines.map((line) => ({
      controlNumber: lineNumber(draft.number, line.number),
      serviceDay: day,
      serviceCode: line.code,
      modifiers: line.modifiers,
      chargeCents: line.chargeCents,
      units: line.units,
      placeOfService: null,
      diagnosisPointers: line.diagnosisPointers,
    })),
    patientPaidCents: 0,
  }
}

/** The number of a line as the payer repeats it (REF*6R). */
export const lineNumber = (claimNumber: string, number: number): string => `${claimNumber}-${number}`

const reasons = ['patient-choice', 'no-device', 'no-connection'] as const
const reasonOf = (reason: string | undefined): NotedService['audioOnlyReason'] =>
  reasons.find((each) => each === reason) ?? null

export const visitFactsOf = (sources: ClaimSources): VisitFacts => {
  const { visit, practitioner, consented, restricted, note } = sources
  return {
    visitId: visit.visitId,
    modality: visit.modality,
    outcome: visit.outcome,
    serviceDay: serviceDayOf(sources),
    location: visit.location && { state: visit.location.state, kind: visit.location.kind },
    practitioner: {
      npi: practitioner.npi ?? '',
      licenses: practitioner.licenses
        .filter(({ status }) => status === 'active')
        .map(({ state, expiresOn }) => ({ state, from: '0001-01-01', to: expiresOn })),
    },
    consent: consented ? 'granted' : 'missing',
    restricted,
    note: {
      diagnoses: note.diagnoses.map(({ code }) => code),
      services: note.services.map(({ codeSystem, code, units, audioOnlyReason }) => ({
        codeSystem,
        code,
        units,
        audioOnlyReason: reasonOf(audioOnlyReason),
      })),
    },
  }
}

/**
 * Lines that were sent for the same day and are still valid, for the scrubber to find duplicates. Unsent claims do not count: two drafts
 * would block each other.
 */
const earlierOf = ({ sameDay }: ClaimSources) =>
  sameDay
    .filter(({ state, frequency }) => frequency !== 'void' && statesHeldByPayer.has(state))
    .flatMap(({ number, serviceDay, details }: ClaimRecord) =>
      details.lines.map((line) => ({
        controlNumber: number,
        serviceDay,
        serviceCode: line.code,
        modifiers: line.modifiers,
        renderingNpi: details.clearinghouseClaim?.renderingProvider.npi ?? '',
      })),
    )
