import { execFile, spawn } from 'node:child_process'
import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as delay } from 'node:timers/promises'
import type { components } from '@visitkit/contract'
import { findProgram } from '../scripts/find-program.ts'
import { freePorts } from '../scripts/free-ports.ts'

const run = promisify(execFile)

/** In the form of the contract. */
export type IceServer = components['schemas']['IceServer']

/** coturn, on this machine only. */
export interface Relay {
  readonly port: number
  /** Over TLS, with a certificate of its own. */
  readonly tlsPort: number
  /** The SHA-256 of the certificate's key, with which a browser trusts it. Base64. */
  readonly keyHash: string
  readonly secret: string
  /** Its servers for a browser, by transport, with a password that is valid for a minute, or a wrong one. */
  servers(transports: readonly ('udp' | 'tcp' | 'tls')[], port?: number, isWrong?: boolean): IceServer[]
  stop(): Promise<void>
}

export const startRelay = async (): Promise<Relay> => {
  const program = await findProgram({
    variable: 'TURNSERVER_PATH',
    paths: ['/usr/bin/turnserver', '/opt/homebrew/bin/turnserver', '/usr/local/bin/turnserver'],
    package: 'coturn',
    missing:
      'The test of the device check needs a relay. Install coturn (Debian: apt-get install coturn; macOS: brew install coturn).',
  })
  const [port = 0, tlsPort = 0, lowest = 0] = await freePorts(3)
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-relay-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=relay.example', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
  ])
  const secret = randomBytes(24).toString('base64url')
  const settings = [
    ...['--listening-ip=127.0.0.1', `--listening-port=${port}`, '--relay-ip=127.0.0.1'],
    ...[`--min-port=${lowest}`, `--max-port=${lowest + 200}`, '--realm=relay.example', '--allow-loopback-peers'],
    ...['--use-auth-secret', `--static-auth-secret=${secret}`, '--no-dtls', '--no-cli'],
    ...[
      `--tls-listening-port=${tlsPort}`,
      '--cert',
      join(folder, 'certificate.pem'),
      '--pkey',
      join(folder, 'key.pem'),
    ],
    ...['--log-file=stdout', '--pidfile=', '-n'],
  ]
  const relay = spawn(program, settings, { stdio: 'ignore' })
  const ended = once(relay, 'exit')
  await Promise.all([listening(port), listening(tlsPort)])
  return {
    port,
    tlsPort,
    keyHash: createHash('sha256')
      .update(new X509Certificate(await readFile(certificate)).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    secret,
    servers: (transports, at = port, isWrong = false) => {
      const username = `${Math.floor(Date.now() / 1000) + 60}:check`
      const credential = isWrong ? 'wrong' : createHmac('sha1', secret).update(username).digest('base64')
      return transports.map((transport) => ({
        urls: [
          transport === 'tls'
            ? `turns:127.0.0.1:${tlsPort}?transport=tcp`
            : `turn:127.0.0.1:${at}?transport=${transport}`,
        ],
        ...{ username, credential },
      }))
    },
    stop: async () => {
      relay.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const listening = async (port: number): Promise<void> => {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(100)) {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
  }
  throw new Error('The relay did not listen within 10 seconds.')
}

export interface UdpPath {
  readonly port: number
  /**
   * As when a phone leaves the Wi-Fi: from now on everything comes from another address, and nothing arrives at the one before. What was
   * agreed with the relay is bound to the address, and is void.
   */
  changeAddress(): void
  /** From now on this share is dropped. */
  lose(share: number): void
  stop(): void
}

/** A UDP port through which datagrams pass to another one, except those that are dropped: a share `from` 0 to 1; 1 swallows all of them. */
export const startLossyPath = async (to: number, from: number): Promise<UdpPath> => {
  let share = from
  const entry = createSocket('udp4')
  const senders = new Map<string, Socket>()
  // Not by chance: the first packets of a connection pass, so that it is the picture that suffers.
  let [passed, dropped] = [0, 0]
  const passes = (): boolean => {
    passed += 1
    if (share < 1 && passed < 60) return true
    if (dropped >= passed * share) return true
    dropped += 1
    return false
  }
  const senderOf = ({ address, port }: RemoteInfo): Socket => {
    const known = senders.get(`${address} ${port}`)
    if (known) return known
    const socket = createSocket('udp4')
    socket.on('message', (data) => passes() && entry.send(data, port, address))
    senders.set(`${address} ${port}`, socket)
    return socket
  }
  entry.on('message', (data, from) => passes() && senderOf(from).send(data, to, '127.0.0.1'))
  entry.bind(0, '127.0.0.1')
  await once(entry, 'listening')
  return {
    port: entry.address().port,
    changeAddress: () => {
      for (const socket of senders.values()) socket.close()
      senders.clear()
    },
    lose: (next) => {
      ;[share, passed, dropped] = [next, 60, 60 * next]
    },
    stop: () => {
      entry.close()
      for (const socket of senders.values()) socket.close()
    },
  }
}
