import { createPublicKey } from 'node:crypto'
import { access, constants, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { ConfigError, readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../platform/database/open/open-database.ts'
import { EgressRefused } from '../platform/egress/egress-refused.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import type { StrongSignInPolicy } from '../platform/identity/sign-in-strength.ts'
import { keyIdOf } from '../platform/audit/checkpoint.ts'
import { WitnessUnavailable } from '../platform/audit/witness.ts'
import { readPolicies } from '../platform/http/read-policies.ts'
import { loadSigningKeys } from '../platform/identity/signing-keys.ts'
import { composeEgress } from '../composition/compose-egress.ts'
import { loadKeyProvider, loadWitness } from '../composition/open-platform.ts'
import { KeyRefused } from '../vendors/keys/transit-key-provider.ts'
import { checkAgreements } from './check-agreements.ts'
import { checkBackup } from './check-backup.ts'
import { checkCodeSets } from './check-code-sets.ts'
import { checkDowntimeLists } from './check-downtime-lists.ts'
import { checkPortalHeaders } from './check-portal-headers.ts'
import { checkVideoAccount } from './check-video-account.ts'
import { fault, ok, warning, type Finding } from './finding.ts'

/** Names of variables that the server reads. Another `VISITKIT_` variable is probably misspelled. */
const knownVariables =
  /^VISITKIT_(MODE|HOST|PORT|TLS_(CERTIFICATE|KEY)|PUBLIC_URL|DATA_FOLDER|DATABASE_(URL|APP_URL|CONNECTIONS)|KEY_FOLDER|KEY_SERVICE_(URL|KEY|TOKEN_FILE)|REGIONS|WEBHOOK_HOSTS|PRIVATE_HOSTS|CHECKPOINT_FILE|WITNESS_(URL|KEY|TOKEN_FILE)|ERASURE_FILE|DOWNTIME_(KEY|FOLDER)|CODE_SETS|REGION|VIDEO|DAILY_(MODE|API_KEY|DOMAIN_ID|WEBHOOK_SECRET|API_BASE)|VENDOR_AGREEMENTS|(PHARMACY|LABORATORY|CLEARINGHOUSE|STRIPE|TELNYX)_[A-Z_]+|SMTP_URL|MAIL_(FROM|REPORT_SECRETS)|DRUG_CHECKS|STUN_URLS|TURN_(URLS|SECRET)|TRUSTED_PROXIES|MAX_IN_FLIGHT|HEAVY_THREADS|MAX_SOCKETS|DRAIN_SECONDS|LOG_LEVEL|LOG_REQUESTS)$/

const checkVariables = (environment: NodeJS.ProcessEnv): readonly Finding[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('VISITKIT_') && !knownVariables.test(name))
    .map((name) => warning('configuration', `${name} is set, but the server does not know it. Check the spelling.`))

/** Must equal `engines` in package.json. */
const oldestNode = 24

const checkRuntime = (): Finding => {
  const [major = 0] = process.versions.node.split('.').map(Number)
  return major >= oldestNode
    ? ok('runtime', `Node ${process.versions.node}.`)
    : fault('runtime', `Node ${process.versions.node} is too old: Node ${oldestNode} or later is needed.`)
}

const checkKeys = async (config: Config): Promise<readonly Finding[]> => {
  const folder = await stat(config.keyFolder).catch(() => null)
  if (folder === null)
    return config.mode === 'production'
      ? [fault('keys', `${config.keyFolder} does not exist. Put the deployment's keys there before the first start.`)]
      : [ok('keys', `${config.keyFolder} does not exist yet; keys are made in it at the first start.`)]
  const findings: Finding[] = []
  if ((folder.mode & 0o077) !== 0)
    findings.push(warning('keys', `${config.keyFolder} can be read by other users. Set its mode to 0700.`))
  try {
    const { keyId } = await loadSigningKeys(join(config.keyFolder, 'token-keys.json'), false)
    findings.push(ok('keys', `Access tokens are signed with the key ${keyId}.`))
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (isMissing && config.mode === 'development')
      findings.push(ok('keys', 'The token key is made at the first start.'))
    else
      findings.push(
        fault(
          'keys',
          `token-keys.json in ${config.keyFolder} ${isMissing ? 'is missing' : 'is not a JWK Set with an Ed25519 key'}. Every process of the deployment needs the same file.`,
        ),
      )
  }
  return findings
}

/** The policy may let staff in by a password alone. That is a decision of the organization, and never a silent one. */
export const checkStrongSignIn = ({ required, openPermissions }: StrongSignInPolicy): Finding => {
  if (!required)
    return warning(
      'sign-in',
      'Staff may sign in with a password alone (strongSignIn.required is false in packs/policy/sessions.json). Set it to true, unless another system checks the second step.',
    )
  const more = openPermissions.filter((permission) => !['session:own', 'organization:read'].includes(permission))
  return more.length === 0
    ? ok('sign-in', 'Staff need a second step to see patients, and administrators a hardware key.')
    : warning(
        'sign-in',
        `Without a second step, staff also have ${more.join(', ')} (strongSignIn.openPermissions in packs/policy/sessions.json). Remove what shows patients.`,
      )
}

const checkKeyService = async (config: Config): Promise<readonly Finding[]> => {
  if (config.keyService === null) return []
  try {
    const { currentMasterKey } = await loadKeyProvider(config, composeEgress(config))
    return [ok('key service', `It answers; ${currentMasterKey} wraps.`)]
  } catch (error) {
    const why = error instanceof KeyRefused ? 'refuses' : 'cannot be reached, or its token file cannot be read'
    return [
      fault(
        'key service',
        `The key service ${why}. Nothing can be read or written without it. Check VISITKIT_KEY_SERVICE_URL, _KEY and _TOKEN_FILE.`,
      ),
    ]
  }
}

const checkCheckpointFile = async ({ checkpointFile }: Config): Promise<Finding> => {
  try {
    await mkdir(dirname(checkpointFile), { recursive: true })
    await access(dirname(checkpointFile), constants.W_OK)
    return ok('checkpoints', `Signed checkpoints of the audit ledger go to ${checkpointFile}.`)
  } catch {
    return fault(
      'checkpoints',
      `${dirname(checkpointFile)} cannot be written to. Without checkpoints a ledger can be cut short unnoticed.`,
    )
  }
}

const checkWitness = async (config: Config): Promise<readonly Finding[]> => {
  try {
    const witness = await loadWitness(config, composeEgress(config))
    if (witness === null) return []
    const key = createPublicKey(await readFile(join(config.keyFolder, 'audit-signing-key.pub.pem')))
    const latest = await witness.latest(keyIdOf(key))
    return [
      ok('witness', latest === null ? 'It answers, and has no checkpoint yet.' : `It has checkpoint ${latest.number}.`),
    ]
  } catch (error) {
    const isUnavailable = error instanceof WitnessUnavailable
    return [
      fault(
        'witness',
        isUnavailable
          ? error.message
          : 'The key or the token of the witness, or the public key of the ledger, cannot be read.',
      ),
    ]
  }
}

/** The database's clock dates rows, the server's clock dates tokens and sessions. They must agree. */
const checkClock = async (database: PlatformDatabase): Promise<Finding> => {
  const before = Date.now()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database.owner())
  const middle = (before + Date.now()) / 2
  const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - middle)
  return skew <= 1_000
    ? ok('clock', `The server's and the database's clocks agree within ${Math.round(skew)} ms.`)
    : fault(
        'clock',
        `The server's and the database's clocks differ by ${(skew / 1_000).toFixed(1)} s. Synchronize both (NTP).`,
      )
}

const reach = async (egress: Egress, url: string): Promise<string | null> => {
  try {
    const response = await egress
      .toRegistered('identity-provider', url)
      .fetch(url, { signal: AbortSignal.timeout(5_000) })
    if (!response.ok) return `answers ${response.status}`
    const { keys } = (await response.json()) as { keys?: unknown }
    return Array.isArray(keys) && keys.length > 0 ? null : 'answers without keys'
  } catch (error) {
    if (error instanceof EgressRefused && error.code === 'without-tls')
      return 'are refused, because they are without TLS'
    return 'cannot be reached'
  }
}

const checkIssuers = async (database: PlatformDatabase, egress: Egress): Promise<readonly Finding[]> => {
  const clients = createClientRegistry(database)
  const findings: Finding[] = []
  for (const organizationId of await clients.organizationIds()) {
    for (const { issuer, jwksUri } of await clients.issuersOf(organizationId)) {
      const trouble = await reach(egress, jwksUri)
      findings.push(
        trouble === null
          ? ok('issuers', `${issuer} is reachable.`)
          : fault(
              'issuers',
              `The keys of ${issuer} ${trouble} (${jwksUri}). Nobody of organization ${organizationId} can sign in.`,
            ),
      )
    }
  }
  return findings.length > 0
    ? findings
    : [
        warning(
          'issuers',
          'No organization has registered an issuer. Register one: visitkit-server organization register <file>.',
        ),
      ]
}

const checkDatabase = async (config: Config): Promise<readonly Finding[]> => {
  let database: PlatformDatabase
  try {
    database = await openDatabase({
      url: config.databaseUrl,
      ...(config.databaseAppUrl === null ? {} : { appUrl: config.databaseAppUrl }),
      poolSize: 2,
      notice: () => undefined,
    })
    await database.ping()
  } catch (error) {
    const code = (error as { code?: unknown }).code
    return [
      fault(
        'database',
        `The database cannot be opened (${typeof code === 'string' ? code : (error as Error).name}). Check VISITKIT_DATABASE_URL, and that no other server uses an embedded database's folder.`,
      ),
    ]
  }
  try {
    const findings: Finding[] = [
      ok(
        'database',
        database.engine === 'postgres'
          ? 'PostgreSQL answers.'
          : 'The embedded database opens. Use PostgreSQL for anything real.',
      ),
      await checkClock(database),
    ]
    const { rows } = await sql<{
      is: boolean
    }>`select to_regclass('identity.client_directory') is not null as is`.execute(database.owner())
    if (rows[0]?.is !== true)
      findings.push(
        warning(
          'database',
          'The tables are not there yet: visitkit-server migrate makes them, and so does the first start.',
        ),
      )
    else
      findings.push(
        ...(await checkIssuers(database, composeEgress(config))),
        ...(await checkPortalHeaders(database, composeEgress(config))),
        ...(await checkDowntimeLists(config, database)),
        ...(await checkBackup(config, database)),
      )
    return findings
  } finally {
    await database.close()
  }
}

/** Checks everything that a start depends on, in the order in which the server would use it, and gives a remedy for each fault. */
export const doctor = async (environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> => {
  const findings: Finding[] = [checkRuntime(), ...checkVariables(environment)]
  let config: Config
  try {
    config = readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [...findings, ...error.faults.map((message) => fault('configuration', message))]
  }
  return [
    ...findings,
    ok('configuration', `Mode ${config.mode}, region ${config.region}.`),
    ...(await checkKeys(config)),
    ...(await checkKeyService(config)),
    await checkCheckpointFile(config),
    ...(await checkWitness(config)),
    checkStrongSignIn(readPolicies().sessions.strongSignIn),
    ...(await checkCodeSets(config)),
    ...(await checkDatabase(config)),
    ...checkAgreements(config, new Date()),
    ...(await checkVideoAccount(config)),
  ]
}

/** One line for each finding. Faults come last, where they are seen. */
export const writeFindings = (findings: readonly Finding[]): string => {
  const order = { ok: 0, warning: 1, fault: 2 } as const
  return findings
    .toSorted((a, b) => order[a.state] - order[b.state])
    .map(({ check, state, message }) => `${state.padEnd(8)} ${check.padEnd(14)} ${message}`)
    .join('\n')
}
