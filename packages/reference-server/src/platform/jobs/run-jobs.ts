import { sql } from 'kysely'
import type { DomainJob } from '../contracts/domain-job.ts'
import { inBackground } from '../database/pool/background.ts'
import { asWork } from '../database/pool/observed-work.ts'
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

/** A run that is over. */
interface Ended {
  readonly at: Date
  /** Null if it succeeded. */
  readonly fault: string | null
}

/**
 * Runs the jobs of all domains. A job runs in the process that holds its lease, at most once per `everySeconds` across processes and
 * restarts, and never concurrently with itself. A job that fails is logged and runs again when it is next due. Jobs that are due at the same
 * time are claimed in one statement, and their ends are stored in one.
 */
export const createJobRunner = ({ database, clock, log }: JobRunnerOptions): JobRunner => {
  const jobs: DomainJob[] = []
  const running = new Map<string, Promise<void>>()
  const ended = new Map<string, Ended>()
  let leases: ReturnType<typeof renewLeases> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  /** When a job that ran here is due again. Until then the database is not queried. */
  const dueAgain = new Map<string, Date>()

  const isDue = (job: DomainJob, now: Date): boolean =>
    now >= (dueAgain.get(job.name) ?? now) && !(job.isIdle?.(now) ?? false)

  /** The names of those that no process has run since they were last due. */
  const claim = async (due: readonly DomainJob[], now: Date): Promise<ReadonlySet<string>> => {
    const names = due.map(({ name }) => name)
    const latest = due.map(({ everySeconds }) => new Date(now.getTime() - everySeconds * 1_000))
    const { rows } = await sql<{ name: string }>`
      insert into platform.jobs as known (name, last_started_at)
      select name, ${now} from unnest(${names.toSorted()}::text[]) as name
      on conflict (name) do update set last_started_at = excluded.last_started_at
        where known.last_started_at <= (${latest}::timestamptz[])[array_position(${names}::text[], known.name)]
      returning name`.execute(database.readerAcross('platform'))
    return new Set(rows.map(({ name }) => name))
  }

  const run = async (job: DomainJob, now: Date): Promise<void> => {
    dueAgain.set(job.name, new Date(now.getTime() + job.everySeconds * 1_000))
    const fault = await inBackground(() => asWork(job.name, () => job.run(now))).then(
      () => null,
      (error: unknown) => {
        log.error('a job failed', { name: job.name, ...describeError(error) })
        return faultOf(error)
      },
    )
    ended.set(job.name, { at: clock(), fault })
  }

  /** Begins those that are due. Resolves when each of the jobs has ended that is under way. */
  const begin = async (asked: readonly DomainJob[]): Promise<void> => {
    const now = clock()
    const due = asked.filter((job) => !running.has(job.name) && isDue(job, now))
    const names = due.map(({ name }) => name)
    const claimed =
      due.length === 0
        ? null
        : claim(due, now).catch((error: unknown) => {
            log.warn('jobs could not be claimed', { name: names.join(' '), ...describeError(error) })
            return new Set<string>()
          })
    for (const job of due)
      running.set(
        job.name,
        (async () => {
          if ((await claimed)?.has(job.name)) await run(job, now)
          running.delete(job.name)
        })(),
      )
    await Promise.all(asked.flatMap(({ name }) => running.get(name) ?? []))
  }

  const storeEnds = async (): Promise<void> => {
    const all = [...ended]
    ended.clear()
    if (all.length === 0) return
    await sql`
      update platform.jobs as known set last_ended_at = run.at, last_error = run.fault
      from unnest(${all.map(([name]) => name)}::text[], ${all.map(([, { at }]) => at)}::timestamptz[],
        ${all.map(([, { fault }]) => fault)}::text[]) as run (name, at, fault)
      where known.name = run.name`
      .execute(database.readerAcross('platform'))
      .catch((error: unknown) => log.warn('the ends of jobs could not be stored', describeError(error)))
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
          // One after the other: both write rows of jobs.
          void storeEnds().then(() =>
            stopping ? undefined : begin(jobs.filter(({ name }) => leases?.has(`job/${name}`))),
          )
        }, pollEvery)
        timer.unref()
      })
    },
    runDue: async () => {
      for (const job of jobs) {
        await begin([job])
        await storeEnds()
      }
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      for (const job of jobs) job.stop?.()
      await Promise.all(running.values())
      await storeEnds()
      await leases?.stop()
    },
  }
}
