#!/usr/bin/env node
import { composeServer } from '../compose-server.ts'
import type { ComposedServer } from '../compose-server.ts'
import { ConfigError, readConfig } from '../config.ts'
import { serve } from '../main.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { auditVerify } from './audit-verify.ts'
import { doctor, writeFindings } from './doctor.ts'
import { readOrganizationFile, registerOrganization } from './register-organization.ts'

const usage = `visitkit-server <command>

  serve                            starts the server (also: node main.ts)
  migrate                          brings the database up to this release, then ends
  organization register <file>     registers a health system, its identity provider and its portals
  audit verify ...                 checks the audit ledger, offline if need be (--help says how)
  doctor                           checks configuration, keys, database, clock, issuers and agreements

Settings are environment variables that begin with VISITKIT_; docs/operations/configuration.md lists them.`

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** A server that answers nobody, for commands that need its domains. */
const withServer = async <T>(run: (server: ComposedServer) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env)
  const server = await composeServer(config, { logger: createLogger({ level: config.logLevel === 'info' ? 'warn' : config.logLevel }) })
  try {
    return await run(server)
  } finally {
    await server.close()
  }
}

const register = async (path: string | undefined): Promise<number> => {
  if (path === undefined) {
    say(usage)
    return 2
  }
  const file = await readOrganizationFile(path)
  const { id, secrets } = await withServer((server) => registerOrganization(server, file))
  // Shown here and kept nowhere: the operator hands them to the portals.
  for (const [clientId, secret] of Object.entries(secrets)) say(`secret of ${clientId}: ${secret}`)
  say(`registered ${id}`)
  return 0
}

/** Runs one command. Resolves with the exit code, or null while the server goes on running. */
const run = async ([command, ...rest]: readonly string[]): Promise<number | null> => {
  switch (command) {
    case 'serve':
      await serve(process.env)
      return null
    case 'migrate':
      await withServer(async () => undefined)
      say('the database is up to date')
      return 0
    case 'organization':
      if (rest[0] === 'register') return register(rest[1])
      break
    case 'audit':
      if (rest[0] === 'verify') {
        const { exitCode, text } = await auditVerify(rest.slice(1))
        say(text)
        return exitCode
      }
      break
    case 'doctor': {
      const findings = await doctor(process.env)
      say(writeFindings(findings))
      return findings.some(({ state }) => state === 'fault') ? 1 : 0
    }
  }
  say(usage)
  return command === undefined || command === 'help' || command === '--help' ? 0 : 2
}

run(process.argv.slice(2)).then(
  (code) => code !== null && process.exit(code),
  (error: unknown) => {
    process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
