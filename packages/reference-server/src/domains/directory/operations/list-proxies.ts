import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { proxyStatus } from '../model/proxy-right.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { actingFor } from '../store/acting-for.ts'
import { findLatestInvitations } from '../store/invitations.ts'
import { readPatientZone } from '../store/patients.ts'
import { listRightsByPatient } from '../store/proxies.ts'

type Proxy = components['schemas']['Proxy']

/** Proxies of one patient do not see each other's addresses: parents may live apart, and have reasons. */
const withoutAddresses = ({ email: _email, phone: _phone, ...proxy }: Proxy): Proxy => proxy

/** Current and future rights; for the patient and staff also offered ones, and with `ended` those that are over. */
export const listProxies = operation()('listProxies', {
  read: async ({ path: { patientId }, query }, _, context) => {
    const { db, caller, now } = context
    await actingFor(db, caller, patientId, 'record', now)
    const zone = await readPatientZone(db, context, patientId)
    const rights = await listRightsByPatient(db, context, patientId)
    const mayManage = managesProxies(caller, patientId)
    const offered = rights.filter((right) => proxyStatus(right, zone, now) === 'invited')
    const invitations = mayManage
      ? await findLatestInvitations(
          db,
          offered.map(({ id }) => id),
        )
      : new Map()
    const items = rights
      .filter((right) => mayManage || (right.personId !== null && proxyStatus(right, zone, now) !== 'ended'))
      .filter((right) => query.ended === true || proxyStatus(right, zone, now) !== 'ended')
      .map((right) => {
        const proxy = presentProxy(right, { zone, now, invitation: invitations.get(right.id) })
        return mayManage || right.personId === caller.personId ? proxy : withoutAddresses(proxy)
      })
    return { status: 200, body: { patientId, items } }
  },
})
