import { transmissionQueue } from './partners/transmission-write.ts'
import type { Migration } from './contracts/migration.ts'
import type { Witness } from './audit/witness.ts'
import { openCheckpointFile } from './audit/checkpoint-file.ts'
import { endAll } from './end-all.ts'
import { createCheckpointer, type Checkpointer } from './audit/create-checkpointer.ts'
import { openJournal, type AuditJournal } from './audit/journal.ts'
import { createGroupCommits } from './database/changes/group-commits.ts'
import { createLedger, type PlatformLedger } from './audit/ledger.ts'
import { rotateJournal, replayJournal } from './audit/replay-journal.ts'
import { loadOrCreateSigningKey } from './audit/signing-key.ts'
import { migrate } from './database/migrate/migrate.ts'
import { openDatabase, type PlatformDatabase } from './database/open/open-database.ts'
import { realignAfterRestore } from './database/migrate/realign-after-restore.ts'
import { createUnitOfWork } from './database/unit-of-work/unit-of-work.ts'
import { createConsumeOnce } from './events/consume-once.ts'
import { createRelay, type Relay } from './events/relay.ts'
import { housekeepingJobs } from './jobs/housekeeping.ts'
import { createJobRunner, type JobRunner } from './jobs/run-jobs.ts'
import type { Logger } from './logging/logger.ts'
import type { DomainEvent } from './contracts/event.ts'
import type { UnitOfWork } from './contracts/unit-of-work.ts'
import { createVault, type PlatformVault } from './vault/create-vault.ts'
import { loadFileKeyProvider } from './vault/file-key-provider.ts'
import type { KeyProvider } from './vault/key-provider.ts'

export interface PlatformOptions {
  /** `pglite:memory`, `pglite:/folder` or the owner's `postgres://...`. */
  readonly databaseUrl: string
  /** PostgreSQL: the server's login, if its password must not be derived from the owner's. */
  readonly databaseAppUrl?: string
  readonly poolSize?: number
  readonly readConnections?: number
  /** Holds the master keys (unless `keyProvider` does) and the key that signs checkpoints. Keep it apart from the database. */
  readonly keyFolder: string
  readonly keyProvider?: KeyProvider
  /**
   * Embedded engine: the file to which audit rows are flushed, because the engine does not flush. Without it, a power failure may lose
   * the last rows.
   */
  readonly journalFile?: string
  /** Must be outside the database; in production, on another volume. */
  readonly checkpointFile: string
  /** Stores and countersigns checkpoints elsewhere. */
  readonly witness?: Witness | undefined
  readonly clock: () => Date
  readonly log: Logger
  /** Called with messages about the engine for an operator. Default: the log. */
  readonly notice?: (message: string) => void
}

/**
 * The part of the server below the domains: database, vault, ledger, events and jobs. Between `createPlatform` and `start`, domains
 * subscribe their reactions and add their jobs.
 */
export interface Platform {
  readonly database: PlatformDatabase
  readonly vault: PlatformVault
  readonly keyProvider: KeyProvider
  readonly ledger: PlatformLedger
  readonly unitOfWork: UnitOfWork
  readonly relay: Relay
  readonly checkpointer: Checkpointer
  readonly jobs: JobRunner
  /** Called with every event that this process commits, before the response is sent. Must not throw. */
  onCommitted(listener: (event: DomainEvent) => void): void
  /** Applies the migrations of the domains; the platform's own are already applied. Call once, before `start`. */
  migrate(migrations: readonly Migration[]): Promise<void>
  /** Starts checkpoints, event delivery and jobs. */
  start(): Promise<void>
  /** Call when no request is under way. Stops in reverse order and leaves the ledger linked and signed. */
  stop(): Promise<void>
}

/** Opens every part and applies the platform's own migrations. The code reads in the order of start. */
export const createPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const {
    databaseUrl,
    databaseAppUrl,
    poolSize,
    readConnections,
    keyFolder,
    journalFile,
    checkpointFile,
    witness,
    clock,
    log,
  } = options
  const notice = options.notice ?? ((message: string) => log.warn(message))
  const keyProvider = options.keyProvider ?? (await loadFileKeyProvider(keyFolder))
  const signingKey = await loadOrCreateSigningKey(keyFolder)
  const database = await openDatabase({
    url: databaseUrl,
    ...(databaseAppUrl === undefined ? {} : { appUrl: databaseAppUrl }),
    ...(poolSize === undefined ? {} : { poolSize }),
    ...(readConnections === undefined ? {} : { readConnections }),
    notice,
  })
  let journal: AuditJournal | null = null
  try {
    await migrate(database, [])
    await realignAfterRestore(database)
    journal = journalFile === undefined ? null : await openAndReplay(journalFile, database, log)
    const file = await openCheckpointFile(checkpointFile)

    const vault = createVault(keyProvider)
    const groups = createGroupCommits(database)
    const ledger = createLedger({ database, journal, groups, log })
    // A cycle: the unit of work wakes the relay, which delivers through the unit of work.
    let relay: Relay | null = null
    const listeners: ((event: DomainEvent) => void)[] = []
    const onEvents = (events: readonly DomainEvent[]): void => {
      for (const event of events) {
        database.facts.committed(event)
        for (const listener of listeners) listener(event)
      }
      relay?.wake()
    }
    const transmissions = transmissionQueue(vault)
    const unitOfWork = createUnitOfWork({ database, vault, ledger, onEvents, transmissions, groups })
    relay = createRelay({
      database,
      consumeOnce: createConsumeOnce({ database, unitOfWork, vault, clock }),
      clock,
      log,
    })
    const checkpointer = createCheckpointer({ database, ledger, key: signingKey, file, witness, clock, log })
    const jobs = createJobRunner({ database, clock, log })
    jobs.add(housekeepingJobs(database))
    if (journal) jobs.add([rotateJournal(database, journal, () => ledger.settle())])

    const [delivery, openedJournal] = [relay, journal]
    return {
      database,
      vault,
      keyProvider,
      ledger,
      unitOfWork,
      relay: delivery,
      checkpointer,
      jobs,
      onCommitted: (listener) => void listeners.push(listener),
      migrate: async (migrations) => {
        await migrate(database, migrations)
      },
      start: async () => {
        await checkpointer.start()
        await delivery.start()
        await jobs.start()
      },
      stop: () =>
        endAll([
          () => jobs.stop(),
          () => delivery.stop(),
          () => ledger.stop(),
          () => checkpointer.stop(),
          () => openedJournal?.close(),
          () => database.close(),
        ]),
    }
  } catch (error) {
    await journal?.close()
    await database.close()
    throw error
  }
}

const openAndReplay = async (path: string, database: PlatformDatabase, log: Logger): Promise<AuditJournal> => {
  const { journal, replay } = await openJournal(path)
  const added = await replayJournal(database, journal, replay)
  if (added > 0) log.warn('accesses were restored from the audit journal', { count: added })
  if (replay.damaged > 0)
    log.error('the audit journal holds records that do not match their checksum', { count: replay.damaged })
  return journal
}
