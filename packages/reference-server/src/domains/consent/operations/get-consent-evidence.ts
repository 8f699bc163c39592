import { operation } from '../../../platform/contracts/operation.ts'
import type { ConsentPorts } from '../ports.ts'
import { decryptConsent, readConsent } from '../store/consents.ts'

export const getConsentEvidence = operation<ConsentPorts>()('getConsentEvidence', {
  gather: async ({ path }, { directory }, context) => {
    const consent = await readConsent(context.db, context, path.consentId)
    await directory.actingFor(context, consent.patientId, 'visit')
    return consent
  },
  read: async (_input, consent, context) => {
    const { statement, signature, keyId, publicKey } = await decryptConsent(context.db, context, consent)
    return {
      status: 200,
      body: { consentId: consent.id, patientId: consent.patientId, statement, signature, keyId, publicKey },
    }
  },
})
