import { operation } from '../../../platform/http/operation.ts'
import { isOver } from '../model/proxy-right.ts'
import { describeProxy } from '../model/describe-proxy.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatientZone } from '../store/patients.ts'
import { rightsOverPatient } from '../store/proxies.ts'

/** Rights that hold or will hold. Those that ended are history, which the access log tells. */
export const listProxies = operation()('listProxies', {
  read: async ({ path: { patientId } }, _, reading) => {
    const { db, caller, now } = reading
    await actingFor(db, caller, patientId, 'record', now)
    const zone = await readPatientZone(db, reading, patientId)
    const rights = await rightsOverPatient(db, reading, patientId)
    return {
      status: 200,
      body: { patientId, items: rights.filter((right) => !isOver(right, zone, now)).map(describeProxy) },
    }
  },
})
