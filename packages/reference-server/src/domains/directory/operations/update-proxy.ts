import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyChanged } from '../events.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { findLatestInvitations } from '../store/invitations.ts'
import { readPatientZone } from '../store/patients.ts'
import { decryptProxy, readEncryptedProxy, replaceProxyContent, type StoredProxy } from '../store/proxies.ts'

/** The patient or staff changes the contact address of a proxy, as they set it with the right. */
export const updateProxy = operation()('updateProxy', {
  gather: async ({ path: { patientId, proxyId } }, _, context) => {
    const { db, caller } = context
    if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
    const stored = await readEncryptedProxy(db, context, patientId, proxyId)
    const [proxy, zone, invitations] = await Promise.all([
      decryptProxy(db, context, stored),
      readPatientZone(db, context, patientId),
      findLatestInvitations(db, [proxyId]),
    ])
    return { stored, proxy, zone, invitation: invitations.get(proxyId) }
  },
  decide: ({ body }, { stored, proxy, zone, invitation }, { now }) => {
    const { email, phone, ...before } = proxy
    const contact = { email, phone, ...body }
    const after: StoredProxy = {
      ...before,
      ...(typeof contact.email === 'string' && { email: contact.email }),
      ...(typeof contact.phone === 'string' && { phone: contact.phone }),
    }
    return {
      writes: [replaceProxyContent(after, stored)],
      events: [proxyChanged(after)],
      answer: { status: 200, body: presentProxy(after, { zone, now, invitation }) },
    }
  },
})
