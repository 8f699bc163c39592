import { sql } from 'kysely'
import type { DomainJob } from '../contracts/domain-job.ts'
import { inBackground } from '../database/pool/background.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { faultOf } from '../database/errors/fault-of.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import { renewLeases } from './renew-leases.ts'

export interface JobRunner {
  /** Call before `start`. Names are unique across domains. */
  add(jobs: readonly DomainJob[]): void
  start(): Promise<void>
  /** Runs every job that is due by the clock once, in the order added. For tests and simulated time. */
  runDue(): Promise<void>
  /** Starts no further run and waits for those under way. */
  stop(): Promise<void>
}

export interface JobRunnerOptions {
  readonly database: PlatformDatabase
  readonly clock: () => Date
  readonly log: Logger
}

const pollEvery = 1_000

/**
 * Runs the jobs of all domains. A job runs in the process that holds its lease, at most once per `everySeconds` across processes and
 * restarts, and never concurrently with itself. A job that fails is logged and runs again when it is next due.
 */
export const createJobRunner = ({ database, clock, log }: JobRunnerOptions): JobRunner => {
  const jobs: DomainJob[] = []
  const running = new Map<string, Promise<void>>()
  let leases: ReturnType<typeof renewLeases> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  /** When a job that ran here is due again. Until then the database is not queried. */
  const dueAgain = new Map<string, Date>()

  const runOne = async (job: DomainJob): Promise<void> => {
    const now = clock()
    if (now < (dueAgain.get(job.name) ?? now) || job.isIdle?.(now)) return
    const due = new Date(now.getTime() - job.everySeconds * 1_000)
    const db = database.readerAcross('platform')
    const claimed = await sql`
      insert into platform.jobs as known (name, last_started_at) values (${job.name}, ${now})
      on conflict (name) do update set last_started_at = excluded.last_started_at where known.last_started_at <= ${due}`.execute(
      db,
    )
    if (claimed.numAffectedRows !== 1n) return
    dueAgain.set(job.name, new Date(now.getTime() + job.everySeconds * 1_000))
    const fault = await inBackground(() => job.run(now)).then(
      () => null,
      (error: unknown) => {
        log.error('a job failed', { name: job.name, ...describeError(error) })
        return faultOf(error)
      },
    )
    await sql`update platform.jobs set last_ended_at = ${clock()}, last_error = ${fault} where name = ${job.name}`.execute(
      db,
    )
  }

  const begin = (job: DomainJob): Promise<void> => {
    const known = running.get(job.name)
    if (known) return known
    const run = runOne(job)
      .catch((error: unknown) => log.warn('a job could not be claimed', { name: job.name, ...describeError(error) }))
      .finally(() => running.delete(job.name))
    running.set(job.name, run)
    return run
  }

  return {
    add: (more) => {
      const twice = more.find((job) => jobs.some(({ name }) => name === job.name))
      if (twice) throw new Error(`Two jobs are named ${twice.name}.`)
      jobs.push(...more)
    },
    start: async () => {
      leases = renewLeases({ database, names: jobs.map(({ name }) => `job/${name}`), log })
      await leases.start()
      outsideTransaction(() => {
        timer = setInterval(() => {
          for (const job of jobs) if (!stopping && leases?.has(`job/${job.name}`)) void begin(job)
        }, pollEvery)
        timer.unref()
      })
    },
    runDue: async () => {
      for (const job of jobs) await begin(job)
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      for (const job of jobs) job.stop?.()
      await Promise.all(running.values())
      await leases?.stop()
    },
  }
}
