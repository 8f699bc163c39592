import { operation } from '../../../platform/contracts/operation.ts'
import { isOver } from '../model/proxy-right.ts'
import { describeProxy } from '../presenters/describe-proxy.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatientZone } from '../store/patients.ts'
import { rightsOverPatient, type Proxy } from '../store/proxies.ts'

/** Two who act for one patient need not know where to reach each other: parents may live apart, and have reasons. */
const withoutAddresses = ({ email: _email, phone: _phone, ...proxy }: Proxy): Proxy => proxy

/** Rights that hold or will hold. Those that ended are history, which the access log tells. */
export const listProxies = operation()('listProxies', {
  read: async ({ path: { patientId } }, _, reading) => {
    const { db, caller, now } = reading
    await actingFor(db, caller, patientId, 'record', now)
    const zone = await readPatientZone(db, reading, patientId)
    const rights = await rightsOverPatient(db, reading, patientId)
    const mayManage = managesProxies(caller, patientId)
    const items = rights
      .filter((right) => !isOver(right, zone, now))
      .map((right) => {
        const proxy = describeProxy(right)
        return mayManage || right.personId === caller.personId ? proxy : withoutAddresses(proxy)
      })
    return { status: 200, body: { patientId, items } }
  },
})
