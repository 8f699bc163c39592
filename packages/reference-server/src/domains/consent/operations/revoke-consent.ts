import { operation } from '../../../platform/contracts/operation.ts'
import { consentRevoked } from '../events.ts'
import { describeConsent } from '../presenters/describe-consent.ts'
import type { ConsentPorts } from '../ports.ts'
import { alreadyRevoked, consentSuperseded, notGranted } from '../problems.ts'
import { latestDecisions, markRevoked, openConsent, readConsent } from '../store/consents.ts'

export const revokeConsent = operation<ConsentPorts>()('revokeConsent', {
  gather: async ({ path }, { directory }, reading) => {
    const { patientId } = await readConsent(reading.db, reading, path.consentId)
    await directory.actingFor(reading, patientId, 'visit')
  },
  keep: async ({ path }, _, keeping) => {
    const { tx, caller, now, emit } = keeping
    const consent = await readConsent(tx, keeping, path.consentId)
    const { id, patientId, purpose } = consent
    if (consent.revokedAt !== null) throw alreadyRevoked()
    if (consent.decision === 'declined') throw notGranted()
    // Of an older text the latest consent can still be taken back; of an earlier decision there is nothing left that it would change.
    const latest = (await latestDecisions(tx, patientId, [purpose])).get(purpose)
    if (latest?.id !== id) throw consentSuperseded()
    if (!(await markRevoked(tx, id, caller.personId, now))) throw alreadyRevoked()
    await emit(consentRevoked({ patientId, purpose, consentId: id }))
    const { signedName } = await openConsent(tx, keeping, consent)
    return { status: 200, body: describeConsent({ ...consent, revokedAt: now }, 'revoked', signedName) }
  },
})
