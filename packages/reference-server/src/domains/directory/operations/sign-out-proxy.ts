import { operation } from '../../../platform/contracts/operation.ts'
import { personSignedOut } from '../events.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { readPatientZone } from '../store/patients.ts'
import { readProxy } from '../store/proxies.ts'

export const signOutProxy = operation()('signOutProxy', {
  keep: async ({ path: { patientId, proxyId } }, _, context) => {
    const { tx, now, emit } = context
    const proxy = await readProxy(tx, context, patientId, proxyId, 'for-update')
    const zone = await readPatientZone(tx, context, patientId)
    if (proxy.personId !== null) await emit(personSignedOut(proxy.personId, 'proxy'))
    return { status: 200, body: presentProxy(proxy, { zone, now }) }
  },
})
