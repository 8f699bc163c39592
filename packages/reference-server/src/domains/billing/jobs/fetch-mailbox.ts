import { createHash } from 'node:crypto'
import type { DomainJob } from '../../../domain-module.ts'
import { faultOf } from '../../../platform/database/fault-of.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../platform/seams.ts'
import { readResponse } from '../../../vendors/clearinghouse/read-response.ts'
import { X12Unreadable } from '../../../vendors/clearinghouse/x12/x12-unreadable.ts'
import type { BillingPolicy } from '../model/billing-policy.ts'
import type { BillingPorts, ClearinghouseAccess } from '../ports.ts'
import {
  fileFailed,
  fileProcessed,
  fileUnreadable,
  openWaitingFile,
  storeMailboxFile,
  waitingFiles,
} from '../store/mailbox-files.ts'
import { workInResponse } from '../work-in-response.ts'
import type { RunForOrganization } from './run-for-organization.ts'

const name = 'billing.fetch-mailbox'
/** Mailboxes that are looked into at once. */
const together = 8
const fetchTimeoutMs = 15_000

/**
 * Fetches what clearinghouses have for us. A file is stored first, acknowledged next and worked in last, each step safe to repeat: killed
 * anywhere in between, nothing is lost and nothing counts twice. What cannot be read is kept for a person.
 */
export const fetchMailbox = (
  { clearinghouse, directory }: Pick<BillingPorts, 'clearinghouse' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: BillingPolicy,
): DomainJob => {
  const fetchInto = async (organizationId: string, { provider }: ClearinghouseAccess, now: Date): Promise<void> => {
    const files = await provider.fetchMailbox(policy.mailboxFiles, AbortSignal.timeout(fetchTimeoutMs))
    for (const file of files) {
      const hash = createHash('sha256').update(file.content).digest()
      await run(organizationId, name, now, (keeping) => storeMailboxFile(keeping, file, hash))
      await provider.acknowledgeFile(file.id, AbortSignal.timeout(fetchTimeoutMs))
    }
  }
  const workIn = async (organizationId: string, now: Date): Promise<void> => {
    for (const { id } of await waitingFiles(readerOf(organizationId), policy.mailboxFiles)) {
      try {
        await run(organizationId, name, now, async (keeping) => {
          const content = await openWaitingFile(keeping.tx, keeping, id)
          if (content === null) return
          try {
            await workInResponse(keeping, content, readResponse(content))
          } catch (error) {
            if (!(error instanceof X12Unreadable)) throw error
            return fileUnreadable(keeping.tx, id, [error.code, error.segment ?? 'file'].join(':'))
          }
          await fileProcessed(keeping.tx, id)
        })
      } catch (error) {
        await run(organizationId, name, now, ({ tx }) => fileFailed(tx, id, faultOf(error)))
      }
    }
  }
  const serve = async (organizationId: string, access: ClearinghouseAccess, now: Date): Promise<void> => {
    await fetchInto(organizationId, access, now).catch((error: unknown) => {
      // Down, slow or talking nonsense: everything is still there when we look again.
      if (!(error instanceof PartnerUnavailable)) throw error
    })
    await workIn(organizationId, now)
  }

  return {
    name,
    everySeconds: policy.mailboxSeconds,
    run: async (now) => {
      const served = (await directory.organizationIds()).flatMap((organizationId) => {
        const access = clearinghouse.of(organizationId)
        return access === null ? [] : [{ organizationId, access }]
      })
      const failures: unknown[] = []
      for (let at = 0; at < served.length; at += together) {
        const settled = await Promise.allSettled(
          served.slice(at, at + together).map(({ organizationId, access }) => serve(organizationId, access, now)),
        )
        failures.push(...settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : [])))
      }
      // One organization's trouble keeps no other waiting, and is logged all the same.
      if (failures.length > 0) throw failures[0]
    },
  }
}
