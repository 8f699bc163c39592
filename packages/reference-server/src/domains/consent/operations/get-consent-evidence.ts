import { operation } from '../../../platform/contracts/operation.ts'
import type { ConsentPorts } from '../ports.ts'
import { openConsent, readConsent } from '../store/consents.ts'

export const getConsentEvidence = operation<ConsentPorts>()('getConsentEvidence', {
  gather: async ({ path }, { directory }, reading) => {
    const consent = await readConsent(reading.db, reading, path.consentId)
    await directory.actingFor(reading, consent.patientId, 'visit')
    return consent
  },
  read: async (_input, consent, reading) => {
    const { statement, signature, keyId, publicKey } = await openConsent(reading.db, reading, consent)
    return {
      status: 200,
      body: { consentId: consent.id, patientId: consent.patientId, statement, signature, keyId, publicKey },
    }
  },
})
