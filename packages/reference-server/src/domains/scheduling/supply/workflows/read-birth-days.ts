import type { Database } from '../../../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../../platform/contracts/vault.ts'
import { systemAccess } from '../../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import type { DirectoryPort, SchedulingPorts } from '../../ports.ts'

/**
 * The server itself reads the dates of birth, and records it: the person who changes the ages of a visit type sees how many visits that strands, and
 * may not see the patients. The rows are stored before anything is answered.
 */
export const createReadBirthDays =
  (
    directory: Pick<DirectoryPort, 'birthDays'>,
    database: Pick<Database, 'reader'>,
    vault: Vault,
    unitOfWork: UnitOfWork,
  ): SchedulingPorts['readBirthDays'] =>
  async ({ caller: { organizationId }, now, requestId }, patientIds) => {
    if (patientIds.length === 0) return new Map()
    const context = systemRequestContext('scheduling.check-ages', organizationId, now, requestId)
    const db = database.reader({ domain: 'scheduling', organizationId })
    const found = await directory.birthDays({ ...context, vault, db }, patientIds)
    const audit = () =>
      Array.from(context.access.touched, (patientId) =>
        systemAccess(context, {
          entity: 'Patient',
          entityId: patientId,
          patientId,
          because: 'booking',
          purpose: 'HOPERAT',
        }),
      )
    await unitOfWork.keep<void>({ domain: 'scheduling', context, idempotency: null, audit }, () => ({
      answer: undefined,
    }))
    return found
  }
