import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyChanged } from '../events.ts'
import { describeProxy } from '../presenters/describe-proxy.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { readProxy, resealProxy, type OpenedProxy } from '../store/proxies.ts'

/** Whoever acts says who they are; the patient or staff says where they are written to, as it was when the right was given. */
export const updateProxy = operation()('updateProxy', {
  keep: async ({ path: { patientId, proxyId }, body }, _, keeping) => {
    const { tx, caller, emit } = keeping
    if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
    const { email, phone, ...before } = await readProxy(tx, keeping, patientId, proxyId, 'lock')
    const contact = { email, phone, ...body }
    const after: OpenedProxy = {
      ...before,
      ...(typeof contact.email === 'string' && { email: contact.email }),
      ...(typeof contact.phone === 'string' && { phone: contact.phone }),
    }
    await resealProxy(tx, keeping, after)
    await emit(proxyChanged({ id: proxyId, personId: after.personId, patientId }))
    return { status: 200, body: describeProxy(after) }
  },
})
