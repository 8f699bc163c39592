import { operation } from '../../../platform/contracts/operation.ts'
import { consentRevoked } from '../events.ts'
import { presentConsent } from '../presenters/present-consent.ts'
import type { ConsentPorts } from '../ports.ts'
import { alreadyRevoked, consentSuperseded, notGranted } from '../problems.ts'
import { decryptConsent, readConsentAndLatest, revoke } from '../store/consents.ts'

export const revokeConsent = operation<ConsentPorts>()('revokeConsent', {
  gather: async ({ path }, { directory }, context) => {
    const { latestId, ...consent } = await readConsentAndLatest(context.db, context, path.consentId)
    await directory.actingFor(context, consent.patientId, 'visit')
    return { consent, latestId, evidence: await decryptConsent(context.db, context, consent) }
  },
  decide: (_, { consent, latestId, evidence }, { caller, now }) => {
    const { id, patientId, purpose } = consent
    if (consent.revokedAt !== null) throw alreadyRevoked()
    if (consent.decision === 'declined') throw notGranted()
    // The latest consent can be revoked even if it is to an older text. Revoking an earlier decision would change nothing.
    if (latestId !== id) throw consentSuperseded()
    return {
      writes: revoke(consent, caller.personId, now),
      events: [consentRevoked({ patientId, purpose, consentId: id })],
      answer: { status: 200, body: presentConsent({ ...consent, revokedAt: now }, 'revoked', evidence) },
    }
  },
})
