import { readFileSync } from 'node:fs'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import type { Claim, ClaimLine } from '../../kernel/model/claim.ts'
import { readBillingPack } from '../../kernel/model/read-billing-pack.ts'
import { scrubClaim, type ScrubInput } from './scrub-claim.ts'
import type { NotedService, VisitFacts } from './visit-facts.ts'

const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../packs/billing/${name}.json`, import.meta.url), 'utf8'))
const pack = readBillingPack({
  payers: file('payers'),
  telehealthRules: file('telehealth-rules'),
  serviceCodes: file('service-codes'),
  fees: file('fees'),
  modifiers: file('modifiers'),
})

/** A visit by sound and picture with a patient at home; the claim of the examples agrees with it. */
export const visit: VisitFacts = {
  visitId: 'visit-1',
  modality: 'video',
  outcome: 'completed',
  serviceDay: '2026-11-23',
  location: { state: 'OH', kind: 'home' },
  practitioner: { npi: '1497758544', licenses: [{ state: 'OH', from: '2020-01-01', to: '2026-12-31' }] },
  consent: 'granted',
  restricted: false,
  note: {
    diagnoses: ['J06.9', 'R05.1'],
    services: [{ codeSystem: 'HCPCS', code: 'G2010', units: 1, audioOnlyReason: null }],
  },
}

export interface Change {
  readonly claim?: Partial<Claim>
  readonly line?: Partial<ClaimLine>
  readonly visit?: Partial<VisitFacts>
  readonly service?: Partial<NotedService>
  readonly input?: Partial<ScrubInput>
}

export const scrub = (change: Change = {}) => {
  const facts: VisitFacts = {
    ...visit,
    ...(change.service && visit.note
      ? {
          note: { ...visit.note, services: visit.note.services.map((service) => ({ ...service, ...change.service })) },
        }
      : {}),
    ...change.visit,
  }
  const claim: Claim = {
    ...exampleClaim,
    lines: exampleClaim.lines.map((line) => ({ ...line, ...change.line })),
    ...change.claim,
  }
  return scrubClaim({ claim, visit: facts, pack, today: '2026-11-24', earlier: [], ...change.input })
}

/** Findings as `code pointer severity`. */
export const findingsOf = (change: Change): readonly string[] =>
  scrub(change).map(({ code, pointer, severity }) => `${code} ${pointer} ${severity}`)

export const payer = (id: string) => ({ payer: { id, name: 'Example', filingIndicator: 'CI' as const } })
