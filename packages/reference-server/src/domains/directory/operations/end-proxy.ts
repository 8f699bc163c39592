import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyEnded } from '../events.ts'
import { localDate } from '../model/local-date.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { readPatientZone } from '../store/patients.ts'
import { endProxyRight, readProxy } from '../store/proxies.ts'
import { releaseUnusedLogin } from '../workflows/release-unused-login.ts'
import { revokeInvitations } from '../workflows/revoke-invitations.ts'

/** Idempotent. Ending a right again emits no event. */
export const endProxy = operation()('endProxy', {
  keep: async ({ path: { patientId, proxyId } }, _, context) => {
    const { tx, caller, now, emit } = context
    if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
    const proxy = await readProxy(tx, context, patientId, proxyId, 'for-update')
    const zone = await readPatientZone(tx, context, patientId)
    const today = localDate(now, zone).toString()
    const lastDay = proxy.to !== null && proxy.to < today ? proxy.to : today
    if (!(await endProxyRight(tx, proxyId, lastDay, now)))
      return { status: 200, body: presentProxy(proxy, { zone, now }) }
    if (proxy.personId === null) await revokeInvitations(context, proxyId)
    else await releaseUnusedLogin(context, proxy.personId)
    await emit(proxyEnded(proxy))
    return { status: 200, body: presentProxy({ ...proxy, to: lastDay, endedAt: now }, { zone, now }) }
  },
})
