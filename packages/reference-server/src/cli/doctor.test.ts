import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../platform/database/ids/new-id.ts'
import { createTestDatabase } from '../platform/database/tests/create-test-database.testing.ts'
import type { TestDatabase } from '../platform/database/tests/create-test-database.testing.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { startTestIssuer } from '../platform/identity/tests/start-test-issuer.testing.ts'
import type { TestIssuer } from '../platform/identity/tests/start-test-issuer.testing.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { loadSigningKeys } from '../platform/identity/signing-keys.ts'
import { readPolicies } from '../platform/http/read-policies.ts'
import { downtimeFileOf } from '../composition/downtime/store-downtime-lists.ts'
import { createBackupKey } from '../platform/backup/backup-key.ts'
import { startVideo, type SimulatedDaily } from '../../../sandbox/src/video/start-video.ts'
import { securityHeaders } from '../../../../examples/portal/src/security-headers.ts'
import { faultsOfHeaders } from './check-portal-headers.ts'
import { checkStrongSignIn, doctor, writeFindings } from './doctor.ts'
import type { Finding } from './finding.ts'

const videoAt = ({ mode, apiKey, apiBase }: SimulatedDaily) => ({
  VISITKIT_VIDEO: 'daily',
  VISITKIT_DAILY_MODE: mode,
  VISITKIT_DAILY_API_KEY: apiKey,
  VISITKIT_DAILY_API_BASE: apiBase,
})

describe('the doctor', () => {
  let folder: string
  let test: TestDatabase
  let issuer: TestIssuer
  let environment: Record<string, string>
  const organizationId = newId()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-doctor-'))
    test = await createTestDatabase({ engine: 'postgres', migrations: identityMigrations })
    issuer = await startTestIssuer()
    await loadSigningKeys(join(folder, 'keys', 'token-keys.json'), true)
    environment = { VISITKIT_DATA_FOLDER: folder, VISITKIT_DATABASE_URL: test.url }
    const clients = createClientRegistry(test.database)
    await clients.register({ organizationId, clientId: 'portal', name: 'Portal', grants: [], origins: [] })
    await clients.registerIssuer(organizationId, issuer.registration)
  })
  afterAll(async () => {
    await issuer.stop()
    await test.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('reports a policy that lets staff in by a password alone, or opens more without a second step', () => {
    const { strongSignIn } = readPolicies().sessions
    expect(checkStrongSignIn(strongSignIn).state).toBe('ok')
    expect(checkStrongSignIn({ ...strongSignIn, required: false })).toMatchObject({
      check: 'sign-in',
      state: 'warning',
    })
    const more = [...strongSignIn.openPermissions, 'patient:read']
    expect(checkStrongSignIn({ ...strongSignIn, openPermissions: more }).message).toContain('patient:read')
  })

  const about = (findings: readonly Finding[], check: string) => findings.filter((finding) => finding.check === check)

  it('reports a sound deployment without faults, down to the keys of its identity provider', async () => {
    const findings = await doctor(environment)
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([])
    expect(about(findings, 'issuers')).toMatchObject([
      { state: 'ok', message: expect.stringContaining(issuer.registration.issuer) },
    ])
    expect(writeFindings(findings)).toMatch(/^ok {7}runtime/)
  })

  it('reads the headers of each registered origin, and says what they let in', async () => {
    let headers: Readonly<Record<string, string>> = {}
    const portal = createServer((_request, response) => response.writeHead(200, headers).end('<p>portal</p>'))
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
    const clients = createClientRegistry(test.database)
    await clients.register({ organizationId, clientId: 'open', name: 'Open', grants: [], origins: [origin] })
    const found = async () => about(await doctor(environment), 'portals')
    try {
      expect(await found()).toMatchObject([
        { state: 'fault', message: expect.stringContaining('any site can frame it') },
      ])
      headers = securityHeaders({ visitkitUrl: 'http://localhost:1', videoOrigins: [] } as never)
      expect(await found()).toMatchObject([{ state: 'ok', message: expect.stringContaining(origin) }])
    } finally {
      await new Promise((resolve) => portal.close(resolve))
    }
    expect(await found()).toMatchObject([{ state: 'warning', message: expect.stringContaining('cannot be reached') }])
    await clients.register({ organizationId, clientId: 'open', name: 'Open', grants: [], origins: [] })
  })

  it.each([
    ["frame-ancestors 'none'", 'frame-ancestors *', 'any site can frame it'],
    ["frame-ancestors 'none'", 'frame-ancestors https:', 'any site can frame it'],
    ["frame-ancestors 'none'; ", '', 'any site can frame it'],
    ["script-src 'self'", "script-src 'self' 'unsafe-inline'", "script-src has 'unsafe-inline'"],
    ["script-src 'self'", 'script-src *', 'script-src has *'],
    ["default-src 'none'; script-src 'self'; ", '', 'any script runs in it'],
    ["base-uri 'none'", '', 'base-uri is missing'],
  ])('takes %s changed to "%s" for: %s', (part, changed, said) => {
    const { 'content-security-policy': policy = '', ...others } = securityHeaders({
      visitkitUrl: 'http://localhost:1',
      videoOrigins: [],
    } as never)
    const sound = new Headers({ ...others, 'content-security-policy': policy })
    expect(faultsOfHeaders(sound)).toEqual([])
    expect(policy).toContain(part)
    sound.set('content-security-policy', policy.replace(part, changed))
    expect(faultsOfHeaders(sound).join()).toContain(said)
  })

  it('names a misspelled variable', async () => {
    const findings = await doctor({ ...environment, VISITKIT_DATABSE_URL: 'x' })
    expect(about(findings, 'configuration')[0]).toMatchObject({
      state: 'warning',
      message: expect.stringContaining('VISITKIT_DATABSE_URL'),
    })
  })

  it('recognizes every variable that the configuration page lists', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/operations/configuration.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `(VISITKIT_[A-Z_]+)`/gm)].map(([, name = '']) => name)
    expect(listed).toContain('VISITKIT_CODE_SETS')
    const findings = await doctor(Object.fromEntries(listed.map((name) => [name, 'x'])))
    expect(findings.filter(({ message }) => message.includes('does not know'))).toEqual([])
  })

  it('stops at an invalid configuration, and repeats no value', async () => {
    const findings = await doctor({ VISITKIT_DATABASE_URL: 'mysql://root:hunter2@db' })
    expect(about(findings, 'configuration')).toMatchObject([{ state: 'fault' }])
    expect(writeFindings(findings)).not.toContain('hunter2')
  })

  it('reports a database that cannot be opened, without its password', async () => {
    const findings = await doctor({ ...environment, VISITKIT_DATABASE_URL: 'postgres://owner:hunter2@127.0.0.1:1/x' })
    expect(about(findings, 'database')).toMatchObject([{ state: 'fault' }])
    expect(writeFindings(findings)).not.toContain('hunter2')
  })

  it('warns of keys that others can read', async () => {
    await chmod(join(folder, 'keys'), 0o755)
    expect(about(await doctor(environment), 'keys')[0]).toMatchObject({ state: 'warning' })
    await chmod(join(folder, 'keys'), 0o700)
  })

  it('reports a downtime list that is missing or old, and one for a key that is not there', async () => {
    const key = join(folder, 'desk.pub.pem')
    const lists = join(folder, 'lists')
    const asked = { ...environment, VISITKIT_DOWNTIME_KEY: key, VISITKIT_DOWNTIME_FOLDER: lists }
    const list = async () => about(await doctor(asked), 'downtime list')
    expect(await list()).toMatchObject([{ state: 'fault', message: expect.stringContaining('no public key') }])
    const { public: made } = await createBackupKey(folder, { secret: 'desk.pem', public: 'desk.pub.pem' })
    expect(made).toBe(key)
    expect(await list()).toMatchObject([
      { state: 'fault', message: expect.stringContaining('No list of organization') },
    ])
    const file = downtimeFileOf(lists, organizationId)
    await mkdir(lists)
    await writeFile(file, 'a list')
    expect(await list()).toMatchObject([{ state: 'ok' }])
    const old = new Date(Date.now() - 4 * 3_600_000)
    await utimes(file, old, old)
    expect(await list()).toMatchObject([{ state: 'fault', message: expect.stringContaining('4 hours old') }])
    expect(about(await doctor(environment), 'downtime list')).toEqual([])
  })

  it('reports an account of the video vendor that records calls by default, and one that cannot be read', async () => {
    const daily = await startVideo({ port: 0, mode: 'plain' })
    const agreed = { ...environment, VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2024-01-01:' }
    const account = async () => about(await doctor({ ...agreed, ...videoAt(daily) }), 'video account')
    expect(await account()).toMatchObject([{ state: 'ok' }])
    daily.setAccount({ enable_recording: 'cloud' })
    expect(await account()).toMatchObject([
      { state: 'fault', message: expect.stringMatching(/account_records.*Turn recording, transcription/) },
    ])
    daily.setAccount({ enable_recording: undefined })
    daily.failNext(1, 401, { ofAccount: true })
    expect(await account()).toMatchObject([{ state: 'fault', message: expect.stringContaining('cannot be read') }])
    await daily.stop()
    expect(about(await doctor(environment), 'video account')).toEqual([])
  })

  it('reports each recipient of health information without an agreement, and one that ends within 30 days', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const stated = async (agreements: string) => {
      const findings = await doctor({
        ...environment,
        VISITKIT_SMTP_URL: 'smtps://mail.example',
        VISITKIT_MAIL_FROM: 'visits@hospital.example',
        VISITKIT_TELNYX_API_KEY: '5c1e09',
        VISITKIT_TELNYX_FROM: '+16145550199',
        VISITKIT_TELNYX_PUBLIC_KEY: 'k',
        VISITKIT_VENDOR_AGREEMENTS: agreements,
      })
      return about(findings, 'agreements').map(({ state, message }) => `${state} ${/smtp|telnyx/.exec(message)?.[0]}`)
    }
    expect(await stated('')).toEqual(['fault smtp', 'fault telnyx'])
    expect(await stated(`smtp:us:2026-01-01:,telnyx:us:2026-01-01:${day(31)}`)).toEqual(['ok smtp', 'ok telnyx'])
    expect(await stated(`smtp:us:2026-01-01:${day(29)},telnyx:eu:2026-01-01:`)).toEqual([
      ...['warning smtp', 'fault telnyx'],
    ])
    // A renewed one counts before the former has ended.
    expect(await stated(`smtp:us:2026-01-01:${day(29)},smtp:us:2026-01-01:${day(400)},telnyx:us:2026-01-01:`)).toEqual([
      ...['ok smtp', 'ok telnyx'],
    ])
  })

  it('reports that no user can sign in without the identity provider, and that an agreement is missing', async () => {
    await issuer.stop()
    const daily = await startVideo({ port: 0, mode: 'plain' })
    const findings = await doctor({ ...environment, ...videoAt(daily) })
    await daily.stop()
    expect(about(findings, 'issuers')).toMatchObject([{ state: 'fault' }])
    expect(about(findings, 'agreements')).toMatchObject([{ state: 'fault' }])
    expect(about(findings, 'video account')).toEqual([])
    expect(writeFindings(findings).trimEnd().split('\n').at(-1)).toMatch(/^fault/)
  })
})
