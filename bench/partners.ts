import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { SandboxOptions } from '../packages/sandbox/src/start-sandbox.ts'
import { demoPartners, partnerVendors } from '../scripts/demo-partners.ts'
import { demoPortCount, demoPortsFrom } from '../scripts/demo-ports.ts'
import { startProcess } from '../scripts/processes.ts'
import { freePorts } from '../scripts/free-ports.ts'

export interface BenchPartners {
  readonly processId: number
  /** The port that the server must use, so that the partners can call back. */
  readonly port: number
  readonly organizationId: string
  /** The server's settings for the partners. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Milliseconds. Shorter than in reality, like every wait in the bench; the order of events is unchanged. */
const payerDelayMs = 500
const laboratoryDelays = { partialAfterMs: 1_000, finalAfterMs: 2_000 }

const sandboxMain = join(import.meta.dirname, '../packages/sandbox/src/main.ts')
const secret = (): string => randomBytes(32).toString('base64url')

/**
 * The simulated partners of the demonstration as a separate process, reached over the network: pharmacies, laboratory, clearinghouse,
 * payments, mail and text messages. Their CPU does not count as the server's.
 */
export const startBenchPartners = async (): Promise<BenchPartners> => {
  const ports = demoPortsFrom(await freePorts(demoPortCount))
  const organizationId = crypto.randomUUID()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { sandbox, environment } = demoPartners({
    ports,
    serverUrl: `http://127.0.0.1:${ports.server}`,
    organizationId,
    secrets: {
      pharmacySecret: secret(),
      clearinghouseKey: secret(),
      stripeKey: `sk_test_${secret()}`,
      stripeWebhookSecret: `whsec_${secret()}`,
      telnyxKey: secret(),
      telnyxSigningKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      telnyxPublicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    },
  })
  const options: SandboxOptions = {
    ...sandbox,
    ...(sandbox.clearinghouse && { clearinghouse: { ...sandbox.clearinghouse, thinkMs: payerDelayMs } }),
    ...(sandbox.laboratory && { laboratory: { ...sandbox.laboratory, automatic: laboratoryDelays } }),
  }
  const started = await startProcess({
    name: 'sandbox',
    args: [sandboxMain],
    environment: { SANDBOX_OPTIONS: JSON.stringify(options) },
    readyWhen: 'sandbox ready',
    show: false,
  })
  return {
    processId: started.child.pid ?? 0,
    port: ports.server,
    organizationId,
    environment: {
      ...environment,
      VISITKIT_PORT: String(ports.server),
      VISITKIT_VENDOR_AGREEMENTS: partnerVendors.map((vendor) => `${vendor}:us:2026-01-01:`).join(),
    },
    stop: started.stop,
  }
}
