import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { decryptPatient, indexPatient, type EncryptedPatient } from '../store/patients.ts'
import { listUnindexedPatients, markIndexed } from '../store/unindexed-patients.ts'

/** Patients of one organization in one run: each is decrypted. */
const page = 200
const name = 'directory.index-patients'

interface IndexPatientsDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly organizationIds: () => Promise<readonly string[]>
}

/**
 * Makes patients from before an index findable by it (telephone number, names), one page of each organization in a run, until there are no
 * more. Reading a record is in the audit log of its patient. An erased patient is marked as read.
 */
export const indexPatients = ({ database, vault, unitOfWork, organizationIds }: IndexPatientsDeps): DomainJob => {
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
      const [row] = isRepeated ? await listUnindexedPatients(context.db, { limit: 1, id: found.id }) : [found]
      if (row === undefined) return { answer: undefined }
      const patient = await unlessErased(decryptPatient(context.db, context, row))
      const indexes = patient && (await indexPatient(context.db, context, patient))
      return { writes: [markIndexed(row, indexes)], answer: undefined }
    }
    await unitOfWork.keep<void>({ domain: 'directory', context, idempotency: null, audit }, decide)
  }
  return {
    name,
    everySeconds: 60,
    run: async (now) => {
      const acrossOrganizations = database.reader({ domain: 'directory', organizationId: '' })
      const all = await organizationIds()
      for (const organizationId of await organizationsWith(
        acrossOrganizations,
        'directory.unindexed_patients',
        all,
        now,
      )) {
        const db = database.reader({ domain: 'directory', organizationId })
        const rows = await listUnindexedPatients(db, { limit: page })
        await Promise.all(rows.map((row) => indexOne(organizationId, row, now)))
      }
    },
  }
}
