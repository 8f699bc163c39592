import type { Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { eraseKeys } from '../../../platform/vault/erase-keys.ts'
import type { Erasure } from '../model/retention.ts'
import type { CompliancePorts } from '../ports.ts'
import { countKeys, listApproved, replaceErasure } from '../store/erasures.ts'

const name = 'compliance.erase-records'
/** In one step. */
const batch = 20

interface EraseRecordsDeps {
  readonly organizationIds: () => Promise<readonly string[]>
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly erasures: CompliancePorts['erasures']
}

/** Erases what was decided: deletes the keys, and keeps the signed certificate and the row of the ledger with it, or none of it. */
export const eraseRecords = ({ organizationIds, database, unitOfWork, erasures }: EraseRecordsDeps): DomainJob => {
  const erase = async (organizationId: string, before: Erasure, now: Date): Promise<void> => {
    const { id, patientId, basis, approvedBy } = before
    const db = database.reader({ domain: 'compliance', organizationId })
    // Listed outside the database first: were the server to fail in between, a restore would erase what a person decided to erase.
    await erasures.list({ organizationId, subject: patientId, at: now.toISOString(), certificateId: id })
    const { text, signature } = await erasures.sign({
      ...{ kind: 'visitkit erasure', id, organizationId, patientId, basis, requestedBy: null, approvedBy },
      ...{ erasedAt: now.toISOString(), keys: await countKeys(db, patientId) },
    })
    const after: Erasure = {
      ...before,
      ...{ status: 'erased', erasedAt: now, certificate: text, signature, version: before.version + 1 },
    }
    const context = systemRequestContext(name, organizationId, now)
    const audit = () => [
      systemAccess(context, {
        ...{ action: 'delete', entity: 'Patient', entityId: patientId, patientId },
        ...{ because: 'privacy-review', purpose: 'HOPERAT' },
      }),
    ]
    await unitOfWork.keep<void>({ domain: 'compliance', context, idempotency: null, audit }, (isRepeated) =>
      isRepeated
        ? { answer: undefined }
        : {
            writes: [replaceErasure(after, before), ...eraseKeys(patientId)],
            answer: undefined,
            committed: () => erasures.forget(organizationId, patientId),
          },
    )
  }
  return {
    name,
    everySeconds: 15,
    run: async (now) => {
      const across = database.reader({ domain: 'compliance', organizationId: '' })
      for (const organizationId of await organizationsWith(
        across,
        'compliance.with_erasures',
        await organizationIds(),
        now,
      ))
        for (const each of await listApproved(database.reader({ domain: 'compliance', organizationId }), batch))
          await erase(organizationId, each, now)
    },
  }
}
