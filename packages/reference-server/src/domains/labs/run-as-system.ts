import { createAccess } from '../../platform/audit/create-access.ts'
import { newId } from '../../platform/database/new-id.ts'
import { systemCaller } from '../../platform/events/consume-once.ts'
import type { AccessRow, Database, Keeping, Reading, UnitOfWork, Vault } from '../../platform/seams.ts'

export interface SystemWork {
  /** Who works, e.g. `labs.inbound`. */
  readonly name: string
  readonly organizationId: string
  readonly now: Date
}

export interface SystemRun {
  /** For `gather`: what it opens is audited with what `keep` keeps. */
  readonly reading: Reading
  keep<A>(run: (keeping: Keeping) => Promise<A>): Promise<A>
}

export interface SystemRunDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
}

/**
 * The server at work for an organization, when no person asks: messages that laboratories send, and timers. Every patient whose
 * information is opened or changed has a row in the audit, in the transaction of what was kept.
 */
export const runAsSystem =
  ({ database, unitOfWork, vault }: SystemRunDeps) =>
  ({ name, organizationId, now }: SystemWork): SystemRun => {
    const caller = systemCaller(name, organizationId, now)
    const situation = { caller, requestId: newId(), now, access: createAccess(caller, 'organization'), newId }
    const audit = (): AccessRow[] =>
      [...situation.access.touched].map((patientId) => ({
        id: newId(),
        organizationId,
        at: now,
        requestId: situation.requestId,
        operation: name,
        action: 'execute',
        entity: 'LabResult',
        entityId: null,
        patientId,
        outcome: 'done',
        refusal: null,
        because: situation.access.reason ?? 'lab',
        actorKind: 'system',
        actorId: name,
        actorRole: 'system',
        sessionId: caller.sessionId,
        clientId: caller.clientId,
        purpose: 'TREAT',
      }))
    return {
      reading: { ...situation, vault, db: database.reader({ domain: 'labs', organizationId }) },
      keep: async (run) => {
        const { answer } = await unitOfWork.run({ domain: 'labs', situation, idempotency: null, audit }, run)
        return answer
      },
    }
  }
export type RunAsSystem = ReturnType<typeof runAsSystem>
