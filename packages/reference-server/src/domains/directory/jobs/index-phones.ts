import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { decryptPatient, indexPatient, type EncryptedPatient } from '../store/patients.ts'
import { indexPhone, listUnindexedPhones } from '../store/unindexed-phones.ts'

/** Patients of one organization in one run: each is decrypted. */
const page = 200
const name = 'directory.index-phones'

interface IndexPhonesDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly organizationIds: () => Promise<readonly string[]>
}

/**
 * Makes patients from before the index findable by their telephone number, one page of each organization in a run, until there are no more.
 * Reading a number is in the audit log of its patient. An erased patient is marked as read.
 */
export const indexPhones = ({ database, vault, unitOfWork, organizationIds }: IndexPhonesDeps): DomainJob => {
  const indexOne = async (organizationId: string, found: EncryptedPatient, now: Date): Promise<void> => {
    const system = systemRequestContext(name, organizationId, now)
    const context: ReadContext = { ...system, vault, db: database.reader({ domain: 'directory', organizationId }) }
    const audit = () =>
      Array.from(system.access.touched, (patientId) =>
        systemAccess(context, {
          ...{ entity: 'Patient', entityId: patientId, patientId },
          ...{ because: 'demographics', purpose: 'HOPERAT' },
        }),
      )
    const decide = async (isRepeated: boolean): Promise<Change<void>> => {
      const [row] = isRepeated ? await listUnindexedPhones(context.db, { limit: 1, id: found.id }) : [found]
      if (row === undefined) return { answer: undefined }
      const patient = await unlessErased(decryptPatient(context.db, context, row))
      const phoneIndex = patient && (await indexPatient(context.db, context, patient)).phoneIndex
      return { writes: [indexPhone(row, phoneIndex)], answer: undefined }
    }
    await unitOfWork.keep<void>({ domain: 'directory', context, idempotency: null, audit }, decide)
  }
  return {
    name,
    everySeconds: 60,
    run: async (now) => {
      for (const organizationId of await organizationIds()) {
        const db = database.reader({ domain: 'directory', organizationId })
        const rows = await listUnindexedPhones(db, { limit: page })
        await Promise.all(rows.map((row) => indexOne(organizationId, row, now)))
      }
    },
  }
}
