import { systemAccess } from '../../../platform/system/system-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'

export interface SystemWork {
  /** The name of the process, e.g. `labs.inbound`. */
  readonly name: string
  readonly organizationId: string
  readonly now: Date
}

export interface SystemRun {
  /** For `gather`: what it decrypts is audited in the transaction of `keep`. */
  readonly readContext: ReadContext
  keep<A>(run: (context: WriteContext) => Promise<A>): Promise<A>
}

export interface SystemRunDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
}

/**
 * Runs the server's own work for an organization, without a person's request: inbound messages and timers. Every patient whose information
 * is decrypted or changed has a row in the audit log, in the same transaction.
 */
export const runAsSystem =
  ({ database, unitOfWork, vault }: SystemRunDeps) =>
  ({ name, organizationId, now }: SystemWork): SystemRun => {
    const context = systemRequestContext(name, organizationId, now)
    const { access } = context
    const audit = () => {
      const act = { entity: 'LabResult', entityId: null, because: access.reason ?? 'lab', purpose: 'TREAT' } as const
      return Array.from(access.touched, (patientId) => systemAccess(context, { ...act, patientId }))
    }
    return {
      readContext: { ...context, vault, db: database.reader({ domain: 'labs', organizationId }) },
      keep: async (run) => {
        const { result } = await unitOfWork.run({ domain: 'labs', context, idempotency: null, audit }, run)
        return result
      },
    }
  }
export type RunAsSystem = ReturnType<typeof runAsSystem>
