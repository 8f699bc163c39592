import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { faultOf } from '../../../../platform/database/errors/fault-of.ts'
import { isTransient } from '../../../../platform/database/errors/is-transient.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { mapConcurrently } from '../../../../vendors/clearinghouse/map-concurrently.ts'
import { mailboxFileChanged } from '../../events.ts'
import { batchesOf } from '../model/batches-of.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import type { BillingPorts, ClearinghouseAccess } from '../../ports.ts'
import {
  encryptFiles,
  insertMailboxFiles,
  listWaitingFiles,
  mayHaveWaitingFiles,
  readMailboxFile,
  replaceFile,
  type WaitingFile,
} from '../store/mailbox-files.ts'
import { changeOfBatch } from '../workflows/change-of-batch.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'

const name = 'billing.fetch-mailbox'
/** Mailboxes that are fetched concurrently. */
const together = 8
/** Files of one mailbox that are acknowledged concurrently. */
const acknowledgedTogether = 8
const fetchTimeoutMs = 15_000
/** Milliseconds. After that, no mailbox gets another turn; the next run begins with all of them, including the empty ones. */
const longestRun = 20_000

/** One organization's mailbox during a run. */
interface Mailbox {
  readonly organizationId: string
  readonly access: ClearinghouseAccess
  /** Ids acknowledged in this run: a clearinghouse that lists one again must not cause an endless loop. */
  readonly acknowledged: Set<string>
  /** Files that failed in this run are retried in the next one. */
  readonly failed: Set<string>
}

/**
 * Fetches the files of clearinghouses, page by page until the mailbox is empty. A file is stored first, then acknowledged, then processed,
 * and each step is idempotent: after a crash at any point nothing is lost and nothing counts twice. Unreadable files are kept for a person.
 * Mailboxes take turns by page, so that a full one does not delay the others.
 */
export const fetchMailbox = (
  { clearinghouse, directory }: Pick<BillingPorts, 'clearinghouse' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
  policy: BillingPolicy,
): DomainJob => {
  const stopping = new AbortController()
  /** Organizations for which this process has stored files that it may not have processed. */
  const stored = new Set<string>()
  const inTime = (): AbortSignal => AbortSignal.any([AbortSignal.timeout(fetchTimeoutMs), stopping.signal])

  /** Whether there was anything new. */
  const fetchInto = async (mailbox: Mailbox, now: Date): Promise<boolean> => {
    const { organizationId, access, acknowledged } = mailbox
    try {
      const files = await access.provider.fetchMailbox(policy.mailboxFiles, inTime())
      if (files.length === 0) return false
      stored.add(organizationId)
      await keep(organizationId, name, now, async (context) => ({
        writes: insertMailboxFiles(await encryptFiles(context, files)),
        answer: undefined,
      }))
      const known = acknowledged.size
      const answers = await mapConcurrently(files, acknowledgedTogether, async ({ id }) => {
        await access.provider.acknowledgeFile(id, inTime())
        acknowledged.add(id)
      })
      const refused = answers.find(({ status }) => status === 'rejected')
      if (refused?.status === 'rejected') throw refused.reason
      return acknowledged.size > known
    } catch (error) {
      // Down, slow or invalid responses: everything is still there in the next run.
      if (!(error instanceof PartnerUnavailable)) throw error
      return false
    }
  }

  /** A fault of ours in one file prevents its whole batch. Each file is then processed alone, so that only the faulty one fails. */
  const process = async (mailbox: Mailbox, ids: readonly string[], now: Date): Promise<void> => {
    const { organizationId, failed } = mailbox
    try {
      await keep(organizationId, name, now, (context) => changeOfBatch(context, mailbox.access.account, ids))
    } catch (error) {
      // A transient fault is not the file's, and a person cannot fix it: the next run tries the files again.
      if (isTransient(error)) throw error
      const [only = '', ...others] = ids
      if (others.length > 0) for (const id of ids) await process(mailbox, [id], now)
      else {
        failed.add(only)
        await keep(organizationId, name, now, (context) => changeOfFailed(context, only, faultOf(error)))
      }
    }
  }

  /** Most mailboxes are empty, and nothing is read for them. */
  const listWaiting = async (organizationId: string, page: number): Promise<readonly WaitingFile[]> => {
    const db = readerOf(organizationId)
    if (!stored.has(organizationId) && !(await mayHaveWaitingFiles(db))) return []
    const waiting = await listWaitingFiles(db, page)
    if (waiting.length === 0) stored.delete(organizationId)
    return waiting
  }

  /** Whether there may be more to do. */
  const takeTurn = async (mailbox: Mailbox, now: Date): Promise<boolean> => {
    const { organizationId, failed } = mailbox
    const page = policy.mailboxFiles + failed.size
    const waiting = await listWaiting(organizationId, page)
    const batches = batchesOf(waiting.filter(({ id }) => !failed.has(id)))
    // The next page is fetched while the one before is processed.
    const fetching = fetchInto(mailbox, now)
    fetching.catch(() => undefined)
    for (const batch of batches) if (!stopping.signal.aborted) await process(mailbox, batch, now)
    const isMore = (await fetching) || waiting.length === page
    // All that waited is processed, and nothing was stored since.
    if (!isMore && waiting.length > 0 && failed.size === 0 && !stopping.signal.aborted) stored.delete(organizationId)
    return isMore
  }

  return {
    name,
    everySeconds: policy.mailboxSeconds,
    stop: () => stopping.abort(new Error('The server is stopping.')),
    run: async (startedAt) => {
      const started = performance.now()
      const elapsedMs = (): number => performance.now() - started
      // Whole seconds, so that a run in simulated time happens at one moment.
      const clock = (): Date => new Date(startedAt.getTime() + Math.floor(elapsedMs() / 1_000) * 1_000)
      const turns = (await directory.organizationIds()).flatMap((organizationId): Mailbox[] => {
        const access = clearinghouse.of(organizationId)
        return access === null ? [] : [{ organizationId, access, acknowledged: new Set(), failed: new Set() }]
      })
      const failures: unknown[] = []
      const worker = async (): Promise<void> => {
        for (let next = turns.shift(); next && !stopping.signal.aborted; next = turns.shift())
          try {
            if ((await takeTurn(next, clock())) && elapsedMs() < longestRun) turns.push(next)
          } catch (error) {
            failures.push(error)
          }
      }
      await Promise.all(Array.from({ length: Math.min(together, turns.length) }, worker))
      // A failure of one organization does not delay the others, and is still logged.
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** A fault of ours: retried in the next run. Nothing if a person has worked on the file in the meantime. */
const changeOfFailed = async ({ db }: ReadContext, id: string, fault: string): Promise<Change<void>> => {
  const before = await readMailboxFile(db, id)
  if (before.state !== 'stored') return { answer: undefined }
  const after = { ...before, attempts: before.attempts + 1, fault }
  return {
    writes: [replaceFile(after, before)],
    // Emitted once, not on every run.
    events: after.attempts === 1 ? [mailboxFileChanged(id, 'failing')] : [],
    answer: undefined,
  }
}
