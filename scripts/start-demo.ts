import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { accountsOf, readPeople, type DemoNewcomer } from '../examples/portal/src/people.ts'
import { createPartnerSecrets, demoPartners, partnerVendors, type PartnerSecrets } from './demo-partners.ts'
import type { DemoPorts } from './demo-ports.ts'
import { demoWitness } from './demo-witness.ts'
import type { DemoPreparation } from './prepare-demo.ts'
import { startProcess, type StartedProcess } from './processes.ts'

export interface DemoOptions {
  /** The folder with all data of the demo. */
  readonly folder: string
  /** `null` uses the embedded database in the folder. */
  readonly postgresUrl: string | null
  readonly video: 'peer' | 'daily'
  /** Of the simulated Daily. Default `hipaa`. */
  readonly videoMode?: 'hipaa' | 'plain'
  readonly ports: DemoPorts
  /** Servers with which browsers find their way to each other. Default none: they are on one machine. */
  readonly relay?: { readonly stunUrls: readonly string[]; readonly urls: readonly string[]; readonly secret: string }
  /** Further accounts of the identity provider: people who can accept an invitation. */
  readonly newcomers?: readonly DemoNewcomer[]
  readonly log: (line: string) => void
  /** Prints the output of the processes. */
  readonly verbose?: boolean
  /** How the server, the portal and the partners start. Default: each in a process of its own. */
  readonly start?: typeof startProcess
}

export interface Demo {
  readonly portalUrl: string
  readonly serverUrl: string
  readonly identityUrl: string
  readonly server: StartedProcess
  readonly processes: readonly StartedProcess[]
  /** Kills the server, as a crash would, and starts it again on the same data. */
  crashServer(): Promise<void>
  stop(): Promise<void>
}

interface Secrets extends PartnerSecrets {
  readonly portalSecret: string
  readonly setupSecret: string
  readonly identityClientSecret: string
  readonly dailyApiKey: string
  readonly dailyWebhookSecret: string
}

/** Of the simulated vendor's account; the server signs join tokens with it. */
const dailyDomainId = '00000000-0000-4000-8000-0000000da117'

const root = resolve(import.meta.dirname, '..')
const serverMain = join(root, 'packages/reference-server/src/main.ts')

/** The demo's secrets are generated at the first start and stored in its folder: no secret is in the repository. */
const secretsIn = async (folder: string): Promise<Secrets> => {
  const file = join(folder, 'secrets.json')
  const stored = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>) : {}
  const secret = (): string => randomBytes(32).toString('base64url')
  const secrets: Secrets = {
    portalSecret: secret(),
    setupSecret: secret(),
    identityClientSecret: secret(),
    dailyApiKey: secret(),
    dailyWebhookSecret: randomBytes(32).toString('base64'),
    ...createPartnerSecrets(),
    // A demo of an older version keeps its stored secrets and gets the new ones.
    ...stored,
  }
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

/** Starts the sandbox partners, the server, an organization with people, and the portal. */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const { folder, ports, video, videoMode = 'hipaa', log, start = startProcess } = options
  await mkdir(folder, { recursive: true })
  const secrets = await secretsIn(folder)
  const people = await readPeople()
  const show = options.verbose ?? false
  const processes: StartedProcess[] = []
  const serverUrl = `http://localhost:${ports.server}`
  const identityUrl = `http://localhost:${ports.identity}`
  const videoUrl = `http://localhost:${ports.video}`
  const portalUrl = `http://localhost:${ports.portal}`
  const stop = async (): Promise<void> => {
    for (const one of processes.toReversed()) await one.stop()
  }

  const serverEnvironment: Record<string, string> = {
    VISITKIT_PORT: String(ports.server),
    VISITKIT_PUBLIC_URL: serverUrl,
    VISITKIT_DATA_FOLDER: join(folder, 'server'),
    VISITKIT_REGION: 'us',
    VISITKIT_LOG_LEVEL: 'info',
    VISITKIT_VIDEO: video === 'daily' ? 'daily,peer' : 'peer',
    ...(options.relay
      ? {
          VISITKIT_STUN_URLS: options.relay.stunUrls.join(),
          VISITKIT_TURN_URLS: options.relay.urls.join(),
          VISITKIT_TURN_SECRET: options.relay.secret,
        }
      : {}),
    ...(options.postgresUrl ? { VISITKIT_DATABASE_URL: options.postgresUrl } : {}),
    ...(video === 'daily'
      ? {
          VISITKIT_DAILY_MODE: videoMode,
          VISITKIT_DAILY_API_KEY: secrets.dailyApiKey,
          VISITKIT_DAILY_DOMAIN_ID: dailyDomainId,
          VISITKIT_DAILY_API_BASE: `${videoUrl}/v1`,
          VISITKIT_DAILY_WEBHOOK_SECRET: secrets.dailyWebhookSecret,
        }
      : {}),
    VISITKIT_VENDOR_AGREEMENTS: [...partnerVendors, ...(video === 'daily' ? ['daily'] : [])]
      .map((vendor) => `${vendor}:us:2020-01-01:`)
      .join(),
  }

  const startServer = (): Promise<StartedProcess> =>
    start({
      name: 'server',
      args: [serverMain],
      environment: serverEnvironment,
      readyWhen: '"listening"',
      show,
      timeoutMs: 120_000,
    })

  try {
    const registered = join(folder, 'registered')
    const isFirst = !existsSync(registered)
    const organizationId = isFirst ? randomUUID() : await readFile(registered, 'utf8')
    const partners = demoPartners({ ports, serverUrl, organizationId, secrets })
    Object.assign(serverEnvironment, partners.environment)
    if (isFirst) {
      log('Preparing the database, and filling Lakeside Health with fictional people and their past')
      // Data of a first start that was interrupted.
      await rm(join(folder, 'server'), { recursive: true, force: true })
      const preparation: DemoPreparation = {
        organization: { id: organizationId, ...(await organizationOf({ identityUrl, portalUrl, secrets })) },
        partners: partners.sandbox,
        video,
        issuer: identityUrl,
        portal: { clientId: 'lakeside-portal', origin: portalUrl },
        setup: { clientId: 'lakeside-setup', clientSecret: secrets.setupSecret },
      }
      const prepared = await startProcess({
        name: 'prepare',
        args: [join(root, 'scripts/prepare-demo.ts')],
        environment: { ...serverEnvironment, DEMO_PREPARATION: JSON.stringify(preparation) },
        readyWhen: 'prepared',
        show,
        timeoutMs: 180_000,
      })
      await prepared.ended
      for (const line of prepared.output.filter((each) => /^\d/.test(each))) log(`  ${line}`)
      await writeFile(registered, organizationId)
    }
    const witness = await demoWitness(join(folder, 'witness'), ports.witness)
    Object.assign(serverEnvironment, witness.environment)
    log(
      'Starting the simulated partners: identity provider, pharmacies, laboratory, clearinghouse, payments, mail, SMS, and the witness of the access log',
    )
    processes.push(
      await start({
        name: 'sandbox',
        args: [join(root, 'packages/sandbox/src/main.ts')],
        environment: {
          SANDBOX_OPTIONS: JSON.stringify({
            identityProvider: {
              port: ports.identity,
              issuer: identityUrl,
              name: 'Lakeside Health',
              accounts: accountsOf({ ...people, newcomers: [...people.newcomers, ...(options.newcomers ?? [])] }),
              clients: [
                {
                  clientId: 'lakeside-portal',
                  name: 'the Lakeside portal',
                  clientSecret: secrets.identityClientSecret,
                  redirectUris: [`${portalUrl}/signed-in`],
                },
              ],
            },
            ...(video === 'daily'
              ? {
                  video: {
                    port: ports.video,
                    mode: videoMode,
                    publicUrl: videoUrl,
                    apiKey: secrets.dailyApiKey,
                    domainId: dailyDomainId,
                  },
                }
              : {}),
            ...partners.sandbox,
            witness: witness.sandbox,
          }),
        },
        readyWhen: 'sandbox ready',
        show,
      }),
    )

    log('Starting the server')
    processes.push(await startServer())
    // The simulated vendor loses its state at every start; a real one is configured once.
    if (video === 'daily') await registerWebhook({ videoUrl, serverUrl, organizationId, secrets })
    log('Starting the portal')
    processes.push(
      await start({
        name: 'portal',
        args: [join(root, 'examples/portal/src/main.ts')],
        environment: {
          PORTAL_PORT: String(ports.portal),
          PORTAL_ISSUER: identityUrl,
          PORTAL_CLIENT_ID: 'lakeside-portal',
          PORTAL_CLIENT_SECRET: secrets.identityClientSecret,
          PORTAL_ELEMENTS: join(root, 'packages/elements/dist'),
          VISITKIT_URL: serverUrl,
          VISITKIT_CLIENT_ID: 'lakeside-portal',
          VISITKIT_CLIENT_SECRET: secrets.portalSecret,
          ...(video === 'daily'
            ? { PORTAL_VIDEO_ORIGINS: videoUrl, PORTAL_VIDEO_BUNDLE: `${videoUrl}/call-machine` }
            : {}),
        },
        readyWhen: 'ready on',
        show,
      }),
    )
  } catch (error) {
    await stop()
    throw error
  }

  const serverAt = 1
  return {
    portalUrl,
    serverUrl,
    identityUrl,
    get server() {
      return processes[serverAt] as StartedProcess
    },
    processes,
    crashServer: async () => {
      await processes[serverAt]?.kill()
      processes[serverAt] = await startServer()
    },
    stop,
  }
}

/** Daily sends signed join and leave events to this address (docs/guides/video-daily.md). */
const registerWebhook = async (parts: {
  videoUrl: string
  serverUrl: string
  organizationId: string
  secrets: Secrets
}): Promise<void> => {
  const answer = await fetch(`${parts.videoUrl}/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${parts.secrets.dailyApiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      url: `${parts.serverUrl}/v1/webhooks/video/daily/${parts.organizationId}`,
      hmac: parts.secrets.dailyWebhookSecret,
      eventTypes: ['meeting.started', 'meeting.ended', 'participant.joined', 'participant.left'],
    }),
  })
  if (!answer.ok) throw new Error(`The simulated video vendor refused the webhook with status ${answer.status}.`)
}

/** What an operator would write to register this health system. */
const organizationOf = async (parts: {
  identityUrl: string
  portalUrl: string
  secrets: Secrets
}): Promise<Omit<DemoPreparation['organization'], 'id'>> => {
  const { organization, billing } = JSON.parse(
    await readFile(join(root, 'examples/portal/people/lakeside.json'), 'utf8'),
  ) as Required<Pick<DemoPreparation['organization'], 'organization' | 'billing'>>
  return {
    organization,
    issuers: [
      {
        issuer: parts.identityUrl,
        jwksUri: `${parts.identityUrl}/jwks`,
        audience: 'lakeside-portal',
        clientId: 'lakeside-portal',
      },
    ],
    clients: [
      {
        clientId: 'lakeside-portal',
        name: 'Lakeside portal',
        secret: parts.secrets.portalSecret,
        grants: ['token-exchange', 'refresh_token', 'public_refresh'],
        origins: [parts.portalUrl],
      },
      {
        clientId: 'lakeside-setup',
        name: 'Lakeside set-up',
        secret: parts.secrets.setupSecret,
        grants: ['client_credentials'],
        roles: ['service', 'administrator', 'front-desk'],
        origins: [],
      },
    ],
    billing,
    packs: { specialties: 'all', consentTextsReviewedBy: 'Lakeside Health language services' },
  }
}
