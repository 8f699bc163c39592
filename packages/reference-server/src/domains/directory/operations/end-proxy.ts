import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyEnded } from '../events.ts'
import { describeProxy } from '../presenters/describe-proxy.ts'
import { localDate } from '../model/local-date.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { readPatientZone } from '../store/patients.ts'
import { endProxyRight, readProxy } from '../store/proxies.ts'

/** Ending what has ended already answers the same and tells nobody again. */
export const endProxy = operation()('endProxy', {
  keep: async ({ path: { patientId, proxyId } }, _, keeping) => {
    const { tx, caller, now, emit } = keeping
    if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
    const proxy = await readProxy(tx, keeping, patientId, proxyId)
    const today = localDate(now, await readPatientZone(tx, keeping, patientId)).toString()
    const lastDay = proxy.to !== null && proxy.to < today ? proxy.to : today
    if (await endProxyRight(tx, proxyId, lastDay, now)) {
      await emit(proxyEnded({ id: proxyId, personId: proxy.personId, patientId }))
      return { status: 200, body: describeProxy({ ...proxy, to: lastDay }) }
    }
    return { status: 200, body: describeProxy(proxy) }
  },
})
