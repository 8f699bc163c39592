import type { components } from '@visitkit/contract'
import type { SignedInClient, TestResponse } from '../../../platform/http/tests/start-test-server.testing.ts'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { loadConsentPack, type ConsentPurpose, type ConsentStanding, type DecisionInForce } from '../index.ts'

type Schemas = components['schemas']
type Document = Schemas['ConsentDocument']

const pack = await loadConsentPack()

/** A text of the pack, published by an administrator. */
export const starter = (purpose: ConsentPurpose, language: string) => {
  const found = pack.starterTexts.find((text) => text.purpose === purpose && text.language === language)
  if (!found) throw new Error(`The pack has no ${language} text for ${purpose}.`)
  return { ...found, sections: [...found.sections], material: true }
}

/** Consent requests of people and reads of other domains. */
export interface ConsentVerbs {
  /** The newest text on a purpose. */
  current(purpose: string, language?: string): Promise<Document>
  /** A signed grant of a complete document, except for the properties in `given`. */
  decisionOn(document: Document, given?: object): object
  decide(by: SignedInClient, patientId: string, purpose: string, given?: object): Promise<TestResponse>
  /** What other domains read. */
  standing(caller: Caller, patientId: string, purpose: ConsentPurpose): Promise<ConsentStanding | undefined>
  /** What other domains read for an instant in the past. */
  inForceAt(caller: Caller, patientId: string, purpose: ConsentPurpose, at: Date): Promise<DecisionInForce | null>
  /** The first text that the patient has not decided on. */
  requirement(by: SignedInClient, patientId: string, query?: string): Promise<Schemas['ConsentRequirement']>
}

export const consentVerbs = (hospital: TestHospital): ConsentVerbs => {
  const { consent } = hospital.provides
  const current: ConsentVerbs['current'] = async (purpose, language = 'en') => {
    const administrator = await hospital.as('administrator')
    const { body } = await administrator.get(`/v1/consent-documents?purpose=${purpose}&language=${language}`)
    return body.items[0]
  }
  const decisionOn: ConsentVerbs['decisionOn'] = (document, given = {}) => ({
    documentId: document.id,
    version: document.version,
    language: document.language,
    contentHash: document.contentHash,
    sectionsSeen: document.sections.map(({ id }) => id),
    decision: 'granted',
    signature: { kind: 'typed', name: 'Pat Canarysigned' },
    zone: 'America/New_York',
    ...given,
  })
  return {
    current,
    decisionOn,
    decide: async (by, patientId, purpose, given) =>
      by.post(`/v1/patients/${patientId}/consents`, decisionOn(await current(purpose), given)),
    standing: async (caller, patientId, purpose) =>
      // `current` returns the caller only.
      (await consent.current({ caller } as ReadContext, patientId, [purpose])).get(purpose),
    inForceAt: (caller, patientId, purpose, at) => consent.inForceAt({ caller } as ReadContext, patientId, purpose, at),
    requirement: async (by, patientId, query = 'purposes=recording') => {
      const { status, body } = await by.get(`/v1/patients/${patientId}/consent-requirements?${query}`)
      if (status !== 200) throw new Error(`The requirements were refused with ${body.code}.`)
      return body.items[0]
    },
  }
}
