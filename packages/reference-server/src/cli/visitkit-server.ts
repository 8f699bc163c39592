#!/usr/bin/env node
import { composeServer } from '../compose-server.ts'
import { ConfigError, readConfig } from '../config.ts'
import { serve } from '../main.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { auditExportCommand } from './audit-export.ts'
import { auditRemove } from './audit-remove.ts'
import { auditVerify } from './audit-verify.ts'
import { backupCommand } from './backup/backup-command.ts'
import { restoreCommand } from './backup/restore-command.ts'
import { downtimeListCommand } from './downtime/downtime-list-command.ts'
import { doctor, writeFindings } from './doctor.ts'
import { importCodeSet } from './import-code-set.ts'
import { deadLettersCommand } from './dead-letters.ts'
import { patientsCommand } from './keys/erase-patient.ts'
import { keysCommand } from './keys/keys-command.ts'
import { recipientsCommand } from './recipients.ts'
import { registerOrganizationCommand } from './register-organization.ts'
import { removeClientCommand } from './remove-client.ts'
import { reportCommand } from './report/report-command.ts'

const usage = `visitkit-server <command>

  serve                            starts the server (also: node main.ts)
  migrate                          migrates the database to this release, then exits
  organization register <file>     registers a health system, its identity provider and its portals
  organization remove-client <id>  removes a portal or program, and ends its sessions
  import <what> <file> ...         imports a code set (details: --help)
  parked                           lists dead letters: what failed and is not retried automatically
  parked retry <kind> <id>|--all   retries them
  audit export --database --out    writes the audit ledger to a file
  audit verify ...                 checks the audit ledger, also offline (details: --help)
  audit remove ...                 removes accesses past their retention, after an export (details: --help)
  backup ...                       writes, verifies or rehearses an encrypted backup (details: --help)
  restore <file>                   restores a backup into an empty database (details: --help)
  downtime-list ...                the visits of today and tomorrow as one encrypted file (details: --help)
  keys ...                         rotates keys while servers run (details: --help)
  patients erase ...               makes a patient's records unreadable for ever (details: --help)
  doctor                           checks configuration, keys, database, clock, issuers and agreements
  recipients                       the recipients of this deployment, and where it stores data (details: --help)
  report                           the sixty controls and the evidence of each, signed (details: --help)
  report verify <file>             checks the signature of a report

Settings are environment variables that begin with VISITKIT_. Without any, the server starts on this machine alone, with an
embedded database in .visitkit.`

const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** Composing the server migrates its database. It does not listen in the meantime. */
const migrate = async (): Promise<void> => {
  const config = readConfig(process.env)
  const server = await composeServer(config, { logger: createLogger({ level: config.logLevel }) })
  await server.close()
}

/** Runs one command. Resolves with the exit code, or null while the server keeps running. */
const run = async ([command, ...rest]: readonly string[]): Promise<number | null> => {
  switch (command) {
    case 'serve':
      await serve(process.env)
      return null
    case 'migrate':
      await migrate()
      print('the database is up to date')
      return 0
    case 'organization':
      if (rest[1] === undefined) break
      if (rest[0] === 'remove-client') {
        const { exitCode, text } = await removeClientCommand(rest[1], process.env)
        print(text)
        return exitCode
      }
      if (rest[0] !== 'register') break
      await registerOrganizationCommand(rest[1], process.env)
      return 0
    case 'import': {
      const { exitCode, text } = await importCodeSet(rest, process.env, new Date())
      print(text)
      return exitCode
    }
    case 'parked': {
      const { exitCode, text } = await deadLettersCommand(rest, process.env)
      print(text)
      return exitCode
    }
    case 'audit':
      if (rest[0] === 'verify') {
        const { exitCode, text } = await auditVerify(rest.slice(1))
        print(text)
        return exitCode
      }
      if (rest[0] === 'remove') {
        const { exitCode, text } = await auditRemove(rest.slice(1), new Date())
        print(text)
        return exitCode
      }
      if (rest[0] === 'export') {
        const { exitCode, text } = await auditExportCommand(rest.slice(1))
        print(text)
        return exitCode
      }
      break
    case 'backup': {
      const { exitCode, text } = await backupCommand(rest, process.env)
      print(text)
      return exitCode
    }
    case 'restore': {
      const { exitCode, text } = await restoreCommand(rest, process.env)
      print(text)
      return exitCode
    }
    case 'downtime-list': {
      const { exitCode, text } = await downtimeListCommand(rest, process.env, () => new Date())
      print(text)
      return exitCode
    }
    case 'keys': {
      const { exitCode, text } = await keysCommand(rest, process.env, print)
      print(text)
      return exitCode
    }
    case 'patients': {
      const { exitCode, text } = await patientsCommand(rest, process.env)
      print(text)
      return exitCode
    }
    case 'recipients': {
      const { exitCode, text } = recipientsCommand(rest, process.env, new Date())
      print(text)
      return exitCode
    }
    case 'report': {
      const { exitCode, text } = await reportCommand(rest, process.env, print)
      if (text !== '') print(text)
      return exitCode
    }
    case 'doctor': {
      const findings = await doctor(process.env)
      print(writeFindings(findings))
      return findings.some(({ state }) => state === 'fault') ? 1 : 0
    }
  }
  print(usage)
  return command === undefined || command === 'help' || command === '--help' ? 0 : 2
}

/** A reader at the other end of a pipe may be slow: what it has not taken yet is lost when the process exits. */
const exitWhenWritten = (code: number): void => void process.stdout.write('', () => process.exit(code))

run(process.argv.slice(2)).then(
  (code) => code !== null && exitWhenWritten(code),
  (error: unknown) => {
    process.stderr.write(
      error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exit(1)
  },
)
