import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyChanged } from '../events.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { findLatestInvitations } from '../store/invitations.ts'
import { readPatientZone } from '../store/patients.ts'
import { readProxy, updateProxyContent, type StoredProxy } from '../store/proxies.ts'

/** The patient or staff changes the contact address of a proxy, as they set it with the right. */
export const updateProxy = operation()('updateProxy', {
  keep: async ({ path: { patientId, proxyId }, body }, _, context) => {
    const { tx, caller, now, emit } = context
    if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
    const { email, phone, ...before } = await readProxy(tx, context, patientId, proxyId, 'for-update')
    const contact = { email, phone, ...body }
    const after: StoredProxy = {
      ...before,
      ...(typeof contact.email === 'string' && { email: contact.email }),
      ...(typeof contact.phone === 'string' && { phone: contact.phone }),
    }
    await updateProxyContent(tx, context, after)
    await emit(proxyChanged(after))
    const zone = await readPatientZone(tx, context, patientId)
    const invitation = (await findLatestInvitations(tx, [proxyId])).get(proxyId)
    return { status: 200, body: presentProxy(after, { zone, now, invitation }) }
  },
})
