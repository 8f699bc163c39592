import { createPublicKey } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { readConfig, type Config } from '../../config.ts'
import { decideErasure, loadRetentionPolicy, whyKept } from '../../domains/compliance/index.ts'
import { createLedger } from '../../platform/audit/ledger.ts'
import { loadOrCreateSigningKey, publicKeyName } from '../../platform/audit/signing-key.ts'
import { newId } from '../../platform/database/ids/new-id.ts'
import { requireUuid } from '../../platform/database/ids/require-uuid.ts'
import { openDatabase, type PlatformDatabase } from '../../platform/database/open/open-database.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { appendErasedKeys } from '../../platform/vault/erased-keys.ts'
import { isGenuine, signCertificate, type ErasureCertificate } from '../../platform/vault/erasure-certificate.ts'
import { operatorAccess } from '../command-line-access.ts'
import type { KeysOutcome } from './keys-command.ts'

const bases = ['retention-ended', 'organization-request', 'record-in-error'] as const
type Basis = (typeof bases)[number]

export const erasePatientUsage = `visitkit-server patients erase: makes a patient's records unreadable for ever, in every backup that is restored with this server too.

  --organization <id>   the organization
  --patient <id>        the patient
  --requested-by <id>   the member who asks for it
  --approved-by <id>    a privacy officer who agrees, and is another member; both are active
  --basis <basis>       ${bases.join(', ')}
  --out <file>          where the certificate is written

visitkit-server patients verify-erasure <file>: whether the certificate is as this deployment signed it.

A record with a legal hold is refused, and with the basis retention-ended one whose time is not over. With another basis, check its retention first: the law may oblige you to keep it. Nothing brings the record back.

Exit code: 0 done, 1 refused, 2 invalid arguments, or it could not be done.`

/** Other processes may have the key in memory for this long. Milliseconds; the age of data keys in the key ring. */
const cachedFor = 300_000

/** The command, without the process: `args` are the arguments after `patients`. */
export const patientsCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: () => Date = () => new Date(),
): Promise<KeysOutcome> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        patient: { type: 'string' },
        'requested-by': { type: 'string' },
        'approved-by': { type: 'string' },
        basis: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return { exitCode: 0, text: erasePatientUsage }
    const [verb, file] = positionals
    const config = readConfig(environment)
    if (verb === 'verify-erasure' && file !== undefined) return await verifyCertificate(file, config)
    const { organization, patient, 'requested-by': requestedBy, 'approved-by': approvedBy, out } = values
    const basis = bases.find((each) => each === values.basis)
    if (
      verb !== 'erase' ||
      file !== undefined ||
      !organization ||
      !patient ||
      !requestedBy ||
      !approvedBy ||
      !basis ||
      !out
    )
      return { exitCode: 2, text: erasePatientUsage }
    const request = {
      organizationId: requireUuid(organization),
      patientId: requireUuid(patient),
      requestedBy: requireUuid(requestedBy),
      approvedBy: requireUuid(approvedBy),
      basis,
    }
    const database = await openDatabase({
      url: config.databaseUrl,
      ...(config.databaseAppUrl === null ? {} : { appUrl: config.databaseAppUrl }),
      poolSize: 2,
      notice: () => undefined,
    })
    try {
      return await erase(database, config, request, { out, now: now() })
    } finally {
      await database.close()
    }
  } catch (error) {
    return { exitCode: 2, text: error instanceof Error ? error.message : 'It failed.' }
  }
}

interface ErasureRequest extends Pick<ErasureCertificate, 'organizationId' | 'patientId' | 'approvedBy'> {
  readonly basis: Basis
  readonly requestedBy: string
}

const refused = (why: string): KeysOutcome => ({ exitCode: 1, text: `Nothing was erased: ${why}.` })

const erase = async (
  database: PlatformDatabase,
  config: Config,
  request: ErasureRequest,
  { out, now }: { readonly out: string; readonly now: Date },
): Promise<KeysOutcome> => {
  const { organizationId, patientId } = request
  const objection = await objectionTo(database, request, now)
  if (objection !== null) return refused(objection)
  const certificateFile = await open(out, 'wx', 0o600).catch(() => null)
  if (certificateFile === null) return refused(`${out} cannot be written, or exists already`)
  try {
    const key = await loadOrCreateSigningKey(config.keyFolder)
    const id = newId()
    const erasedAt = now.toISOString()
    // A hold that is placed at the same time wins, or is refused: the decision comes before the list, which a restore follows.
    const isDecided = await database.transact({ domain: 'compliance', organizationId }, (tx) =>
      decideErasure(tx, { organizationId, patientId, decisionId: id }),
    )
    if (!isDecided) {
      await rm(out)
      return refused('a legal hold is in force; a privacy officer can release it')
    }
    await record(database, request, id)
    // Listed first: were the server to fail in between, a restore would erase a patient whom two persons wanted erased.
    await appendErasedKeys(config.erasureFile, key, {
      organizationId,
      subject: patientId,
      at: erasedAt,
      certificateId: id,
    })
    const keys = await deleteKeys(database, organizationId, patientId)
    const certificate: ErasureCertificate = { kind: 'visitkit erasure', id, ...request, erasedAt, keys }
    const { signature } = signCertificate(certificate, key)
    await certificateFile.writeFile(`${JSON.stringify({ certificate, signature }, null, 2)}\n`)
    await certificateFile.sync()
    const until = new Date(Date.parse(erasedAt) + cachedFor).toISOString()
    return {
      exitCode: 0,
      text: `Erased. ${keys} keys of the patient were deleted; running servers have none of them after ${until}. The certificate is in ${out}.`,
    }
  } finally {
    await certificateFile.close()
  }
}

const objectionTo = async (
  database: PlatformDatabase,
  { organizationId, patientId, requestedBy, approvedBy, basis }: ErasureRequest,
  now: Date,
): Promise<string | null> => {
  if (requestedBy === approvedBy) return 'the member who approves must be another one than the member who asks'
  const directory = database.reader({ domain: 'directory', organizationId })
  const { rows: members } = await sql<{ id: string; roles: string[] }>`
    select id, roles from directory.members where id in (${requestedBy}, ${approvedBy}) and status = 'active'`.execute(
    directory,
  )
  if (members.length < 2) return 'both members have to be active in this organization'
  if (!members.some(({ id, roles }) => id === approvedBy && roles.includes('privacy-officer')))
    return 'the member who approves has to be a privacy officer'
  const { rows: erased } = await sql<{ at: Date }>`
    select at from vault.erasures where subject = ${patientId}`.execute(directory)
  if (erased[0] !== undefined) return `this patient was erased on ${erased[0].at.toISOString()}`
  const { rows: patients } = await sql`select from directory.patients where id = ${patientId}`.execute(directory)
  if (patients.length === 0) return 'this organization has no patient with this id'
  if (basis !== 'retention-ended') return null
  const { rows: organizations } = await sql<{ zone: string }>`
    select zone from directory.organizations where id = ${organizationId}`.execute(directory)
  const zone = organizations[0]?.zone ?? 'UTC'
  const policy = await loadRetentionPolicy()
  return whyKept(database.reader({ domain: 'compliance', organizationId }), { patientId, zone, policy, now })
}

/** Before anything is erased: without the row, nothing is. */
const record = async (
  database: PlatformDatabase,
  { organizationId, patientId }: ErasureRequest,
  certificateId: string,
): Promise<void> => {
  const ledger = createLedger({ database, journal: null, log: createLogger({ level: 'silent' }) })
  try {
    await ledger.append([
      operatorAccess(organizationId, {
        operation: 'patients.erase',
        entity: 'Patient',
        entityId: patientId,
        patientId,
        requestId: certificateId,
      }),
    ])
    await ledger.settle()
  } finally {
    await ledger.stop()
  }
}

const deleteKeys = (database: PlatformDatabase, organizationId: string, patientId: string): Promise<number> =>
  database.transactAcross('vault', async (tx) => {
    await sql`insert into vault.erasures (organization_id, subject) values (${organizationId}, ${patientId}) on conflict do nothing`.execute(
      tx,
    )
    const { numAffectedRows } =
      await sql`delete from vault.data_keys where organization_id = ${organizationId} and subject = ${patientId}`.execute(
        tx,
      )
    return Number(numAffectedRows ?? 0)
  })

const verifyCertificate = async (file: string, config: Config): Promise<KeysOutcome> => {
  const { certificate, signature } = JSON.parse(await readFile(file, 'utf8')) as {
    certificate: ErasureCertificate
    signature: string
  }
  const key = createPublicKey(await readFile(join(config.keyFolder, publicKeyName)))
  return isGenuine({ text: JSON.stringify(certificate), signature }, key)
    ? { exitCode: 0, text: `Genuine: patient ${certificate.patientId}, erased ${certificate.erasedAt}.` }
    : { exitCode: 1, text: 'NOT GENUINE: this is not what the deployment signed.' }
}
