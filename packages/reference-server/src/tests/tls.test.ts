import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig, type ConfigError } from '../config.ts'
import { createTransitKeyProvider } from '../vendors/keys/transit-key-provider.ts'
import { selfSigned } from '../vendors/laboratory/mllp/self-signed.testing.ts'
import { prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'
import { anyHost } from '../platform/egress/any-host.testing.ts'

describe('a server that ends TLS itself', () => {
  let place: ServerFixture
  let server: ComposedServer
  let folder: string
  let port: number
  let files: { readonly certificate: string; readonly key: string }
  let ca: string
  const writeCertificate = async (): Promise<string> => {
    const made = selfSigned('localhost')
    await writeFile(files.certificate, made.certificate)
    await writeFile(files.key, made.key)
    return made.certificate
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-tls-'))
    files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
    ca = await writeCertificate()
    place = await prepareServerFixture('pglite')
    server = await composeServer(
      readConfig({
        ...place.environment,
        VISITKIT_PUBLIC_URL: 'https://localhost',
        VISITKIT_TLS_CERTIFICATE: files.certificate,
        VISITKIT_TLS_KEY: files.key,
      }),
    )
    const listening = await server.listen()
    port = listening.port
    expect(listening.url).toMatch(/^https:/)
  })
  afterAll(async () => {
    await server.close()
    await place.remove()
    await rm(folder, { recursive: true })
  })

  const handshake = (options: ConnectionOptions): Promise<TLSSocket | NodeJS.ErrnoException> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca, ...options }, () =>
        resolve(socket),
      )
      socket.on('error', resolve)
    })
  /** The protocol and the suite that were agreed, or null if the server refused. */
  const agreed = async (options: ConnectionOptions): Promise<readonly [string | null, string] | null> => {
    const outcome = await handshake(options)
    if (outcome instanceof Error) return null
    const found = [outcome.getProtocol(), outcome.getCipher().standardName] as const
    outcome.destroy()
    return found
  }

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'accepts %s with forward secrecy and authenticated encryption',
    async (version) => {
      const [protocol, suite] = (await agreed({ minVersion: version, maxVersion: version })) ?? []
      expect(protocol).toBe(version)
      expect(suite).toMatch(version === 'TLSv1.3' ? /^TLS_AES_(128|256)_GCM/ : /^TLS_ECDHE_.*_GCM_/)
    },
  )

  test('refuses TLS 1.0 and 1.1', async () => {
    for (const version of ['TLSv1', 'TLSv1.1'] as const)
      // Level 0: this client would do it.
      expect(await agreed({ minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' })).toBeNull()
  })

  test.each([
    'AES256-SHA',
    'AES128-GCM-SHA256',
    'ECDHE-RSA-AES256-SHA',
    'ECDHE-ECDSA-AES128-SHA',
    'ECDHE-RSA-AES128-SHA256',
    'ECDHE-ECDSA-AES256-SHA384',
    'DHE-RSA-AES256-SHA',
  ])('refuses the weak suite %s', async (suite) => {
    expect(await agreed({ maxVersion: 'TLSv1.2', ciphers: `${suite}:@SECLEVEL=0` })).toBeNull()
  })

  test('answers over TLS only, and sends HSTS', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
    const socket = await handshake({})
    if (socket instanceof Error) throw socket
    socket.write('GET /v1/organization HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    const answer = Buffer.concat((await socket.toArray()) as Buffer[]).toString()
    expect(answer).toMatch(/^HTTP\/1\.1 401/)
    expect(answer.toLowerCase()).toMatch(/strict-transport-security: max-age=\d{8}/)
  })

  test('takes a renewed certificate without a restart, and keeps the former one if the new one does not fit', async () => {
    const fingerprintOf = async (trusted: string): Promise<string | null> => {
      const socket = await handshake({ ca: trusted })
      if (socket instanceof Error) return null
      const { fingerprint256 } = socket.getPeerCertificate()
      socket.destroy()
      return fingerprint256
    }
    const renewed = await writeCertificate()
    expect(await fingerprintOf(ca), 'not read yet').not.toBeNull()
    server.reloadCertificate()
    expect(await fingerprintOf(renewed)).toBe(new X509Certificate(renewed).fingerprint256)
    await writeFile(files.key, selfSigned('localhost').key)
    expect(() => server.reloadCertificate()).toThrow('is not the key of the certificate')
    expect(await fingerprintOf(renewed)).not.toBeNull()
  })
})

describe('outgoing connections', () => {
  let partner: Server
  let url: string
  let asked = 0
  beforeAll(async () => {
    const { certificate: cert, key } = selfSigned('localhost')
    partner = createServer({ cert, key }, (_request, response) => {
      asked += 1
      response.end('{"data":{"latest_version":1}}')
    })
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
    url = `https://localhost:${(partner.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => partner.close(resolve)))

  test('are refused before a byte of a request leaves, if the certificate is not trusted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-token-'))
    const tokenFile = join(folder, 'token')
    await writeFile(tokenFile, 'hvs.of-this-test')
    await expect(
      createTransitKeyProvider({ outgoing: anyHost, url, keyName: 'visitkit', tokenFile, former: null }),
    ).rejects.toMatchObject({
      status: 503,
    })
    await rm(folder, { recursive: true })
    expect(asked).toBe(0)
  })
})

test('production refuses to start where certificates of others are not verified', () => {
  const read = (more: Record<string, string>): readonly string[] => {
    try {
      readConfig({ VISITKIT_MODE: 'production', ...more })
      return []
    } catch (error) {
      return (error as ConfigError).faults
    }
  }
  const named = (faults: readonly string[]): boolean =>
    faults.some((fault) => fault.startsWith('NODE_TLS_REJECT_UNAUTHORIZED'))
  expect(named(read({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }))).toBe(true)
  expect(named(read({}))).toBe(false)
})
