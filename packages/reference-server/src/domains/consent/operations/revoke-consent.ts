import { operation } from '../../../platform/contracts/operation.ts'
import { consentRevoked } from '../events.ts'
import { presentConsent } from '../presenters/present-consent.ts'
import type { ConsentPorts } from '../ports.ts'
import { alreadyRevoked, consentSuperseded, notGranted } from '../problems.ts'
import { listLatestDecisions, updateConsentRevoked, decryptConsent, readConsent } from '../store/consents.ts'

export const revokeConsent = operation<ConsentPorts>()('revokeConsent', {
  gather: async ({ path }, { directory }, context) => {
    const { patientId } = await readConsent(context.db, context, path.consentId)
    await directory.actingFor(context, patientId, 'visit')
  },
  keep: async ({ path }, _, context) => {
    const { tx, caller, now, emit } = context
    const consent = await readConsent(tx, context, path.consentId)
    const { id, patientId, purpose } = consent
    if (consent.revokedAt !== null) throw alreadyRevoked()
    if (consent.decision === 'declined') throw notGranted()
    // The latest consent can be revoked even if it is to an older text. Revoking an earlier decision would change nothing.
    const latest = (await listLatestDecisions(tx, patientId, [purpose])).get(purpose)
    if (latest?.id !== id) throw consentSuperseded()
    if (!(await updateConsentRevoked(tx, id, caller.personId, now))) throw alreadyRevoked()
    await emit(consentRevoked({ patientId, purpose, consentId: id }))
    const { signedName } = await decryptConsent(tx, context, consent)
    return { status: 200, body: presentConsent({ ...consent, revokedAt: now }, 'revoked', signedName) }
  },
})
