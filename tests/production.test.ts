import { readdir, readFile } from 'node:fs/promises'
import { connect as connectPlain } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { startTestIssuer } from '../packages/reference-server/src/platform/identity/tests/start-test-issuer.testing.ts'
import { body, createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { captureSocket } from '../packages/reference-server/src/platform/partners/tests/capture-socket.ts'
import { partners, selfSigned, startProduction, type Production } from './hospital/start-production.ts'
import { usePartner } from './production/use-partner.ts'

/**
 * The composed server as an operator runs it: production mode, TLS everywhere, the policies of this release, a partner behind every socket.
 * Each safeguard that the composition adds is tested with a request that it must refuse, because a composition that omits one works just as
 * well.
 */
const foundAt = async ({ server, organizationId }: Production, id = organizationId): Promise<Hospital> => {
  const hospital = await createHospital(server, id, 'daily')
  // The requests that set it up must not count for the rate limits.
  server.clock.advance({ minutes: 1 })
  return hospital
}
const connectionsOf = ({ sockets }: Production): Record<string, number> =>
  Object.fromEntries(partners.map((name) => [name, sockets[name].connections]))
const none = Object.fromEntries(partners.map((name) => [name, 0]))

describe('in production, without an agreement in force in the region', () => {
  let production: Production
  let hospital: Hospital
  beforeAll(async () => {
    // One that has ended, one that has not begun, and one for another region.
    const agreements = partners.flatMap((name) => [
      `${name}:us:2024-01-01:2026-11-25`,
      `${name}:us:2026-11-26:`,
      `${name}:eu:2026-01-01:`,
    ])
    production = await startProduction(agreements.join())
    hospital = await foundAt(production)
  })
  afterAll(() => production?.stop())

  it.each(partners)('not one byte goes to %s, and the refusal names the reason', async (name) => {
    const outcome = await usePartner[name](hospital)
    if ('status' in outcome) expect(outcome).toEqual({ status: 403, code: 'vendor_not_permitted' })
    else expect(outcome.lastFault).toContain('vendor_not_permitted')
    expect(production.sockets[name].connections).toBe(0)
  })

  it('at the end no partner has been called', async () => {
    await production.server.composed.platform.relay.settle()
    expect(connectionsOf(production)).toEqual(none)
  })

  it('an organization cannot choose a video vendor', async () => {
    const { version } = await body(hospital.administrator.get('/v1/organization'))
    const refused = await hospital.administrator.patch('/v1/organization', { videoVendor: 'daily', version })
    expect([refused.status, refused.body.code]).toEqual([403, 'vendor_not_permitted'])
  })
})

describe('in production', () => {
  let production: Production
  let hospital: Hospital
  let patient: Person
  beforeAll(async () => {
    production = await startProduction(partners.map((name) => `${name}:us:2026-01-01:`).join())
    hospital = await foundAt(production)
    patient = await hospital.person('patient')
  })
  afterAll(() => production?.stop())

  it.each(partners)('with an agreement in force %s is called, always over TLS', async (name) => {
    const socket = production.sockets[name]
    await usePartner[name](hospital)
    await expect.poll(() => socket.received.length, { timeout: 30_000 }).toBeGreaterThan(0)
    // The first byte of a TLS handshake (RFC 8446, section 5.1); the version follows it.
    for (const bytes of socket.received) expect([bytes[0], bytes[1]]).toEqual([0x16, 0x03])
  })

  it('another organization does not reach the mailbox and the payment account of this one', async () => {
    const other = await foundAt(production, newId())
    for (const name of ['clearinghouse', 'stripe'] as const)
      expect(await usePartner[name](other), name).toEqual({ status: 403, code: 'vendor_not_permitted' })
  })

  it('webhooks go to public addresses over TLS and nowhere else', async () => {
    const socket = await captureSocket()
    const urls = [
      `https://127.0.0.1:${socket.port}/hook`,
      `https://localhost:${socket.port}/hook`,
      `http://127.0.0.1:${socket.port}/hook`,
      'https://169.254.169.254/latest/meta-data',
      'http://hooks.example/visits',
    ]
    for (const url of urls) {
      const refused = await hospital.administrator.post('/v1/webhook-endpoints', { url, events: ['*'] })
      expect([refused.status, refused.body.code], url).toEqual([422, 'address_not_allowed'])
    }
    expect(socket.connections).toBe(0)
    await socket.stop()
  })

  it('every response makes browsers stay on TLS, cache nothing, sniff nothing and frame nothing', async () => {
    const { url } = production.server
    const answers = [
      await fetch(`${url}/health/live`),
      await fetch(`${url}/v1/nothing`),
      await fetch(`${url}/v1/me`),
      await patient.fetch('/v1/me'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 200])
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
      })
    }
  })

  it('the embedded engine has its audit journal: a read is in it before it is shown', async () => {
    const read = await patient.fetch(`/v1/patients/${patient.personId}`)
    const changed = await hospital.desk.post('/v1/patients', {
      name: { given: 'Alex', family: 'Sample' },
      birthDate: '1984-06-15',
      state: 'OH',
      language: 'en',
      zone: 'America/New_York',
    })
    expect([read.status, changed.status]).toEqual([200, 201])
    const files = (await readdir(production.server.folder)).filter((name) => /^audit\.journal\.\d{6}$/.test(name))
    const texts = await Promise.all(files.map((name) => readFile(join(production.server.folder, name), 'utf8')))
    for (const { headers } of [read, changed]) expect(texts.join('')).toContain(headers.get('x-request-id'))
  })

  it('an access review includes the access that just happened', async () => {
    const officer = await hospital.person('privacy-officer')
    await patient.get(`/v1/patients/${patient.personId}`)
    // Rows reach the table after the journal, usually before they can be requested.
    const settled = vi.spyOn(production.server.composed.platform.ledger, 'settle')
    const { items } = await body(officer.get(`/v1/patients/${patient.personId}/accesses`))
    expect(items[0]).toMatchObject({ actor: { id: patient.personId }, entity: 'Patient', action: 'read' })
    expect(settled).toHaveBeenCalled()
    settled.mockRestore()
  })

  it('signed checkpoints of the ledger go to the file that was named', async () => {
    await production.server.composed.platform.checkpointer.checkpointNow()
    const path = production.environment['VISITKIT_CHECKPOINT_FILE'] ?? ''
    expect(await readFile(path, 'utf8').catch(() => 'no file')).toMatch(/"signature":"[\w+/]+=*"/)
  })

  it('a client that sends too many requests has to wait', async () => {
    const busy = await patient.again()
    const statuses = new Set<number>()
    for (let asked = 0; asked < 401; asked++) statuses.add((await busy.get('/v1/me')).status)
    expect([...statuses]).toEqual([200, 429])
    // Every session of the same person waits, and no one else.
    expect((await patient.get('/v1/me')).status).toBe(429)
    expect((await hospital.administrator.get('/v1/session')).status).toBe(200)
  })

  it('guesses of secrets are rate-limited by the address that the proxy appended, without an effect on others', async () => {
    const guess = async (address: string, secret = 'x'.repeat(43)): Promise<number> => {
      const { status } = await fetch(`${production.server.url}/v1/token`, {
        method: 'POST',
        // The address that a client claims comes before the one that our own proxy appends.
        headers: {
          'x-forwarded-for': `198.51.100.99, ${address}`,
          authorization: `Basic ${Buffer.from(`${hospital.program.clientId}:${secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
      return status
    }
    const statuses: number[] = []
    for (let tries = 0; tries < 21; tries++) statuses.push(await guess('198.51.100.1'))
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([401]))
    expect(statuses[20]).toBe(429)
    expect(await guess('198.51.100.2')).toBe(401)
    // A right secret from the same address is right, whatever its neighbors send.
    expect(await guess('198.51.100.1', hospital.program.clientSecret)).toBe(200)
  })

  it('a stranger who sends forged refresh tokens stops no one at the same address', async () => {
    const send = async (form: Record<string, string>, headers: Record<string, string> = {}): Promise<number> =>
      (
        await fetch(`${production.server.url}/v1/token`, {
          method: 'POST',
          headers: { 'x-forwarded-for': '198.51.100.7', ...headers },
          body: new URLSearchParams(form),
        })
      ).status
    const { clientId } = hospital.portal
    const junk = () => send({ grant_type: 'refresh_token', client_id: clientId, refresh_token: 'x'.repeat(65) })
    const statuses = await Promise.all(Array.from({ length: 40 }, junk))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20)
    const basic = Buffer.from(`${hospital.program.clientId}:${hospital.program.clientSecret}`).toString('base64')
    expect(await send({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` })).toBe(200)
  })

  it('guesses of invitation codes are rate-limited, without an effect on others of the same portal', async () => {
    // In production, keys of sign-ins come over TLS only.
    const certificate = selfSigned('localhost')
    const known = getCACertificates('default')
    setDefaultCACertificates([...known, certificate.certificate])
    onTestFinished(() => setDefaultCACertificates(known))
    const issuer = await startTestIssuer(certificate)
    await production.server.composed.identity.clients.registerIssuer(hospital.id, issuer.registration)
    const { clientId, clientSecret } = hospital.portal
    const guess = async (subject: string): Promise<number> => {
      const { status } = await fetch(`${production.server.url}/v1/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
        body: new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          subject_token: await issuer.idToken(subject, production.server.clock.now()),
          invitation: '7K3M9-QXT4W-ZR8NB-H2CVD',
        }),
      })
      return status
    }
    const statuses: number[] = []
    for (let tries = 0; tries < 11; tries++) statuses.push(await guess('guesser'))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429])
    expect(await guess('somebody-else')).toBe(404)
    await issuer.stop()
  })

  it('a disabled person is signed out by the server', async () => {
    const administrator = await hospital.administrator.again()
    const { id: personId, version } = await body(
      administrator.post('/v1/members', { displayName: 'Sample Nurse', roles: ['nurse'] }),
    )
    const nurse = await hospital.signIn({ role: 'nurse', personId, patientIds: [], practitionerId: null })
    expect((await nurse.get('/v1/me')).status).toBe(200)
    await body(administrator.patch(`/v1/members/${personId}`, { status: 'disabled', version }))
    await expect.poll(async () => (await nurse.get('/v1/me')).body.code, { timeout: 10_000 }).toBe('session_ended')
  })

  it('a laboratory is admitted only with its certificate and over TLS', async () => {
    const { laboratoryPort: port, laboratory } = production
    const message = Buffer.from(`\u000bMSH|^~\\&|OTHER|LAB|VISITKIT|LAKESIDE|20261125||ORU^R01|1|P|2.5.1\r\u001c\r`)
    /** The response, or nothing when the connection is refused or cut. */
    const answerTo = (open: () => ReturnType<typeof connectPlain>): Promise<string> =>
      new Promise((resolve) => {
        const socket = open()
        let answer = ''
        socket.on('error', () => undefined)
        socket.on('data', (bytes: Buffer) => {
          answer += bytes.toString()
          socket.destroy()
        })
        socket.once('close', () => resolve(answer))
        socket.write(message)
      })
    const tls = { port, host: '127.0.0.1', rejectUnauthorized: false }
    expect(await answerTo(() => connectPlain(port, '127.0.0.1'))).not.toContain('MSH')
    expect(await answerTo(() => connectTls(tls))).not.toContain('MSH')
    const { certificate: cert, key } = laboratory
    // Admitted, and refused for a sender that is not registered.
    expect(await answerTo(() => connectTls({ ...tls, cert, key }))).toMatch(/MSA\|AR/)
  })

  it('nothing is simulated: no peer video, no demonstration of drug checks', async () => {
    const { administrator } = hospital
    const { version } = await body(administrator.get('/v1/organization'))
    const refused = await administrator.patch('/v1/organization', { videoVendor: 'peer', version })
    expect([refused.status, refused.body.code]).toEqual([403, 'vendor_not_permitted'])
    const doctor = await hospital.onDuty()
    await hospital.treat(patient.personId)
    const checked = await body(doctor.post(`/v1/patients/${patient.personId}/prescription-checks`, { rxcui: '314076' }))
    // Of high severity: interactions were not checked. That no one has asked about allergies is moderate.
    expect(checked.alerts).toContainEqual(expect.objectContaining({ kind: 'check-unavailable', severity: 'high' }))
  })
})
