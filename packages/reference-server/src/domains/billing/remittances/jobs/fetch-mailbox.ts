import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { faultOf } from '../../../../platform/database/errors/fault-of.ts'
import { isTransient } from '../../../../platform/database/errors/is-transient.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { readResponse } from '../../../../vendors/clearinghouse/read-response.ts'
import { mapConcurrently } from '../../../../vendors/clearinghouse/map-concurrently.ts'
import { X12Unreadable } from '../../../../vendors/clearinghouse/x12/x12-unreadable.ts'
import { mailboxFileChanged } from '../../events.ts'
import { batchesOf } from '../model/batches-of.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { faultOfFile } from '../model/fault-of-file.ts'
import type { BillingPorts, ClearinghouseAccess } from '../../ports.ts'
import {
  updateFailedFile,
  updateProcessedFiles,
  updateUnreadableFile,
  lockWaitingFiles,
  insertMailboxFiles,
  listWaitingFiles,
} from '../store/mailbox-files.ts'
import { processMailboxFiles, type ReceivedFile } from '../workflows/process-mailbox-files.ts'
import type { RunForOrganization } from '../../kernel/workflows/run-for-organization.ts'

const name = 'billing.fetch-mailbox'
/** Mailboxes that are looked into at once. */
const together = 8
/** Files of one mailbox that are acknowledged at once. */
const acknowledgedTogether = 8
const fetchTimeoutMs = 15_000
/** After that no mailbox has another turn: the next run begins with all of them, also with those that were empty. Milliseconds. */
const longestRun = 20_000

/** One organization's mailbox during a run. */
interface Mailbox {
  readonly organizationId: string
  readonly access: ClearinghouseAccess
  /** Ids acknowledged in this run: a clearinghouse that shows one again all the same does not keep us going round. */
  readonly acknowledged: Set<string>
  /** Files that failed in this run wait for the next one. */
  readonly failed: Set<string>
}

/**
 * Fetches what clearinghouses have for us, page after page until the mailbox is empty. A file is stored first, acknowledged next and worked in last,
 * each step safe to repeat: killed anywhere in between, nothing is lost and nothing counts twice. What cannot be read is kept for a
 * person. Mailboxes take turns of a page, so that a full one keeps no other waiting.
 */
export const fetchMailbox = (
  { clearinghouse, directory }: Pick<BillingPorts, 'clearinghouse' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: BillingPolicy,
): DomainJob => {
  const stopping = new AbortController()
  const inTime = (): AbortSignal => AbortSignal.any([AbortSignal.timeout(fetchTimeoutMs), stopping.signal])

  /** Whether there was anything new. */
  const fetchInto = async (mailbox: Mailbox, now: Date): Promise<boolean> => {
    const { organizationId, access, acknowledged } = mailbox
    try {
      const files = await access.provider.fetchMailbox(policy.mailboxFiles, inTime())
      if (files.length === 0) return false
      await run(organizationId, name, now, (context) => insertMailboxFiles(context, files))
      const known = acknowledged.size
      const answers = await mapConcurrently(files, acknowledgedTogether, async ({ id }) => {
        await access.provider.acknowledgeFile(id, inTime())
        acknowledged.add(id)
      })
      const refused = answers.find(({ status }) => status === 'rejected')
      if (refused?.status === 'rejected') throw refused.reason
      return acknowledged.size > known
    } catch (error) {
      // Down, slow or talking nonsense: everything is still there when we look again.
      if (!(error instanceof PartnerUnavailable)) throw error
      return false
    }
  }

  /** A fault of ours in one file undoes its whole batch; each is worked in alone then, so that it fails alone. */
  const process = async (mailbox: Mailbox, ids: readonly string[], now: Date): Promise<void> => {
    const { organizationId, failed } = mailbox
    try {
      await run(organizationId, name, now, (context) => processBatch(context, ids))
    } catch (error) {
      // No fault of a file, and nothing that a person could mend: the next run finds them as they are.
      if (isTransient(error)) throw error
      const [only = '', ...others] = ids
      if (others.length > 0) for (const id of ids) await process(mailbox, [id], now)
      else {
        failed.add(only)
        await run(organizationId, name, now, async ({ tx, emit }) => {
          // Told once, and not with every look.
          if ((await updateFailedFile(tx, only, faultOf(error))) === 1) await emit(mailboxFileChanged(only, 'failing'))
        })
      }
    }
  }

  /** Whether there may be more to do. */
  const takeTurn = async (mailbox: Mailbox, now: Date): Promise<boolean> => {
    const { organizationId, failed } = mailbox
    const waiting = await listWaitingFiles(readerOf(organizationId), policy.mailboxFiles + failed.size)
    const batches = batchesOf(waiting.filter(({ id }) => !failed.has(id)))
    // The next page comes while the one before is worked in.
    const fetching = fetchInto(mailbox, now)
    fetching.catch(() => undefined)
    for (const batch of batches) if (!stopping.signal.aborted) await process(mailbox, batch, now)
    return (await fetching) || batches.length > 0
  }

  return {
    name,
    everySeconds: policy.mailboxSeconds,
    stop: () => stopping.abort(new Error('The server is stopping.')),
    run: async (startedAt) => {
      const started = performance.now()
      const spent = (): number => performance.now() - started
      // Whole seconds, so that a run in simulated time happens at one moment.
      const clock = (): Date => new Date(startedAt.getTime() + Math.floor(spent() / 1_000) * 1_000)
      const turns = (await directory.organizationIds()).flatMap((organizationId): Mailbox[] => {
        const access = clearinghouse.of(organizationId)
        return access === null ? [] : [{ organizationId, access, acknowledged: new Set(), failed: new Set() }]
      })
      const failures: unknown[] = []
      const worker = async (): Promise<void> => {
        for (let next = turns.shift(); next && !stopping.signal.aborted; next = turns.shift())
          try {
            if ((await takeTurn(next, clock())) && spent() < longestRun) turns.push(next)
          } catch (error) {
            failures.push(error)
          }
      }
      await Promise.all(Array.from({ length: Math.min(together, turns.length) }, worker))
      // One organization's trouble keeps no other waiting, and is logged all the same.
      if (failures.length > 0) throw failures[0]
    },
  }
}

const processBatch = async (context: WriteContext, ids: readonly string[]): Promise<void> => {
  const readable: ReceivedFile[] = []
  const processed: string[] = []
  for (const { id, attempts, content } of await lockWaitingFiles(context.tx, context, ids))
    try {
      readable.push({ content, parts: readResponse(content).parts })
      processed.push(id)
      // Until now it stood in the list of those that wait for a person.
      if (attempts > 0) await context.emit(mailboxFileChanged(id, 'read'))
    } catch (error) {
      if (!(error instanceof X12Unreadable)) throw error
      await updateUnreadableFile(context.tx, id, faultOfFile(error))
      await context.emit(mailboxFileChanged(id, 'unreadable'))
    }
  await processMailboxFiles(context, readable)
  await updateProcessedFiles(context.tx, processed)
}
