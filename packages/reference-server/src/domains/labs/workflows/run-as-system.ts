import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'

export interface SystemWork {
  /** The name of the process, e.g. `labs.inbound`. */
  readonly name: string
  readonly organizationId: string
  readonly now: Date
}

export interface SystemRunDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
}

/** Stores the change that `decide` returns. Called again, to gather and decide again, if what it has gathered has changed. */
export type RunAsSystem = (work: SystemWork, decide: (context: ReadContext) => Promise<Change<void>>) => Promise<void>

/**
 * Runs the server's own work for an organization, without a person's request: inbound messages. Every patient whose information is decrypted
 * or changed has a row in the audit log, stored with the change.
 */
export const runAsSystem =
  ({ database, unitOfWork, vault }: SystemRunDeps): RunAsSystem =>
  async ({ name, organizationId, now }, decide) => {
    const context = systemRequestContext(name, organizationId, now)
    const { access } = context
    const audit = () => {
      const act = { entity: 'LabResult', entityId: null, because: access.reason ?? 'lab', purpose: 'TREAT' } as const
      return Array.from(access.touched, (patientId) => systemAccess(context, { ...act, patientId }))
    }
    const readContext = { ...context, vault, db: database.reader({ domain: 'labs', organizationId }) }
    await unitOfWork.keep<void>({ domain: 'labs', context, idempotency: null, audit }, () => decide(readContext))
  }
