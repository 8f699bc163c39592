import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { control } from './control.ts'
import { fictionalPharmacies, findPharmacies, type FictionalPharmacy } from './pharmacies.ts'
import { PharmacyNetwork } from './pharmacy-network.ts'
import { readScript, type ReceivedScript } from './read-script.ts'
import { isSigned, sign } from './signature.ts'

export interface StartPharmacyOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** Health systems that use the network. */
  readonly accounts: readonly {
    readonly accountId: string
    readonly secret: string
    /** The webhook for the network's own messages, e.g. `http://127.0.0.1:4000/v1/webhooks/pharmacy/<organizationId>`. */
    readonly webhookUrl: string
  }[]
  /** Default: a list of fictional ones. */
  readonly pharmacies?: readonly FictionalPharmacy[]
  /** Signs and dates messages. Default: the system clock. */
  readonly clock?: () => Date
  /** Delay before an unacknowledged message is sent again. Default: 500 milliseconds, growing. */
  readonly retryAfter?: number
}

export interface SimulatedPharmacies {
  readonly url: string
  readonly pharmacies: readonly FictionalPharmacy[]
  /** Of the first account, or of the given one. */
  network(accountId?: string): PharmacyNetwork
  /** Sets the webhook for the network's own messages of all accounts. */
  reportTo(webhookUrl: string): void
  stop(): Promise<void>
}

const maxBodyBytes = 512 * 1024

/**
 * A network of pharmacies: receives SCRIPT messages at `/messages`, has a directory at `/directory/pharmacies`, and reports the state of
 * prescriptions with messages of its own. `/control` scripts the pharmacies; it needs no authentication and is for this machine only.
 */
export const startPharmacy = async (options: StartPharmacyOptions): Promise<SimulatedPharmacies> => {
  const { clock = () => new Date(), retryAfter = 500, pharmacies = fictionalPharmacies } = options
  let destination: string | null = null
  const accounts = new Map(
    options.accounts.map(({ accountId, secret, webhookUrl }) => {
      const url = (): string => destination ?? webhookUrl
      return [accountId, { secret, network: new PharmacyNetwork(accountId, { url, secret, clock, retryAfter }) }]
    }),
  )
  const networkOf = (accountId?: string): PharmacyNetwork => {
    const account = accountId === undefined ? [...accounts.values()][0] : accounts.get(accountId)
    if (!account) throw new Error('no such account')
    return account.network
  }

  const respond = (
    response: ServerResponse,
    status: number,
    type: string,
    body: Uint8Array,
    secret: string | null,
  ): void => {
    response.writeHead(status, { 'content-type': type, ...(secret && sign(secret, body, clock().getTime())) })
    response.end(body)
  }
  const respondJson = (response: ServerResponse, status: number, value: unknown, secret: string | null = null): void =>
    respond(response, status, 'application/json', Buffer.from(JSON.stringify(value)), secret)

  const directory = (response: ServerResponse, url: URL, secret: string): void => {
    const id = decodeURIComponent(url.pathname.split('/')[3] ?? '')
    if (id !== '') {
      const found = pharmacies.find(({ ncpdpId }) => ncpdpId === id)
      return respondJson(response, found ? 200 : 404, found ?? { error: 'not found' }, secret)
    }
    const { searchParams: query } = url
    const limit = Number(query.get('limit') ?? 20)
    respondJson(
      response,
      200,
      { pharmacies: findPharmacies(pharmacies, query.get('search') ?? '', query.get('state'), limit) },
      secret,
    )
  }

  const takeMessage = async (response: ServerResponse, bytes: Uint8Array, accountId: string): Promise<void> => {
    const account = accounts.get(accountId)
    if (!account) return respondJson(response, 401, { error: 'account unknown' })
    const message = readOrNull(bytes)
    if (message === null) return respondJson(response, 400, { error: 'no SCRIPT message' }, account.secret)
    const answer = await account.network.receive(
      message,
      pharmacies.some(({ ncpdpId }) => ncpdpId === message.to),
    )
    if (answer === null) return void response.socket?.destroy()
    respond(response, answer.status, 'application/xml', answer.body, answer.signed ? account.secret : null)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const bytes = await readBody(request)
    if (bytes === null) return respondJson(response, 413, { error: 'too large' })
    if (url.pathname.startsWith('/control/')) {
      const body =
        bytes.length === 0 ? {} : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>)
      const account = url.searchParams.get('account') ?? undefined
      const answer = control(networkOf(account), request.method ?? 'GET', url.pathname, body)
      return respondJson(response, answer.status, answer.body)
    }
    const header = (name: string): string | undefined => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    }
    const accountId = header('x-account-id') ?? ''
    const secret = accounts.get(accountId)?.secret
    const signed = request.method === 'GET' ? Buffer.from(request.url ?? '') : bytes
    if (secret === undefined || !isSigned(secret, signed, header))
      return respondJson(response, 401, { error: 'signature differs' })
    if (request.method === 'GET' && url.pathname.startsWith('/directory/pharmacies'))
      return directory(response, url, secret)
    if (request.method === 'POST' && url.pathname === '/messages') return takeMessage(response, bytes, accountId)
    respondJson(response, 404, { error: 'nothing here' }, secret)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy()
      respondJson(response, 400, { error: error instanceof Error ? error.message : 'failed' })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pharmacies,
    network: networkOf,
    reportTo: (webhookUrl) => {
      destination = webhookUrl
    },
    stop: async () => {
      for (const { network } of accounts.values()) network.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all([...accounts.values()].map(({ network }) => network.outbox.settled()))
    },
  }
}

const readOrNull = (bytes: Uint8Array): ReceivedScript | null => {
  try {
    return readScript(bytes)
  } catch {
    return null
  }
}

const readBody = async (request: IncomingMessage): Promise<Uint8Array | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > maxBodyBytes) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
