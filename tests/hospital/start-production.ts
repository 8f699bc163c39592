import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { selfSigned } from '../../packages/reference-server/src/vendors/laboratory/mllp/self-signed.testing.ts'
import { freePorts } from '../../scripts/free-ports.ts'
import { startServer, type RunningServer } from './start-server.ts'
import { messageVendors } from '../requests/messaging.ts'
import {
  captureSocket,
  type CapturedSocket,
} from '../../packages/reference-server/src/platform/partners/tests/capture-socket.ts'

export { selfSigned }

/** Every external recipient that this server may send to. */
export const partners = ['daily', 'pharmacy', 'laboratory', 'clearinghouse', 'stripe', 'smtp', 'telnyx'] as const
export type Partner = (typeof partners)[number]

export interface ProductionSettings {
  /** The organization of this deployment's mailbox and payment account. */
  readonly organizationId: string
  readonly environment: Readonly<Record<string, string>>
  /** What each partner has received. */
  readonly sockets: Readonly<Record<Partner, CapturedSocket>>
  readonly laboratoryPort: number
  /** A laboratory's own certificate, which the server trusts. */
  readonly laboratory: { readonly certificate: string; readonly key: string }
  remove(): Promise<void>
}

export interface Production extends ProductionSettings {
  readonly server: RunningServer
  stop(): Promise<void>
}

const secret = (): string => randomBytes(32).toString('hex')

/** What an operator sets in production, with every partner; `agreements` as in `VISITKIT_VENDOR_AGREEMENTS`. */
export const productionSettings = async (agreements: string): Promise<ProductionSettings> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-production-'))
  const keys = join(folder, 'keys')
  await mkdir(keys, { mode: 0o700 })
  const tokenKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  await writeFile(join(keys, 'token-keys.json'), JSON.stringify({ keys: [tokenKey] }), { mode: 0o600 })
  const [own, laboratory] = [selfSigned('visits.hospital.example'), selfSigned('laboratory.example')]
  const files = { certificate: own.certificate, key: own.key, clients: laboratory.certificate }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.pem`), text, { mode: 0o600 })
  const [laboratoryPort = 0] = await freePorts(1)
  const captured = await Promise.all(partners.map(async (name) => [name, await captureSocket()] as const))
  const sockets = Object.fromEntries(captured) as Record<Partner, CapturedSocket>
  const at = (partner: Partner): string => `https://127.0.0.1:${sockets[partner].port}`
  const organizationId = newId()
  return {
    organizationId,
    sockets,
    laboratoryPort,
    laboratory,
    environment: {
      VISITKIT_MODE: 'production',
      VISITKIT_PUBLIC_URL: 'https://visits.hospital.example',
      VISITKIT_TRUSTED_PROXIES: '1',
      VISITKIT_KEY_FOLDER: keys,
      VISITKIT_CHECKPOINT_FILE: join(folder, 'elsewhere', 'checkpoints.ndjson'),
      VISITKIT_LOG_LEVEL: 'info',
      VISITKIT_LOG_REQUESTS: 'failures',
      VISITKIT_REGION: 'us',
      VISITKIT_VENDOR_AGREEMENTS: agreements,
      VISITKIT_VIDEO: 'daily',
      VISITKIT_DAILY_API_KEY: secret(),
      VISITKIT_DAILY_DOMAIN_ID: randomUUID(),
      VISITKIT_DAILY_WEBHOOK_SECRET: randomBytes(32).toString('base64'),
      VISITKIT_DAILY_API_BASE: `${at('daily')}/v1`,
      VISITKIT_PHARMACY_URL: `${at('pharmacy')}/script`,
      VISITKIT_PHARMACY_ACCOUNT: 'lakeside',
      VISITKIT_PHARMACY_SECRETS: secret(),
      VISITKIT_LABORATORY_ADDRESS: `127.0.0.1:${sockets.laboratory.port}`,
      VISITKIT_LABORATORY_TLS: 'required',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
      VISITKIT_LABORATORY_LISTEN: `127.0.0.1:${laboratoryPort}`,
      VISITKIT_LABORATORY_CERTIFICATE: join(folder, 'certificate.pem'),
      VISITKIT_LABORATORY_KEY: join(folder, 'key.pem'),
      VISITKIT_LABORATORY_CLIENTS_CA: join(folder, 'clients.pem'),
      VISITKIT_LABORATORY_FACILITIES: `LAB/EXAMPLE-LAB/${organizationId}`,
      VISITKIT_CLEARINGHOUSE_URL: `${at('clearinghouse')}/v1`,
      VISITKIT_CLEARINGHOUSE_API_KEY: secret(),
      VISITKIT_CLEARINGHOUSE_SUBMITTER: 'LAKESIDEHLTH/Lakeside Health/Billing Desk/6145550100',
      VISITKIT_CLEARINGHOUSE_RECEIVER: 'SIMCLEAR/Simulated Clearinghouse',
      VISITKIT_CLEARINGHOUSE_ORGANIZATION: organizationId,
      VISITKIT_STRIPE_API_KEY: secret(),
      VISITKIT_STRIPE_API_BASE: at('stripe'),
      VISITKIT_STRIPE_WEBHOOK_SECRET: `whsec_${secret()}`,
      VISITKIT_STRIPE_ORGANIZATION: organizationId,
      ...messageVendors,
      VISITKIT_SMTP_URL: `smtps://visits:${secret()}@127.0.0.1:${sockets.smtp.port}`,
      VISITKIT_MAIL_FROM: 'visits@hospital.example',
      VISITKIT_TELNYX_API_BASE: at('telnyx'),
    },
    remove: async () => {
      await Promise.all(partners.map((name) => sockets[name].stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The whole server as deployed: production mode, on the embedded engine, with its real policies and rate limits. */
export const startProduction = async (agreements: string): Promise<Production> => {
  const settings = await productionSettings(agreements)
  const server = await startServer({ databaseUrl: null, environment: settings.environment, limitsRates: true })
  return {
    ...settings,
    server,
    stop: async () => {
      await server.stop()
      await settings.remove()
    },
  }
}
